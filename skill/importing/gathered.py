"""Runs, pairs and what is left out, gathered one by one and put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from skill.importing.faults import shown
from skill.importing.found import Found, FoundPair, FoundRun, ImportingError, LeftOut, Why
from skill.importing.limits import LONGEST_RUN, MOST_ACTIVITIES

_BEFORE_ALL: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Gathered:
    """What one source gives: a file, or files that belong together.

    Attributes:
        name: of the file, as it is shown.
        runs: by id.
        pairs: by key.
        left_out: in the order in which it was met.
    """

    name: str
    runs: dict[str, FoundRun] = field(default_factory=dict)
    pairs: dict[str, FoundPair] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, run: FoundRun, where: str) -> None:
        """Take a run, if it is one that anybody can have run and is there for the first time.

        Raises:
            ImportingError: there are more activities than `MOST_ACTIVITIES`.
        """
        if run.id in self.runs:
            self.leave(where, Why.TWICE_IN_IT, run.title or run.id)
        elif not run.metres > 0:
            self.leave(where, Why.NO_DISTANCE, run.title)
        elif not run.metres <= LONGEST_RUN:
            self.leave(where, Why.TOO_LONG, f"{run.metres:.0f} m")
        else:
            self.runs[run.id] = run
            self._refuse_too_many()

    def leave(self, where: str, why: Why, what: object = "") -> None:
        """Leave something out, and say why.

        Raises:
            ImportingError: there are more activities than `MOST_ACTIVITIES`.
        """
        self.left_out.append(LeftOut(where, why, shown(what or "")))
        self._refuse_too_many()

    @property
    def newest(self) -> datetime:
        """When its last run began: of two exports, the newer one is right."""
        return max(map(begun, self.runs.values()), default=_BEFORE_ALL)

    def _refuse_too_many(self) -> None:
        if len(self.runs) + len(self.left_out) > MOST_ACTIVITIES:
            raise ImportingError(
                f"{self.name} has more than {MOST_ACTIVITIES:,} activities. Give me fewer files at a time."
            )


def begun(run: FoundRun) -> datetime:
    """When a run began, for comparing: a time of the runner's own clock stands as if it were UTC."""
    return run.start if run.start.tzinfo else run.start.replace(tzinfo=UTC)


def put_together(sources: Iterable[Gathered]) -> Found:
    """All of it as one.

    A run that two sources give under one id is taken once: with the more exact metres, else from the newer
    source.
    """
    whole = Gathered("all files")
    known = list(sources)
    for source in known:
        whole.left_out += source.left_out
    for source in sorted(known, key=lambda each: each.newest):
        whole.pairs |= source.pairs
        for run in source.runs.values():
            other = whole.runs.get(run.id)
            if other is None or run.measure >= other.measure:
                whole.runs[run.id] = run
            if other is not None:
                whole.leave(source.name, Why.TWICE_IN_IT, run.title or run.id)
    runs = tuple(sorted(whole.runs.values(), key=begun))
    return Found(runs, whole.pairs, tuple(whole.left_out))
