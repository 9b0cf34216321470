"""Brings runs into a notebook, and says what is in the closet then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from skill.conversation.imports.answers import Answers
from skill.conversation.imports.importing import bring_in
from skill.conversation.imports.kept import State, read_kept
from skill.conversation.imports.new_pairs import Maker
from skill.conversation.imports.plan import NO_ANSWERS, Circumstances, Plan, plan_import
from skill.conversation.imports.undoing import undo_import
from skill.conversation.my_data import check_sums, stored_rotation
from skill.importing.found import Found, FoundPair, FoundRun, Measure
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.storage.repository import Repository
from tests.conversation.runner import SUNDAY

USER = "runner"


class RunInCloset(NamedTuple):
    """What has to be the same of a run, whatever came first."""

    day: date
    metres: int
    pair: str


class Closet(NamedTuple):
    """The pairs with all that they have run, and the runs."""

    pairs: tuple[tuple[str, int, bool], ...]
    runs: tuple[RunInCloset, ...]


def run(
    id_: str,
    hours_ago: float,
    metres: float,
    *pairs: str,
    measure: Measure = Measure.SERVICE,
    is_run: bool = True,
) -> FoundRun:
    return FoundRun(id_, SUNDAY - timedelta(hours=hours_ago), metres, measure, pairs, is_run)


def found(runs: Iterable[FoundRun], *pairs: FoundPair) -> Found:
    """What a reader finds: the earliest run first, and a pair for every key."""
    listed = sorted(runs, key=lambda one: (one.start.replace(tzinfo=UTC), one.id))
    named = {key: FoundPair(key, key.partition(":")[2]) for one in listed for key in one.pairs}
    return Found(tuple(listed), named | {pair.key: pair for pair in pairs})


@dataclass
class Importer:
    """Imports for one runner."""

    repository: Repository
    at: datetime = SUNDAY

    @property
    def circumstances(self) -> Circumstances:
        return Circumstances(self.at, UTC, load_name_vocabulary("en"), "unnamed pair")

    def plans(self, what: Found, answers: Answers = NO_ANSWERS) -> Plan:
        return plan_import(read_kept(self.repository, USER, self.at), what, self.circumstances, answers)

    def brings(self, what: Found, answers: Answers = NO_ANSWERS) -> Plan:
        plan = self.plans(what, answers)
        bring_in(self.repository, USER, what, self.circumstances, answers)
        self.sums_are_right()
        return plan

    def undoes(self) -> None:
        told = self.circumstances
        undo_import(self.repository, USER, self.at, Maker(told.vocabulary, told.zone, told.unnamed))
        self.sums_are_right()

    def sums_are_right(self) -> None:
        _, wrong = check_sums(self.repository, USER, self.at)
        assert wrong == ()

    @property
    def rotation(self) -> Rotation:
        return stored_rotation(self.repository, USER, self.at)

    @property
    def runs(self) -> list[Run]:
        """All that count, newest first."""
        kept = read_kept(self.repository, USER, self.at)
        return [record.run for record in kept.records.values() if record.state is State.RUN]

    @property
    def closet(self) -> Closet:
        shoes = self.rotation.shoes
        names = {shoe.id: shoe.nickname for shoe in shoes}
        runs = (RunInCloset(one.day, one.metres, names.get(one.shoe or "", "")) for one in self.runs)
        pairs = ((shoe.nickname, shoe.metres, shoe.active) for shoe in shoes)
        return Closet(tuple(sorted(pairs)), tuple(sorted(runs)))

    def metres(self, pair: str) -> int:
        """All that a pair has run."""
        return next(shoe.metres for shoe in self.rotation.shoes if shoe.nickname == pair)
