"""What a speaker keeps through a loss of power: its clock and the session that was open."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from skill.value import Value


class Memory(Value):
    """The last that a speaker knew.

    Attributes:
        clock: its time, aware, UTC.
        session: the open session as requests carry it; None when none was open.
    """

    clock: datetime
    session: dict[str, Any] | None


class Journal:
    """A small file beside the notebooks, one record a user.

    A session that a killed speaker left open is ended when it is switched on again, as of the moment
    it was last alive; so the skill learns how much of its reply was heard, as Alexa's cloud tells it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, user: str) -> Memory | None:
        """What was kept for the user; None where nothing was, or nothing that can be read."""
        record: Any = self._records().get(user)
        try:
            clock, session = datetime.fromisoformat(record["clock"]), record["session"]
        except (KeyError, TypeError, ValueError):
            return None
        if clock.tzinfo is None:
            return None
        return Memory(clock, session if isinstance(session, dict) else None)

    def write(self, user: str, memory: Memory) -> None:
        """Keep this for the user, whole or not at all; where no file can be, nothing is kept."""
        records = self._records()
        records[user] = {"clock": memory.clock.isoformat(), "session": memory.session}
        self._write(records)

    def drop(self, user: str) -> None:
        """Keep nothing for the user any more."""
        records = self._records()
        if records.pop(user, None) is not None:
            self._write(records)

    def _write(self, records: dict[str, Any]) -> None:
        fresh = self._path.with_suffix(".new")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(records), "utf-8")
            fresh.replace(self._path)

    def _records(self) -> dict[str, Any]:
        try:
            records = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return records if isinstance(records, dict) else {}
