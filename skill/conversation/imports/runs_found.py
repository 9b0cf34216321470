"""Which of the runs that were found are new, known, told otherwise than before, or in doubt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from skill.conversation.imports.answers import Answers, Choice, IsItARun, WhichRun
from skill.conversation.imports.kept import Record, State
from skill.conversation.imports.same_run import START_WITHIN, Records, source_of
from skill.importing.found import FoundRun
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.run import Run
from skill.shoes.sources import Spoken, Version, with_version
from skill.value import replace

A_CLOCK_OFF: Final = timedelta(days=1)
"""A run that begins later than so long from now was recorded by a watch whose date is wrong."""


class Became(StrEnum):
    """What became of a run that was found; the values are ids of lines."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    """Its source tells of it otherwise than before."""
    SAME = "same"
    """It is one that another source told of, or another recording of one run."""
    TOLD = "told"
    """It is one that the runner told by voice."""
    STAYS_DELETED = "stays-deleted"
    NO_RUN = "no-run"
    """The runner said so, now or before."""
    ASKED = "asked"
    """The runner has to say; until then it is left out."""
    TO_COME = "to-come"
    NO_LENGTH = "no-length"
    """Nobody runs that far, or it rounds to nothing."""
    TOO_LONG_AGO = "too-long-ago"
    """It is older than the runs that were read, so that nobody can say whether it is known."""


_OF_A_STATE: Final = {State.DELETED: Became.STAYS_DELETED, State.NO_RUN: Became.NO_RUN}


@dataclass
class RunMatcher:
    """Takes runs into the records, one after another.

    Attributes:
        records: of the log; changed by what is found.
        answers: what the runner said.
        zone: the runner's time zone.
        number: of the import.
        at: when it is done, aware, UTC.
        complete_since: see `Kept`.
        became: what became of each run, by its id at its source.
        asked: what the runner has to say.
    """

    records: Records
    answers: Answers
    zone: tzinfo
    number: int
    at: datetime
    complete_since: datetime | None = None
    became: dict[str, Became] = field(default_factory=dict)
    asked: list[WhichRun | IsItARun] = field(default_factory=list)

    def take(self, runs: Iterable[FoundRun]) -> None:
        """Take in the runs that were found, each of another id."""
        runs = list(runs)
        new: dict[str, FoundRun] = {}
        for run in runs:
            self.became[run.id] = became = self._take(run)
            if became is Became.NEW:
                new[run.id] = run
        self._compare_with_told(new)

    def _take(self, found: FoundRun) -> Became:  # noqa: PLR0911 - what it became, each told at once
        version = version_of(found, self.zone, self.number)
        if version is None or version.at > self.at + A_CLOCK_OFF:
            return Became.TO_COME
        if not _is_a_length(found.metres):
            return Became.NO_LENGTH
        known = self.records.of_source(found.id)
        if known:
            return self._follow(known, found.id, version)
        if self.complete_since and version.at < self.complete_since + START_WITHIN:
            return Became.TOO_LONG_AGO
        like = self.records.like(version, source_of(found.id))
        if like.same:
            return self._join(like.same, found.id, version)
        answer = self.answers.runs.get(found.id)
        record = self.records.find(answer) if answer else None
        if record and record.run.sources:
            return self._join(record, found.id, version)
        if answer is None and like.perhaps:
            self.asked.append(WhichRun(found, like.perhaps))
            return Became.ASKED
        if not found.is_run and answer is None:
            self.asked.append(IsItARun(found))
            return Became.ASKED
        state = State.NO_RUN if answer == Choice.NONE else State.RUN
        self.records.put(Record(self._new_run(found, version), state))
        return _OF_A_STATE.get(state, Became.NEW)

    def _follow(self, record: Record, id_: str, version: Version) -> Became:
        """What a source tells of a run that it has told of before."""
        if version.tells_as(record.run.sources[id_][0]):
            return _OF_A_STATE.get(record.state, Became.KNOWN)
        self.records.put(_told_of(record, id_, version))
        return _OF_A_STATE.get(record.state, Became.CHANGED)

    def _join(self, record: Record, id_: str, version: Version) -> Became:
        self.records.put(_told_of(record, id_, version))
        return _OF_A_STATE.get(record.state, Became.SAME)

    def _new_run(self, found: FoundRun, version: Version) -> Run:
        id_ = found.id
        while self.records.find(id_):
            id_ += "+"
        sources = {found.id: (version,)}
        return Run(id_, version.at, version.day, check_distance(version.metres), sources=sources)

    def _compare_with_told(self, new: dict[str, FoundRun]) -> None:
        """Whether new runs are some that the runner told by voice, of which only the day is sure.

        They are where each fits the other alone; else the runner says.
        """
        fits: dict[str, tuple[list[Record], list[Record]]] = {}
        claimed: dict[str, list[str]] = {}
        for id_ in new:
            near, perhaps = self.records.told_like(self._of(id_).run)
            fits[id_] = near, perhaps
            for told in near:
                claimed.setdefault(told.run.id, []).append(id_)
        for id_, (near, perhaps) in fits.items():
            answer = self.answers.runs.get(id_)
            only = near[0] if len(near) == 1 and claimed[near[0].run.id] == [id_] else None
            said = only if answer is None else self.records.find(answer)
            if said and not said.run.sources:
                self._join_told(said, id_)
            elif answer is None and (near or perhaps):
                self.records.drop(self._of(id_).run.id)
                self.became[id_] = Became.ASKED
                self.asked.append(WhichRun(new[id_], (*near, *perhaps)))

    def _join_told(self, told: Record, id_: str) -> None:
        found, run = self._of(id_).run, told.run
        self.records.drop(found.id)
        spoken = Spoken(run.at, run.day, run.metres, run.shoe)
        self.records.put(replace(told, run=replace(run, sources=found.sources, spoken=spoken)))
        for other in found.sources:
            self.became[other] = Became.TOLD

    def _of(self, id_: str) -> Record:
        record = self.records.of_source(id_)
        assert record is not None  # noqa: S101 - it was taken in just before
        return record


def version_of(found: FoundRun, zone: tzinfo, number: int) -> Version | None:
    """What a source tells of a run; None where its time is none that a clock here could show."""
    try:
        at = (found.start if found.start.tzinfo else found.start.replace(tzinfo=zone)).astimezone(UTC)
        day = at.astimezone(zone).date() if found.start.tzinfo else found.start.date()
    except OverflowError:
        return None
    start = at if found.start.tzinfo else found.start
    return Version(start, at, day, found.metres, int(found.measure), found.pairs, number)


def _told_of(record: Record, id_: str, version: Version) -> Record:
    run = record.run
    return replace(record, run=replace(run, sources=with_version(run.sources, id_, version)))


def _is_a_length(metres: float) -> bool:
    try:
        check_distance(metres)
    except RefusedError:
        return False
    return True
