"""The history: practices and runs by day, the newest first."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from random import Random
from typing import Any, Final

from skill.browser.views.units import distance, unit_of
from skill.coach.stretch_log import Practice
from skill.content.loader import exercises
from skill.conversation.memory.run_entries import runs_of
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, shoes_of
from skill.conversation.memory.stretch_pages import practices_of
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, read_walkthrough
from skill.shoes.distance import Unit
from skill.shoes.run import Run
from skill.speech.phrasebook import Phrasebook
from skill.storage.repository import Page, Repository, UnreadableError
from skill.value import Value

MOST: Final = 200
"""Entries that are shown: half a year of a runner who stretches after every run."""


class History(Value):
    """Makes the view.

    Attributes:
        repository: the store.
        locale: as in "en-US".
        clock: aware, UTC.
    """

    repository: Repository
    locale: str
    clock: Callable[[], datetime]

    def __call__(self, user: str) -> dict[str, Any]:
        """The view as JSON.

        Returns:
            `entries`, each with its `day` (ISO 8601): a practice has `routine` (its id), `seconds` held, its
            `state`, "under-way" as long as the coach would go on with it, "broken-off" where no exercise was
            done, else "over", and the names of exercises that were `done` and, once it is over, `left_out`; a
            run has `distance`, and `pair` where it
            is known. `practices` and `seconds` are those of all practices that counted.

        Raises:
            StorageError: the store, or the shoes' page, could not be read.
        """
        phrasebook = Phrasebook.of(self.locale.partition("-")[0], Random(0))  # noqa: S311 - names do not vary
        now = self.clock()
        pages = self.repository.read(user, now).pages
        told = shoes_of(pages[SHOES].body) if SHOES in pages else None
        under_way = _under_way(pages, now)
        log = list(self.repository.log(user))
        practices = [practice for practice in practices_of(log)[0] if practice.counts]
        runs = runs_of(log)[0]
        unit = unit_of(told, self.locale)
        entries = [
            *(_practice(one, phrasebook, _state(one, under_way)) for one in practices),
            *(_run(run, told, unit) for run in runs),
        ]
        entries.sort(key=lambda entry: entry["at"], reverse=True)
        return {
            "entries": entries[:MOST],
            "practices": len(practices),
            "seconds": round(sum(practice.seconds for practice in practices)),
        }


def _under_way(pages: Mapping[str, Page], now: datetime) -> set[datetime]:
    """When the walkthroughs were begun that can be gone on with."""
    begun = set()
    for name, page in pages.items():
        if not name.startswith(WALKTHROUGH):
            continue
        try:
            walkthrough = read_walkthrough(page.body, exercises())
        except UnreadableError:
            continue
        if walkthrough and walkthrough.can_resume(now):
            begun.add(walkthrough.begun_at)
    return begun


def _state(practice: Practice, under_way: Collection[datetime]) -> str:
    if practice.at in under_way:
        return "under-way"
    return "over" if practice.done else "broken-off"


def _practice(practice: Practice, phrasebook: Phrasebook, state: str) -> dict[str, Any]:
    return {
        "at": practice.at.isoformat(),
        "day": practice.at.astimezone().date().isoformat(),
        "routine": str(practice.routine),
        "seconds": round(practice.seconds),
        "done": _names(practice.done, phrasebook),
        "state": state,
        "left_out": _names(practice.left_out, phrasebook) if state == "over" else [],
    }


def _names(exercises: Iterable[str], phrasebook: Phrasebook) -> list[str]:
    return [phrasebook.say(f"exercises.{exercise}.name") for exercise in exercises]


def _run(run: Run, told: ShoesTold | None, unit: Unit) -> dict[str, Any]:
    pair = told.rotation.find(run.shoe) if told else None
    return {
        "at": run.at.isoformat(),
        "day": run.day.isoformat(),
        "distance": distance(run.metres, unit),
        "pair": pair.nickname if pair else "",
    }
