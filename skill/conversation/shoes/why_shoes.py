"""Why a pair was named, and why another one was not."""

from skill.conversation.shoes import reasons
from skill.conversation.shoes.choosing import answer_with, chosen_last, planned_for, say_of_run
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.criterion import Criterion
from skill.shoes.recommendation import Pick, recommend
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun


class WhyWhichPair(WhichPair, name="why-which-pair"):
    """Which pair it was asked of why it was named or not."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Say why."""
        return why(talk, heard)


def why(talk: Talk, heard: Slot | None = None) -> Outcome:
    """Tell more of why a pair is named: its facts, and what is behind; of another pair, why it is behind.

    Args:
        talk: the turn.
        heard: the pair; None for the one named last.
    """
    chosen = chosen_last(talk)
    planned = planned_for(talk, chosen)
    answer = recommend(talk.shoes.rotation, planned)
    if not answer.picks:
        return answer_with(talk, planned, answer)
    rank = min(chosen.rank, len(answer.picks) - 1)
    shoe = find_pair(talk, heard, WhyWhichPair()) if heard else answer.picks[rank].standing.shoe
    if not shoe.active:
        return say_about_shoes(talk, talk.line("shoes.can_wear.retired", pair=pair_in_words(talk, shoe)))
    if shoe not in (answer.picks[rank].standing.shoe, answer.picks[0].standing.shoe):
        return say_of_run(talk, planned, _why_not(talk, answer.picks[0], shoe, planned), 0)
    rank = next(place for place, pick in enumerate(answer.picks) if pick.standing.shoe == shoe)
    return say_of_run(talk, planned, _why_this(talk, answer.picks[rank], len(answer.picks), planned), rank)


def _why_this(talk: Talk, pick: Pick, pairs: int, planned: PlannedRun) -> str:
    text = reasons.facts(talk, pick)
    if pairs == 1:
        return f"{text} {talk.line('shoes.why.alone')}"
    if not pick.beaten:
        return text
    behind = [reasons.behind(talk, beaten, planned) for beaten in pick.beaten[:3]]
    line = talk.line("shoes.why.behind", count=len(behind), reasons=talk.phrasebook.join(behind))
    return f"{text} {line}"


def _why_not(talk: Talk, first: Pick, shoe: Shoe, planned: PlannedRun) -> str:
    """Why a pair is behind the first choice."""
    beaten = next(one for one in first.beaten if one.standing.shoe == shoe)
    behind = capitalised(reasons.behind(talk, beaten, planned))
    line = "as_well" if beaten.criterion is Criterion.EQUAL else "not"
    return talk.line(f"shoes.why.{line}", behind=behind, first=pair_in_words(talk, first.standing.shoe))
