"""Whether a pair may be worn, by what the choice of shoes goes by."""

from datetime import datetime

from skill.conversation.shoes import choosing, reasons
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.life_notices import note_announced
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.shoe_words import pair_in_words, time_of_run, time_since_run
from skill.conversation.shoes.which_pair import WhichPair, find_pair, slot_of, vocabulary_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.criterion import Criterion
from skill.shoes.days import Day
from skill.shoes.distance import NO_DISTANCE, SpokenDistance
from skill.shoes.names import means_the_others
from skill.shoes.recommendation import Pick, Recommendation, recommend, shortcoming
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun, Rested


class CanWearWhichPair(WhichPair, kw_only=True, name="can-wear-which-pair"):
    """Which pair may be worn or not.

    Attributes:
        at: when the run is planned.
        run_kind: None when it was not told.
        metres: None when they were not told.
    """

    at: datetime
    run_kind: RunKind | None = None
    metres: int | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Say whether it may."""
        return judge(talk, heard, PlannedRun(self.at, self.run_kind, self.metres))


def can_wear(
    talk: Talk, heard: Slot | None, day: Day | None, kind: RunKind | None, distance: SpokenDistance
) -> Outcome:
    """Say whether a pair may be worn for a run, why, and which would be better.

    Args:
        talk: the turn.
        heard: the pair; None for the one just spoken of, else for the first choice.
        day: of the run; None for today, or for the run just spoken of.
        kind: of the run; None where it was not told.
        distance: of the run, as it was said.
    """
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    spoken_of = _pair_spoken_of(talk, next_one=heard is not None)
    if heard is None or means_the_others(heard.said, vocabulary_of(talk)):
        heard = slot_of(spoken_of) if spoken_of else heard
    if day is None and kind is None and distance == NO_DISTANCE:
        return judge(talk, heard, choosing.planned_for(talk, choosing.chosen_last(talk)))
    planned = choosing.plan_run(talk, day, kind, distance)
    return judge(talk, heard, planned) if planned else choosing.say_day_gone(talk)


def _pair_spoken_of(talk: Talk, *, next_one: bool) -> Shoe | None:
    """The pair that was named as a choice last, or the next one; else that of the run told last."""
    rotation, chosen = talk.shoes.rotation, choosing.chosen_last(talk)
    picks = recommend(rotation, choosing.planned_for(talk, chosen)).picks
    if chosen != choosing.NOT_ASKED and picks:
        return picks[min(chosen.rank + next_one, len(picks) - 1)].standing.shoe
    run = known_run(talk, talk.run_told)
    return rotation.find(run.shoe) if run and not next_one else None


def judge(talk: Talk, heard: Slot | None, planned: PlannedRun) -> Outcome:
    """Say whether the pair, or the first choice where none was named, may be worn for the run."""
    answer = recommend(talk.shoes.rotation, planned)
    if heard is None and not answer.picks:
        return choosing.choose_for(talk, planned)
    question = CanWearWhichPair(at=planned.at, run_kind=planned.kind, metres=planned.metres)
    shoe = find_pair(talk, heard, question) if heard else answer.picks[0].standing.shoe
    rank = next((place for place, pick in enumerate(answer.picks) if pick.standing.shoe == shoe), None)
    if rank is None:
        return _retired(talk, shoe, planned, answer)
    pick = answer.picks[rank]
    if pick.standing.past_life:
        note_announced(talk, shoe)
    against = shortcoming(pick.standing)
    parts = [
        *(
            _in_favour(talk, answer, pick, planned)
            if against is None
            else _doubt(talk, pick, against, planned)
        ),
        *_what_is_not_known(talk, answer, pick),
        *(_better(talk, answer, pick, planned) if rank else []),
    ]
    if against and not rank:
        parts.append(talk.line(f"shoes.can_wear.{'none_better' if len(answer.picks) > 1 else 'no_other'}"))
    return choosing.say_of_run(talk, planned, " ".join(parts), 0)


def doubt_about(talk: Talk, shoe: Shoe) -> str:
    """What speaks against a pair for the run just spoken of, else for one today; empty where nothing does."""
    planned = choosing.planned_for(talk, choosing.chosen_last(talk))
    answer = recommend(talk.shoes.rotation, planned)
    pick = next((one for one in answer.picks if one.standing.shoe == shoe), None)
    against = shortcoming(pick.standing) if pick else None
    if pick is None or against is None:
        return ""
    why = reasons.against(talk, pick.standing, against, talk.shoes.rotation.rest, planned)
    return talk.line("shoes.can_wear.mind", why=why)


def _in_favour(talk: Talk, answer: Recommendation, pick: Pick, planned: PlannedRun) -> list[str]:
    """A yes, with what it goes by."""
    pair, last = pair_in_words(talk, pick.standing.shoe), pick.standing.shoe.wear.last_run_at
    runner_up = pick.runner_up if pick == answer.picks[0] else None
    rest_told = False
    if runner_up:
        reason = reasons.reason(talk, pick, runner_up, planned)
        yes = talk.line("shoes.can_wear.first", pair=pair, reason=reason)
        rest_told = runner_up.criterion in (Criterion.TOO_TIRED, Criterion.NOT_FULLY_RESTED)
    else:
        yes = talk.line(f"shoes.can_wear.{'only' if len(answer.picks) == 1 else 'fine'}", pair=pair)
    if last and pick.standing.rested is Rested.FULLY and not rest_told:
        return [yes, talk.line("shoes.choice.note.rested", since=time_since_run(talk, last))]
    return [yes]


def _doubt(talk: Talk, pick: Pick, against: Criterion, planned: PlannedRun) -> list[str]:
    """What speaks against the pair by itself, the gravest first."""
    why = reasons.against(talk, pick.standing, against, talk.shoes.rotation.rest, planned)
    little = against in (Criterion.NOT_FULLY_RESTED, Criterion.TOO_NEW)
    line = "partly" if little else "better_not"
    return [talk.line(f"shoes.can_wear.{line}", why=why), *reasons.warnings(talk, pick, {against}, planned)]


def _what_is_not_known(talk: Talk, answer: Recommendation, pick: Pick) -> list[str]:
    """A run of late may have been in this pair; which matters where it seems to have rested."""
    if answer.unknown_run_at is None or pick.standing.rested is not Rested.FULLY:
        return []
    return [talk.line("shoes.choice.note.unknown_only", when=time_of_run(talk, answer.unknown_run_at))]


def _better(talk: Talk, answer: Recommendation, pick: Pick, planned: PlannedRun) -> list[str]:
    """The first choice, and what puts it ahead of the pair."""
    first = answer.picks[0]
    beaten = next(one for one in first.beaten if one.standing.shoe == pick.standing.shoe)
    pair = pair_in_words(talk, first.standing.shoe)
    against = shortcoming(pick.standing)
    if against is None and beaten.criterion is Criterion.EQUAL:
        return [talk.line("shoes.can_wear.as_well", pair=pair)]
    if against and shortcoming(first.standing) is None:
        return [talk.line("shoes.can_wear.instead", pair=pair)]
    reason = reasons.reason(talk, first, beaten, planned)
    line = "instead_because" if against else "rather"
    text = talk.line(f"shoes.can_wear.{line}", pair=pair, reason=reason)
    return [text, *reasons.warnings(talk, first, {beaten.criterion}, planned)]


def _retired(talk: Talk, shoe: Shoe, planned: PlannedRun, answer: Recommendation) -> Outcome:
    """A retired pair is not worn; which is, is said."""
    no = talk.line("shoes.can_wear.retired", pair=pair_in_words(talk, shoe))
    if not answer.picks:
        last = talk.line("shoes.choice.all_retired", pair=pair_in_words(talk, shoe))
        return say_about_shoes(talk, f"{no} {last}")
    first = pair_in_words(talk, answer.picks[0].standing.shoe)
    text = f"{no} {talk.line('shoes.can_wear.instead', pair=first)}"
    return choosing.say_of_run(talk, planned, text, 0)
