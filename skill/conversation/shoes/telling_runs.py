"""Runs told by voice: in one sentence, over several, or out of the blue."""

from decimal import Decimal
from typing import Final

from skill.conversation.shoes.correcting import ChangeOlderRun, correct_shoes
from skill.conversation.shoes.logging_runs import (
    DraftQuestion,
    HowFar,
    LogIt,
    WhichDay,
    go_on_with,
    with_told,
)
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.run_correction import Corrected
from skill.conversation.shoes.run_doubts import AllInAll, AtUsualPace
from skill.conversation.shoes.run_draft import RunDraft, new_draft
from skill.conversation.shoes.which_pair import meant
from skill.conversation.shoes.which_run import NamedRun, is_on
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.distance import METRES_IN, NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.run import RunKind
from skill.value import Value, replace

SHORTEST_IN_METRES: Final = 100
"""From here on a number without a unit is metres where repetitions are told: "four by eight hundred"."""


class ToldRun(Value):
    """A run as it was told; nothing where nothing was said of it.

    Attributes:
        distance: how far it was, or one of its repetitions.
        day: when it was; None for today.
        kind: what it was for.
        heard: the pair.
        seconds: how long it took.
        repetitions: how often the distance was run, with a rest between.
        laps: how often it was run without one.
    """

    distance: SpokenDistance = NO_DISTANCE
    day: Day | None = None
    kind: RunKind | None = None
    heard: Slot | None = None
    seconds: int | None = None
    repetitions: int | None = None
    laps: int | None = None

    @property
    def only_pair(self) -> bool:
        """Whether nothing but a pair was said."""
        return self.heard is not None and self == ToldRun(heard=self.heard)

    @property
    def only_pair_and_day(self) -> bool:
        """Whether nothing but a pair and a day was said."""
        return None not in (self.heard, self.day) and self == ToldRun(heard=self.heard, day=self.day)


def tell_run(talk: Talk, told: ToldRun) -> Outcome:
    """Log a run as it was told, or ask for what is missing; what was told before the question stays."""
    told_before = _draft_told_before(talk, told.distance)
    if told.only_pair_and_day and not told_before and _is_in_the_log(talk, told):
        return correct_shoes(talk, told.heard, NamedRun(day=told.day))
    draft = draft_of(talk, told, told_before or new_draft(talk))
    return go_on_with(talk, draft, others_wait=told_before is None)


def draft_of(talk: Talk, told: ToldRun, before: RunDraft) -> RunDraft:
    """The draft of a run with what was told of it.

    Raises:
        AskInsteadError: nobody runs that far.
    """
    named = before.worn(told.heard) if told.heard else before
    draft = replace(named, kind=told.kind or before.kind, seconds=told.seconds or before.seconds)
    times = told.repetitions or told.laps
    if not times or told.distance == NO_DISTANCE:
        return with_told(talk, draft, told.distance, told.day)
    summed = with_told(talk, draft, _all_repetitions(told.distance, times), told.day)
    kind = RunKind.INTERVALS if told.repetitions else None
    return replace(summed, kind=summed.kind or kind, worked_out=bool(told.repetitions))


def tell_otherwise(talk: Talk, draft: RunDraft, told: ToldRun) -> Outcome:
    """A draft was otherwise: what was told of it now takes the place of what was told before."""
    return go_on_with(talk, draft_of(talk, told, draft))


def offer_told(talk: Talk, told: ToldRun) -> Outcome:
    """Ask whether a run that was told is to be logged; what it lacks is asked for first."""
    draft = draft_of(talk, told, new_draft(talk))
    if draft.metres is None or draft.day is None:
        return go_on_with(talk, draft, others_wait=True)
    return talk.ask(LogIt(draft=draft))


def offer_run(talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome:
    """A distance came out of the blue: ask whether it is that of the run just told, else a run of its own."""
    draft = with_told(talk, new_draft(talk), distance, day)
    if draft.metres is None or draft.day is None:
        return go_on_with(talk, draft)
    told = known_run(talk, talk.run_told)
    if told and told.metres != draft.metres and (day is None or told.day == draft.day):
        return talk.ask(ChangeOlderRun(told.id, Corrected(metres=draft.metres)))
    return talk.ask(LogIt(draft=draft))


def _draft_told_before(talk: Talk, distance: SpokenDistance) -> RunDraft | None:
    """The draft that more is told of; a distance tells of another run, unless it was asked for."""
    if isinstance(talk.asked, HowFar | WhichDay | AtUsualPace | AllInAll):
        return talk.asked.draft
    drafts = (one.draft for one in talk.open_questions if isinstance(one, DraftQuestion))
    return next(drafts, None) if distance == NO_DISTANCE else None


def _is_in_the_log(talk: Talk, told: ToldRun) -> bool:
    """Whether the pair is said of a run of that day that is known, and has that pair or none yet."""
    if told.day is None or told.heard is None:
        return False
    shoes = {None, *(shoe.id for shoe in meant(talk, told.heard, talk.shoes.rotation.shoes))}
    of_that_day = [run for run in talk.shoes.recent.runs if is_on(talk, run, told.day)]
    return len(of_that_day) == 1 and of_that_day[0].shoe in shoes


def _all_repetitions(distance: SpokenDistance, times: int) -> SpokenDistance:
    """All repetitions together, in the unit that was told."""
    in_metres = distance.unit is None and (distance.whole or 0) >= SHORTEST_IN_METRES
    unit = Unit.METRES if in_metres else distance.unit
    metres = distance.metres(unit or Unit.KILOMETRES) if distance.race or unit else None
    if metres is not None:
        unit = unit or Unit.METRES
        return SpokenDistance(Decimal(times) * metres / METRES_IN[unit], unit=unit)
    return replace(distance, whole=times * (distance.whole or Decimal(0)))
