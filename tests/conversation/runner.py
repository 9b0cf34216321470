"""A runner who says intents: what reaches the skill behind the understanding, on any store."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.conversation.accounts import closet_kept
from skill.shoes.closet import Closet
from skill.speaker.envelopes import Envelopes
from skill.speaker.slot_values import Match
from skill.speaker.timeline import timeline_of
from skill.speaker.understood import UnderstoodSlot
from skill.storage.repository import Repository

SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
BY_ID = {
    "run_kind",
    "unit",
    "race_distance",
    "fraction",
    "period",
    "switch",
    "body_area",
    "routine",
    "exercise",
}


class Runner:
    """One user with one device; every turn takes a minute."""

    def __init__(self, repository: Repository, user: str = "runner", now: datetime = SUNDAY) -> None:
        self.repository = repository
        self.user = user
        self.now = now
        self.skill = build_skill(repository, random=Random(0))  # noqa: S311  chance among wordings
        self.echo = Envelopes(user)
        self.echo.open_session()
        self.system: dict[str, str] = {}
        self.last: dict[str, Any] = {}
        self.request: dict[str, Any] = {}

    def say(self, intent: str, *, resolved: str = "", **slots: str) -> str:
        """The answer to an intent.

        Args:
            intent: its name without the "Intent" at its end.
            resolved: the id of the pair that Alexa takes the shoe slot for.
            slots: as Alexa delivers them; the values of closed lists are ids.
        """
        understood = {
            name: UnderstoodSlot(
                value,
                name,
                static=(Match(value, value),) if name in BY_ID else (),
                dynamic=(Match(resolved, value),) if resolved and name == "shoe" else (),
            )
            for name, value in slots.items()
        }
        self.request = self.echo.intent(self.now, f"{intent}Intent", understood)
        self.request["context"]["System"] |= self.system
        return self.again()

    def talk(self, *turns: tuple[str, dict[str, str], list[str]]) -> None:
        """A conversation: intents, their slots, and what must be heard in each answer."""
        for intent, slots, heard in turns:
            answer = self.say(intent, **slots)
            for fragment in heard:
                assert fragment in answer, f"{intent} {slots}: {answer}"

    @property
    def closet(self) -> Closet:
        """The shoes as they are kept."""
        return closet_kept(self.repository, self.user, self.now)

    def again(self) -> str:
        """The answer to the last request, delivered as it is."""
        self.last = answer(lambda: self.skill, self.request)
        self.echo.session["attributes"] = dict(self.last.get("sessionAttributes") or {})
        self.echo.session["new"] = False
        self.now += timedelta(minutes=1)
        return timeline_of(self.last["response"]).text
