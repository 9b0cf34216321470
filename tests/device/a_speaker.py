"""A speaker on the shelf, in this process."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from skill.alexa.alexa_reminders import reminders_at_alexa
from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.reminder_service import Reminders
from skill.device.echo import Echo
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal
from skill.hearing.elicited_slot import ElicitedSlot
from skill.hearing.interpretation import Interpretation
from skill.hearing.interpreter import Interpreter
from skill.hearing.sentences import Sentences
from skill.hearing.vocabulary import Vocabulary
from skill.storage.repository import Repository
from skill.storage.sqlite import SQLiteRepository
from skill.value import replace

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


class Remembering(Interpreter):
    """Understands each utterance once: many conversations begin with the same words.

    A pair has another id in each of them, which says nothing of what is meant: it is understood by its place
    among those taught, and gets its id behind that.
    """

    def __init__(self, known: Sentences, words: Vocabulary) -> None:
        super().__init__(known, words)
        self._remembered: dict[str, Interpretation] = {}

    def understand(
        self,
        utterance: str,
        dynamic_entities: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        today: date | None = None,
        elicited: ElicitedSlot | None = None,
    ) -> Interpretation:
        ids: list[str] = []
        placed: dict[str, list[Mapping[str, Any]]] = {}
        for slot_type, values in (dynamic_entities or {}).items():
            for value in values:
                placed.setdefault(slot_type, []).append({**value, "id": str(len(ids))})
                ids.append(value["id"])
        asked = repr((utterance, placed, today, elicited))
        if asked not in self._remembered:
            self._remembered[asked] = super().understand(utterance, placed, today, elicited)
        remembered = self._remembered[asked]
        return replace(
            remembered,
            slots={
                name: replace(
                    slot, dynamic=tuple(replace(match, id=ids[int(match.id)]) for match in slot.dynamic)
                )
                for name, slot in remembered.slots.items()
            },
        )


@cache
def interpreter() -> Interpreter:
    return Remembering.of("en-US")


def speaker(
    folder: Path,
    now: datetime = EVENING,
    account: Callable[[str], RunAccount] | None = None,
    reminders: Reminders = reminders_at_alexa,
    notebooks: Repository | None = None,
) -> Echo:
    """A speaker that has just been given power; what it knew before is in the folder.

    Args:
        folder: where it keeps what it knows.
        now: what its clock shows.
        account: gives the runner's account at Strava.
        reminders: gives what keeps the runner's reminders; by itself a speaker has nothing that does.
        notebooks: where notebooks are kept; by default in the folder.
    """
    repository = notebooks or SQLiteRepository(folder / "notebooks.sqlite3")
    chance = lambda _: Random(0)  # noqa: E731, S311 - chance, not secrets
    made = build_skill(repository, chance=chance, account=account, reminders=reminders)

    def skill(request: dict[str, Any]) -> Mapping[str, Any]:
        return answer(lambda: made, request)

    device = Echo(skill, interpreter(), Envelopes("runner"), now, Journal(folder / "speaker.json"))
    device.switch_on(now)
    return device
