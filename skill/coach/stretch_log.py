"""The log of practices: what was done each time, and the sums by month that no turn has to count again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, TypeVar

from skill.coach.ledger import Held, of_exercise, planned
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.value import Value, field

COUNTS_FROM: Final = 10
"""Seconds. A practice in which less sounded was broken off: the article's shortest hold takes as long."""
DONE_SHARE: Final = 0.5
"""Share of an exercise that must have sounded for it to count as done."""
MONTHS_KEPT: Final = 25
"""The sums of so many months with a practice are stored, the newest: asked for are those of this year and the
last, at most 24, and where the runner is the next one may have begun already."""

Key = TypeVar("Key")
Number = TypeVar("Number", int, float)


class Practice(Value):
    """One walkthrough of a routine or an exercise, as the log keeps it: stretching and strengthening alike.

    Attributes:
        id: what makes it the same entry of the log when it comes twice.
        at: when it was begun, aware, UTC.
        voice: whose it was, where a voice was recognised; empty for the household.
        month: among whose sums it counts, "2026-11": the runner's own, as far as the time zone was known.
        routine: which of the article's routines it was or was taken from.
        held: whole seconds, by exercise and side.
        left_out: ids of the exercises it began with of which less than half sounded, in order.
    """

    id: str
    at: datetime
    voice: str
    month: str
    routine: RoutineName
    held: Held
    left_out: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """All that was held."""
        return sum(self.held.values())

    @property
    def counts(self) -> bool:
        """Whether it was more than a beginning."""
        return self.seconds >= COUNTS_FROM

    @property
    def done(self) -> tuple[str, ...]:
        """Ids of the exercises that were done, in order."""
        return tuple(dict.fromkeys(id_ for id_, _ in self.held if id_ not in self.left_out))


def practice_of(walkthrough: Walkthrough, *, id_: str, voice: str, month: str) -> Practice | None:
    """What the log keeps of a walkthrough; None where nothing of it has sounded.

    Args:
        walkthrough: stopped.
        id_: the entry's.
        voice: whose it is; empty for the household.
        month: among whose sums it counts.
    """
    held = {part: round(seconds) for part, seconds in walkthrough.held.items() if round(seconds)}
    if not held:
        return None
    left_out = tuple(id_ for id_ in walkthrough.intended if not _is_done(walkthrough, id_))
    routine = walkthrough.plan.routine.name
    return Practice(id_, walkthrough.begun_at, voice, month, routine, held, left_out)


def _is_done(walkthrough: Walkthrough, exercise: str) -> bool:
    """Whether enough of an exercise sounded; one that is no longer in the plan was done before it was cut."""
    held = of_exercise(walkthrough.held, exercise)
    for index, step in enumerate(walkthrough.plan.routine.steps):
        if step.exercise.id == exercise:
            return held >= DONE_SHARE * sum(planned(walkthrough.plan, index).values())
    return held >= COUNTS_FROM


class Sum(Value):
    """Practices, added up.

    Attributes:
        times: how many counted, by routine.
        done: in how many of those each exercise was done, by its id.
        held: whole seconds, by exercise and side.
    """

    times: Mapping[RoutineName, int] = field(default_factory=dict)
    done: Mapping[str, int] = field(default_factory=dict)
    held: Held = field(default_factory=dict)

    def plus(self, practice: Practice, sign: int = 1) -> "Sum":
        """With a practice, or by the sign -1 without one that is part of it."""
        counted = sign if practice.counts else 0
        return Sum(
            _added(self.times, {practice.routine: counted}),
            _added(self.done, dict.fromkeys(practice.done, counted)),
            _added(self.held, {part: sign * seconds for part, seconds in practice.held.items()}),
        )

    def together_with(self, other: "Sum") -> "Sum":
        """Both sums."""
        return Sum(
            _added(self.times, other.times), _added(self.done, other.done), _added(self.held, other.held)
        )


NO_PRACTICE: Final = Sum()


class StretchSums(Value):
    """All practices, added up.

    Attributes:
        total: all there ever were.
        months: by month, "2026-11", of the newest `MONTHS_KEPT` that have any.
    """

    total: Sum = NO_PRACTICE
    months: Mapping[str, Sum] = field(default_factory=dict)

    def plus(self, practice: Practice, sign: int = 1) -> "StretchSums":
        """With a practice, or by the sign -1 without one that is part of them."""
        month = self.months.get(practice.month, NO_PRACTICE).plus(practice, sign)
        months = {**self.months, practice.month: month}
        newest = sorted(name for name, sum_ in months.items() if sum_ != NO_PRACTICE)[-MONTHS_KEPT:]
        return StretchSums(self.total.plus(practice, sign), {name: months[name] for name in newest})

    def in_months(self, prefix: str) -> Sum:
        """The months whose names begin so, together; everything where it is empty."""
        if not prefix:
            return self.total
        together = NO_PRACTICE
        for name, sum_ in self.months.items():
            if name.startswith(prefix):
                together = together.together_with(sum_)
        return together


NO_PRACTICES: Final = StretchSums()


def recounted(practices: Iterable[Practice]) -> StretchSums:
    """The sums of a whole log."""
    sums = NO_PRACTICES
    for practice in practices:
        sums = sums.plus(practice)
    return sums


def _added(one: Mapping[Key, Number], other: Mapping[Key, Number]) -> dict[Key, Number]:
    """The sums of both; what comes to nothing is left out."""
    sums = dict(one)
    for key, number in other.items():
        sums[key] = sums.get(key, 0) + number
    return {key: number for key, number in sums.items() if number}
