"""A runner who talks about shoes: what reaches the skill behind the understanding, on any store."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from skill.conversation.my_data import stored_rotation
from skill.device.envelopes import Envelopes
from skill.hearing.slot_spans import Match
from skill.shoes.rotation import Rotation
from skill.storage.repository import Repository
from skill.value import replace
from tests import runner

SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Runner:
    """One user with one device; every turn takes a minute."""

    def __init__(self, repository: Repository, user: str = "runner", now: datetime = SUNDAY) -> None:
        self.repository = repository
        self.user = user
        self.system: dict[str, str] = {}
        self.request: dict[str, Any] = {}
        self._runner = runner.Runner(repository, now)
        self._runner.envelopes = Envelopes(user)
        self._runner.envelopes.open_session()

    @property
    def now(self) -> datetime:
        """The device's clock."""
        return self._runner.now

    @now.setter
    def now(self, now: datetime) -> None:
        self._runner.now = now

    @property
    def echo(self) -> Envelopes:
        """What builds the device's requests."""
        return self._runner.envelopes

    @property
    def last(self) -> Mapping[str, Any]:
        """The envelope of the last answer."""
        return self._runner.heard.envelope if self._runner.heard else {}

    def say(self, intent: str, *, resolved: str = "", **slots: str) -> str:
        """The answer to an intent.

        Args:
            intent: its name without the "Intent" at its end.
            resolved: the id of the pair that Alexa takes the shoe slot for.
            slots: as Alexa delivers them; the values of closed lists are ids.
        """
        if not self.echo.session:
            self.echo.open_session()
        name = f"{intent}Intent"
        declared = runner.slots_of(name)
        filled = {slot: runner.filled(declared[slot], value) for slot, value in slots.items()}
        if resolved:
            filled["shoe"] = replace(filled["shoe"], dynamic=(Match(resolved, slots["shoe"]),))
        self.request = self.echo.intent(self.now, name, filled, declared)
        self.request["context"]["System"] |= self.system
        return self.again()

    def talk(self, *turns: tuple[str, dict[str, str], list[str]]) -> None:
        """A conversation: intents, their slots, and what must be heard in each answer."""
        for intent, slots, heard in turns:
            answer = self.say(intent, **slots)
            for fragment in heard:
                assert fragment in answer, f"{intent} {slots}: {answer}"

    @property
    def rotation(self) -> Rotation:
        """The shoes as they are kept."""
        return stored_rotation(self.repository, self.user, self.now)

    def again(self) -> str:
        """The answer to the last request, delivered as it is."""
        text = self._runner.sends(self.request).text
        self._runner.waits(60)
        return text
