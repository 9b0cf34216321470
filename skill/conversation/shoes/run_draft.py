"""A run as far as it has been told."""

from datetime import date

from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day, in_weekend, latest, past_time, told_ahead, weekend_gone_by
from skill.shoes.distance import SpokenDistance, Unit
from skill.shoes.limits import check_distance, check_time
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.value import Value, replace


class RunDraft(Value):
    """A run that is not logged yet.

    Attributes:
        day: the runner's own day; None when none can be taken from what was said.
        metres: None until told.
        hour: of the part of the day, None when it was not told.
        kind: None when it was not told.
        heard: what the pair was called; None when it was not told.
        sure: whether a surprising distance was confirmed.
        in_no_pair: whether it was in none of the pairs that are known.
        seconds: how long it took; None when it was not told.
        another: whether it is known to be none of those that are in the log.
        weekend: the Saturday of the weekend it was on, where no more is known of the day.
        dated_ahead: whether it was told by a date to come, so that `day` may not be the one that is meant.
        worked_out: whether the distance was reckoned, from a pace or from repetitions, and not told.
        in_new_pair: whether `heard` is the name of a pair that is to be added with the run.
        unit: that of a distance whose number was not told, "a few miles"; None where none was told.
    """

    day: date | None
    metres: int | None = None
    hour: int | None = None
    kind: RunKind | None = None
    heard: Slot | None = None
    sure: bool = False
    in_no_pair: bool = False
    seconds: int | None = None
    another: bool = False
    weekend: date | None = None
    dated_ahead: bool = False
    worked_out: bool = False
    in_new_pair: bool = False
    unit: Unit | None = None

    def worn(self, heard: Slot) -> "RunDraft":
        """With what the pair was called, which is one that is known, unless that turns out otherwise."""
        return replace(self, heard=heard, in_new_pair=False)


def new_draft(talk: Talk) -> RunDraft:
    """A run of today of which nothing is told yet."""
    return RunDraft(talk.place_settings.read_local_time().date())


def with_day(talk: Talk, draft: RunDraft, day: Day | None) -> RunDraft:
    """The draft on the day that was told; as it is when none was."""
    if day is None:
        return draft
    now = talk.place_settings.read_local_time()
    if day.date is None:
        return replace(draft, day=None, hour=day.hour, weekend=None)
    if day.weekend:
        return replace(draft, day=None, hour=day.hour, weekend=weekend_gone_by(day.date, now))
    of_weekend = in_weekend(draft.weekend, day.date) if draft.weekend else None
    meant = of_weekend or latest(day.date, now, near=draft.day if draft.dated_ahead else None)
    ahead = of_weekend is None and meant != day.date and told_ahead(day.date, now)
    return replace(draft, day=meant, hour=day.hour, weekend=None, dated_ahead=ahead)


def with_distance(talk: Talk, draft: RunDraft, distance: SpokenDistance) -> RunDraft:
    """The draft with the distance that was told; as it is when none was. A race is no surprising distance.

    Raises:
        RefusedError: nobody runs that far, or it is no distance.
    """
    in_unit = distance if distance.unit else replace(distance, unit=draft.unit)
    metres = talk.place_settings.read_metres(in_unit)
    if metres is None:
        return replace(draft, unit=distance.unit or draft.unit)
    return replace(draft, metres=check_distance(metres), sure=distance.race is not None, worked_out=False)


def run_of(talk: Talk, draft: RunDraft, shoe: Shoe | None, id_: str = "") -> Run:
    """The run that a whole draft tells of.

    Args:
        talk: the turn.
        draft: with its day and its distance.
        shoe: the pair; None where it is not known.
        id_: the run's; the turn's where none is given.

    Raises:
        RefusedError: it is still to come.
        ValueError: the draft is not whole.
    """
    if draft.day is None or draft.metres is None:
        raise ValueError("a draft is logged when it is whole")
    now = talk.place_settings.read_local_time()
    at = past_time(draft.day, draft.hour, now)
    check_time(at, now)
    worn = shoe.id if shoe else None
    return Run(id_ or talk.turn.id, at, draft.day, draft.metres, worn, draft.kind, seconds=draft.seconds)
