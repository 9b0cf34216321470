"""A speaker whose owner hears every reply to its end, and a look into the notebook behind it."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from skill.conversation.imports.importing import bring_in
from skill.conversation.imports.plan import Circumstances
from skill.importing.found import Found, FoundPair, FoundRun, Measure
from skill.shoes.distance import METRES_IN, Unit
from skill.shoes.name_vocabulary import load_name_vocabulary
from stand_ins.memory import MemoryRepository
from tests.device.a_reminder_service import KeptReminders, in_a_line
from tests.device.a_speaker import speaker
from tests.dialogs.home import SUNDAY_MORNING
from tests.questions.notebook import held
from tests.questions.spoken_intents import SpokenIntents

LONGEST_SILENCE = 600.0
"""Seconds: Alexa listens twice, and a routine's next part may sound in between."""
COMES_IN: Final = re.compile(r"\((\d+) miles come in\)")
AT_STRAVA: Final = re.compile(r"\((\d+) miles stand at Strava in the ([\w ]+)\)")


@dataclass
class Account:
    """An account at Strava.

    Attributes:
        found: what it tells; None where it is not linked.
    """

    found: Found | None = None

    @property
    def linked(self) -> bool:
        """Whether it tells anything."""
        return self.found is not None

    def new_runs(self, since: datetime, known: Collection[str]) -> Found:  # noqa: ARG002 - it tells all there is
        """All that it tells."""
        assert self.found
        return self.found


class LivingRoom:
    """One runner with one speaker.

    Attributes:
        device: the speaker.
        reminders: what keeps the runner's reminders.
    """

    def __init__(self, folder: Path) -> None:
        self._account = Account()
        self.reminders = KeptReminders()
        account = lambda _token: self._account  # noqa: E731 - it takes no more
        self._repository = MemoryRepository()
        self.device = speaker(folder, SUNDAY_MORNING, account, self.reminders.for_turn, self._repository)
        spoken = SpokenIntents(self.device.interpreter)
        self.device.interpreter = spoken  # type: ignore[assignment]  # it understands as one
        self._request: dict[str, Any] = {}

    def say(self, said: str) -> str:
        """The answer to words after the last reply; "4 hours later: stop" lets the time go by first.

        "(3 miles come in)" is said by nobody: a run of today comes in from Strava; and "(3 miles stand at
        Strava in the ghost)" lets one come when Strava is asked.
        """
        if standing := AT_STRAVA.fullmatch(said):
            self._account.found = self._found(float(standing[1]), standing[2])
            return ""
        if coming := COMES_IN.fullmatch(said):
            self._comes_in(float(coming[1]))
            return ""
        hours, _, words = said.rpartition(" hours later: ")
        self.device.wait(float(hours) * 3600 if hours else self.device.reply_left)
        exchange = self.device.hear(words)
        self._request = exchange.request
        return exchange.timeline.text

    def _comes_in(self, miles: float) -> None:
        told = Circumstances(self.device.now, UTC, load_name_vocabulary("en"), "unnamed pair")
        bring_in(self._repository, self.device.envelopes.user, self._found(miles), told)

    def _found(self, miles: float, name: str = "") -> Found:
        """A run of this morning at Strava, in a pair of that name."""
        start = self.device.now - timedelta(hours=2)
        pairs = {"strava:g1": FoundPair("strava:g1", name)} if name else {}
        metres = miles * float(METRES_IN[Unit.MILES])
        return Found((FoundRun("strava:1", start, metres, Measure.SERVICE, tuple(pairs)),), pairs)

    def is_heard_twice(self) -> None:
        """Deliver the last request once more, as Alexa does when an answer is slow."""
        self.device.skill(self._request)

    def is_silent(self) -> str:
        """Say nothing until the session is over; what the speaker says meanwhile."""
        heard = self.device.wait(self.device.reply_left + LONGEST_SILENCE)
        assert not self.device.open
        return " ".join(one.timeline.text for one in heard)

    @property
    def asked(self) -> str:
        """The name of what was asked last; empty when nothing was."""
        attributes: dict[str, Any] = self.device.envelopes.session["attributes"]
        return next((question["is"] for question in attributes.get("questions", ())), "")

    @property
    def notebook(self) -> Counter[str]:
        """What is kept, here and of reminders elsewhere."""
        kept = held(self._repository, self.device.envelopes.user, self.device.now)
        return kept + Counter(map(in_a_line, self.reminders.kept.values()))
