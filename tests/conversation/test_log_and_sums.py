"""No turn changes the log without the page of its sums, whose version tells that another was quicker."""

from datetime import datetime
from random import SystemRandom

from skill.alexa.skill import build_skill
from skill.content.loader import exercises
from skill.conversation.memory.run_entries import RUN, runs_of
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.memory.stretch_pages import PRACTICE, STRETCHES
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH
from skill.conversation.notebook_pages import KeptPages, pages_changed
from skill.conversation.turn.place_settings import PlaceSettings
from skill.conversation.turn.shoes_in_turn import ShoesInTurn
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Turn
from skill.shoes.ledger import Update
from skill.shoes.run import RecentRuns, RunKind
from skill.speech.phrasebook import Phrasebook
from skill.storage.repository import Change, Repository
from skill.value import replace
from stand_ins.memory import MemoryRepository
from stand_ins.used_notebook import EVERYDAY, USE, Household, said
from tests.conversation.runner import Runner

SUMS = {RUN: SHOES, PRACTICE: STRETCHES}


class Recording(MemoryRepository):
    """Keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.log_changes: list[Change] = []

    def write(self, user: str, change: Change, now: datetime) -> None:
        super().write(user, change, now)
        if change.added or change.replaced or change.removed:
            self.log_changes.append(change)


def test_whoever_changes_the_log_writes_the_page_of_its_sums_with_it() -> None:
    repository = Recording()
    household = Household(build_skill(repository), "runner")
    of_a_kind = said("LogRun", ("unit", "kilometres"), ("run_kind", "easy"), shoe="ghosts", distance="7")
    corrected = (of_a_kind, said("CorrectDistance", ("unit", "kilometres"), distance="9"), said("AMAZON.Yes"))
    taken_back = (said("Undo"), said("AMAZON.Yes"))
    list(household.says_all((*USE, *EVERYDAY, *corrected, *taken_back)))
    kinds = [
        bool(getattr(change, kind))
        for change in repository.log_changes
        for kind in ("added", "replaced", "removed")
    ]
    assert len(repository.log_changes) >= 6
    assert [any(kinds[start::3]) for start in range(3)] == [True, True, True]
    for change in repository.log_changes:
        told_of = {entry.body["is"] for entry in (*change.added, *change.replaced, *change.removed)}
        assert {SUMS[kind] for kind in told_of} <= change.pages.keys()


def test_a_run_changed_in_what_no_sum_tells_writes_the_page_too(repository: Repository) -> None:
    """Nothing of the page is otherwise then but its version."""
    runner = Runner(repository)
    runner.say("AddShoes", shoe="ghosts")
    runner.say("LogRun", distance="7", unit="kilometres", shoe="ghosts")
    notebook = repository.read(runner.user, runner.now)
    turn = Turn("request", runner.now, runner.user)
    kept = KeptPages.of(notebook)
    runs, _ = runs_of(notebook.entries)
    shoes = ShoesInTurn(kept.shoes.rotation, lambda: RecentRuns(runs))
    shoes.keep(Update(kept.shoes.rotation, replaced=(replace(runs[0], kind=RunKind.RACE),)))
    talk = Talk(
        turn,
        Phrasebook.of("en", SystemRandom()),
        exercises(),
        SystemRandom(),
        kept.profile,
        shoes,
        PlaceSettings(turn, kept.shoes.local_settings),
    )
    change = pages_changed(talk, notebook, WALKTHROUGH)
    assert len(change.replaced) == 1
    assert change.pages.keys() == {SHOES}
