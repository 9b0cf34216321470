"""Sums of runs, stored with the pair that they describe so that no turn has to read the whole log."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from heapq import nlargest
from itertools import count
from typing import Final

from skill.shoes.run import Felt, Run
from skill.value import Value, field

LATEST_KEPT: Final = 8
"""The times of so many newest runs are stored with a pair: when runs are taken back, it is still known when
the pair was worn before."""
MONTHS_KEPT: Final = 25
"""The sums of so many months are stored, up to the newest with a run: asked for are those of this year and
the last, at most 24, and where the runner is the next one may have begun already."""
MONTHS_IN_YEAR: Final = 12


class Tally(Value):
    """A sum of runs.

    Attributes:
        metres: together, 0 or more.
        runs: how many.
    """

    metres: int = 0
    runs: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both sums together."""
        return Tally(self.metres + other.metres, self.runs + other.runs)

    def minus(self, other: "Tally") -> "Tally":
        """This sum without the other, which is part of it; where that cannot be, nothing is left."""
        return Tally(max(self.metres - other.metres, 0), max(self.runs - other.runs, 0))


NO_RUNS: Final = Tally()
RunFelt = tuple[datetime, Felt]
"""The time of a run, and how its pair felt on it."""


class Wear(Value):
    """The runs of one pair, summed.

    Attributes:
        tally: all of its runs.
        latest: times of its newest runs, newest first, without a gap.
        months: its runs by the month of their day, "2026-11", of the last `MONTHS_KEPT` in which it may have
            been worn; a month without a run is not there.
        before: metres of those of its runs that came in, and are from before it was added: they are part of
            what the runner said that it had run by then.
        felt: how the pair felt on those of its newest runs of which that was told, newest first.
    """

    tally: Tally = NO_RUNS
    latest: tuple[datetime, ...] = ()
    months: Mapping[str, Tally] = field(default_factory=dict)
    before: int = 0
    felt: tuple[RunFelt, ...] = ()

    @classmethod
    def of(cls, runs: Iterable[Run], before: Iterable[Run] = ()) -> "Wear":
        """The sums of runs, counted anew.

        Args:
            runs: all of them, in any order.
            before: those that are part of what the pair had run before it was added.
        """
        tally, months = NO_RUNS, dict[str, Tally]()
        times, felt = list[datetime](), list[RunFelt]()
        for run in runs:
            tally, month = tally.plus(_tally(run)), month_of(run.day)
            months[month] = months.get(month, NO_RUNS).plus(_tally(run))
            times.append(run.at)
            felt += _felt(run)
        latest = tuple(nlargest(LATEST_KEPT, times))
        before_added = sum(run.metres for run in before)
        return cls(tally, latest, _newest(months), before_added, _felt_since(latest, felt))

    @property
    def last_run_at(self) -> datetime | None:
        """When it was worn last; None when it never was, or when that time is no longer stored."""
        return self.latest[0] if self.latest else None

    def plus(self, run: Run, *, before: bool = False) -> "Wear":
        """With one more run, newer or older than those it has.

        Args:
            run: the run.
            before: whether it is part of what the pair had run before it was added.
        """
        remembers_all = self.tally.runs == len(self.latest)
        latest = self.latest
        if remembers_all or not latest or run.at >= latest[-1]:
            latest = tuple(sorted((*latest, run.at), reverse=True))[:LATEST_KEPT]
        month = month_of(run.day)
        months = {**self.months, month: self.months.get(month, NO_RUNS).plus(_tally(run))}
        more = self.before + before * run.metres
        felt = _felt_since(latest, [*self.felt, *_felt(run)])
        return Wear(self.tally.plus(_tally(run)), latest, _newest(months), more, felt)

    def minus(self, run: Run, others: Iterable[datetime], *, before: bool = False) -> "Wear":
        """Without one of its runs.

        Args:
            run: one that is part of this.
            others: times of the pair's other runs, newest first, as far back as the caller knows; read
                only when every remembered run has been taken back.
            before: whether it is part of what the pair had run before it was added.
        """
        remembered = list(self.latest)
        if run.at in remembered:
            remembered.remove(run.at)
        tally = self.tally.minus(_tally(run))
        if not remembered and tally.runs:
            remembered = list(others)[:LATEST_KEPT]
        month = month_of(run.day)
        months = dict(self.months)
        if month in months:  # an old month is no longer stored
            months[month] = months[month].minus(_tally(run))
        left = {name: sum_ for name, sum_ in months.items() if sum_.runs}
        felt = list(self.felt)
        for told in _felt(run):
            if told in felt:  # of an old run it is no longer stored
                felt.remove(told)
        more = max(self.before - before * run.metres, 0)
        return Wear(tally, tuple(remembered), left, more, tuple(felt))

    def together_with(self, other: "Wear") -> "Wear":
        """Both sums, without the times of runs: for deleted pairs, whose last run no longer matters."""
        months = {
            month: self.months.get(month, NO_RUNS).plus(other.months.get(month, NO_RUNS))
            for month in {*self.months, *other.months}
        }
        return Wear(self.tally.plus(other.tally), (), _newest(months))


UNWORN: Final = Wear()


def month_of(day: date) -> str:
    """The name of a day's month among the sums: "2026-11"."""
    return f"{day:%Y-%m}"


def months_from(month: str) -> Iterator[str]:
    """The names of a month and of those after it, without an end."""
    for place in count(_place(month)):
        year, before = divmod(place, MONTHS_IN_YEAR)
        yield f"{year:04d}-{before + 1:02d}"


def _place(month: str) -> int:
    """How many months a month is from the calendar's beginning."""
    return int(month[:4]) * MONTHS_IN_YEAR + int(month[5:]) - 1


def _newest(months: Mapping[str, Tally]) -> dict[str, Tally]:
    """Those that are among the `MONTHS_KEPT` up to the newest of them."""
    before = _place(max(months)) - MONTHS_KEPT if months else 0
    return {month: tally for month, tally in months.items() if _place(month) > before}


def _felt(run: Run) -> list[RunFelt]:
    """How the run felt, where it was told."""
    return [(run.at, run.felt)] if run.felt else []


def _felt_since(latest: Sequence[datetime], felt: Iterable[RunFelt]) -> tuple[RunFelt, ...]:
    """Those of the runs whose times are stored, the newest first."""
    return tuple(sorted((told for told in felt if latest and told[0] >= latest[-1]), reverse=True))


def _tally(run: Run) -> Tally:
    return Tally(run.metres, 1)
