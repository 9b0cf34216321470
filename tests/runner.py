"""A runner with an Echo: says intents, lets time go by, and hears what the skill answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from ask_sdk_core.skill import CustomSkill

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.coach.walkthrough import Walkthrough
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.profile_pages import PROFILE, profile_of
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, walkthrough_of
from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from skill.hearing.slot_spans import Match
from skill.sound.timeline import Timeline, reprompt_of, timeline_of
from skill.speech.phrasebook import lines_of
from skill.storage.repository import Repository
from skill.strava.account import StravaAccount
from tests.heard import slots_by_intent, values_by_type

MORNING = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
USER = "amzn1.ask.account.RUNNER"
APOLOGY = str(lines_of("en")["trouble.apology"])


def slots_of(intent: str) -> Mapping[str, str]:
    """The type of each slot of an intent."""
    return slots_by_intent().get(intent, {})


def filled(slot_type: str, value: str) -> FilledSlot:
    """A slot as Alexa delivers it: a custom type's value is given by its id, or by words outside the type."""
    names = {item.id: item.names[0] for item in values_by_type().get(slot_type, ())}
    matches = (Match(id=value, name=names[value]),) if value in names else ()
    return FilledSlot(names.get(value, value), slot_type, static=matches)


@dataclass(frozen=True)
class Heard:
    """What came back for a request."""

    envelope: Mapping[str, Any]
    timeline: Timeline

    @property
    def response(self) -> Mapping[str, Any]:
        """The response body."""
        body: Mapping[str, Any] = self.envelope["response"]
        return body

    @property
    def text(self) -> str:
        """All that is said."""
        return self.timeline.text

    @property
    def reprompt(self) -> str:
        """What is said when the runner says nothing; empty where there is none."""
        return reprompt_of(self.response, "en").text

    @property
    def open(self) -> bool:
        """Whether the microphone opens after it."""
        return self.response.get("shouldEndSession") is False

    @property
    def silent(self) -> bool:
        """Whether nothing at all is answered."""
        return not {"outputSpeech", "reprompt", "directives", "card"} & self.response.keys()

    @property
    def apologised(self) -> bool:
        """Whether the skill failed."""
        return APOLOGY in self.text


@dataclass
class Runner:
    """One runner with one device.

    Attributes:
        repository: where the skill keeps its notebooks.
        now: the device's clock.
        person: the voice that is recognised; empty for none.
        strava: where Strava's API is; None where the skill knows none.
    """

    repository: Repository
    now: datetime = MORNING
    person: str = ""
    seed: int = 0
    strava: str | None = None
    skill: CustomSkill = field(init=False)
    envelopes: Envelopes = field(init=False)
    heard: Heard | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        chance = lambda _: Random(self.seed)  # noqa: E731, S311 - the same test twice is the same
        account = partial(StravaAccount, self.strava) if self.strava else None
        self.skill = build_skill(self.repository, chance=chance, account=account)
        self.envelopes = Envelopes(user=USER, person=self.person)

    def opens(self) -> Heard:
        """Say "open foot coach"."""
        self.envelopes.open_session()
        return self.sends(self.envelopes.launch(self.now))

    def says(self, intent: str, **slots: str) -> Heard:
        """Say an intent with its slots filled; outside a session it opens one."""
        if not self.envelopes.session:
            self.envelopes.open_session()
        declared = slots_of(intent)
        values = {name: filled(declared[name], value) for name, value in slots.items()}
        return self.sends(self.envelopes.intent(self.now, intent, values, declared))

    def waits(self, seconds: float) -> None:
        """Let time go by."""
        self.now += timedelta(seconds=seconds)

    def hears_out(self) -> None:
        """Let the last reply go by to its end."""
        self.waits(self.heard.timeline.seconds if self.heard else 0.0)

    def leaves(self, reason: str = "USER_INITIATED") -> Heard:
        """End the session without a word to the skill."""
        heard = self.sends(self.envelopes.session_ended(self.now, reason))
        self.envelopes.session = {}
        return heard

    def is_unplugged(self) -> None:
        """Lose power: nothing reaches the skill."""
        self.envelopes.session = {}

    def sends(self, request: dict[str, Any]) -> Heard:
        """Send a request envelope and take over what the answer leaves in the session."""
        envelope = answer(lambda: self.skill, request)
        self.heard = Heard(envelope, timeline_of(envelope["response"], "en"))
        if self.envelopes.session:
            self.envelopes.session["attributes"] = dict(envelope.get("sessionAttributes") or {})
        if envelope["response"].get("shouldEndSession") is True:
            self.envelopes.session = {}
        return self.heard

    def walkthrough(self) -> Walkthrough | None:
        """The household's walkthrough as it is kept."""
        page = self.repository.read(USER, self.now).pages.get(WALKTHROUGH)
        return walkthrough_of(page.body, exercises()) if page else None

    def profile(self) -> Profile:
        """The profile as it is kept."""
        page = self.repository.read(USER, self.now).pages.get(PROFILE)
        return profile_of(page.body) if page else Profile()
