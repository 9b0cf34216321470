"""Which of two pairs that were named to wear: "the Ghosts or the Cliftons?"."""

from skill.conversation.shoes import reasons
from skill.conversation.shoes.choosing import choose_for, plan_run, say_day_gone, say_of_run
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.shoe_words import pair_in_words
from skill.conversation.shoes.which_pair import meant
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.shoes.recommendation import recommend
from skill.shoes.run import RunKind


def choose_between(
    talk: Talk, pairs: tuple[Slot, Slot], day: Day | None, kind: RunKind | None, distance: SpokenDistance
) -> Outcome:
    """Say which of the two stands first for the run asked about, and what speaks against the other.

    Where they are not two pairs that are worn, the choice is made among all.
    """
    planned = plan_run(talk, day, kind, distance)
    if planned is None:
        return say_day_gone(talk)
    picks = recommend(talk.shoes.rotation, planned).picks
    named = {shoe.id for heard in pairs for shoe in meant(talk, heard, talk.shoes.rotation.active)}
    ranks = [rank for rank, pick in enumerate(picks) if pick.standing.shoe.id in named]
    if len(ranks) != len(pairs):
        return choose_for(talk, planned)
    better, other = (picks[rank] for rank in ranks)
    beaten = next(one for one in better.beaten if one.standing.shoe == other.standing.shoe)
    other_pair = pair_in_words(talk, other.standing.shoe)
    text = talk.line(
        "shoes.choice.of_two",
        pair=pair_in_words(talk, speak_of(talk, better.standing.shoe)),
        other=other_pair,
        reason=reasons.instead(talk, beaten, planned),
    )
    notes = reasons.warnings(talk, better, {beaten.criterion}, planned)
    return say_of_run(talk, planned, " ".join([text, *notes]), ranks[0])
