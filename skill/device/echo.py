"""An Echo for one's own machine: hears utterances, keeps the session and the time, sends requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from skill.device.backend import Skill
from skill.device.elicitation import Elicitation, elicitation_of
from skill.device.envelopes import Envelopes
from skill.device.journal import Journal, Memory
from skill.device.screen_clock import ScreenEvent, event_of, token_of
from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.interpreter import Interpreter
from skill.sound.timeline import Timeline, reprompt_of, timeline_of
from skill.value import Value, replace

MICROPHONE_SECONDS = 8.0
"""How long an Echo listens after a reply, and again after the reprompt (Alexa's documentation: about 8 s)."""
LONGEST_UTTERANCE = 1_000
"""Characters; nobody says more between two breaths, and matching more takes long."""


YES = "AMAZON.YesIntent"
FALLBACK = "AMAZON.FallbackIntent"
GUESS = "guess"
"""The slot in which the skill is told what was perhaps meant, so that it asks; Alexa never sends it."""


class Exchange(Value):
    """One request and its response.

    Attributes:
        said: the utterance; empty where nothing was said (a session that ran out, a touch).
        understood: what it meant; None for a launch, for silence and for a touch.
        request: the request envelope.
        response: the response envelope.
        timeline: when each word of the response sounds.
        open: whether the session is still open.
    """

    said: str
    understood: Interpretation | None
    request: dict[str, Any]
    response: Mapping[str, Any]
    timeline: Timeline
    open: bool


class Reprompt(Value):
    """What sounds when nobody answers a response.

    Attributes:
        response: what plays: an `outputSpeech`, and the directives of an audio document where there is one.
        timeline: when each word of it sounds.
    """

    response: Mapping[str, Any]
    timeline: Timeline


@dataclass(slots=True)
class Echo:
    """A speaker with one skill.

    Attributes:
        skill: answers a request envelope with a response envelope.
        interpreter: of the device's locale.
        envelopes: builds its requests.
        now: its clock, aware, UTC.
        journal: survives a loss of power; None keeps nothing.
    """

    skill: Skill
    interpreter: Interpreter
    envelopes: Envelopes
    now: datetime
    journal: Journal | None = None
    open: bool = field(default=False, init=False)
    _reply_ends: datetime | None = field(default=None, init=False)
    _reprompt: Reprompt | None = field(default=None, init=False)
    _reprompted: bool = field(default=False, init=False)
    _screen_event: tuple[datetime, ScreenEvent] | None = field(default=None, init=False)
    _shown: str | None = field(default=None, init=False)
    _entities: dict[str, list[dict[str, Any]]] = field(default_factory=dict, init=False)
    _elicitation: Elicitation | None = field(default=None, init=False)
    _guess: Interpretation | None = field(default=None, init=False)

    def switch_on(self, earliest: datetime | None = None) -> None:
        """Set the clock, and end the session that a loss of power left open.

        Args:
            earliest: the time now, or a later one that the journal tells; None keeps the clock as it is.
        """
        memory = self.journal.read(self.envelopes.user) if self.journal else None
        if memory is None:
            return
        if memory.session:
            self.envelopes.session = {**memory.session, "new": False}
            self.skill(self.envelopes.session_ended(memory.clock, "EXCEEDED_MAX_REPROMPTS"))
        if earliest is not None:
            self.now = max(earliest, memory.clock)
        self._remember()

    def hear(self, utterance: str) -> Exchange:
        """Answer an utterance; outside a session it opens one, for this speaker has no other skill."""
        said, opens = self.interpreter.invocation.split(utterance[:LONGEST_UTTERANCE])
        if opens or not self.open:
            self.envelopes.open_session()
            self._entities, self._elicitation, self._guess, self._shown = {}, None, None, None
        if opens and not said:
            return self._send(utterance, None, self.envelopes.launch(self.now))
        understood = self._understood(said)
        elicitation = self._elicitation
        guess, self._guess = self._guess, understood if understood.guess else None
        if guess and understood.intent == YES:
            understood = replace(guess, said=utterance, guess="")
        name, slots = _told(understood)
        answers = self.is_asked_for(name)
        request = self.envelopes.intent(
            self.now,
            name,
            slots,
            self.interpreter.slots_of(name),
            dialog=elicitation.dialog if elicitation and answers else None,
        )
        return self._send(utterance, understood, request)

    def touch(self, argument: str) -> Exchange | None:
        """Touch what sends this argument in the document that is shown.

        Returns:
            what is answered; None where no session is open, or nothing is shown that could be touched.
        """
        if not self.open or self._shown is None:
            return None
        self._guess = None
        event = ScreenEvent(0.0, self._shown, [argument, self._shown], touched=True)
        return self._send("", None, self.envelopes.screen_event(self.now, event))

    def understands(self, utterance: str) -> Interpretation:
        """What an utterance would be understood as now; nothing is sent, and nothing is kept of it."""
        return self._understood(self.interpreter.invocation.split(utterance[:LONGEST_UTTERANCE])[0])

    def is_asked_for(self, intent: str) -> bool:
        """Whether a slot of this intent was asked for."""
        return self._elicitation is not None and self._elicitation.wanted.intent == intent

    @property
    def microphone_open(self) -> bool:
        """Whether the microphone is open when the reply is over: something was asked, or invited."""
        return self.open and not self.goes_on

    @property
    def names_taught(self) -> tuple[str, ...]:
        """The names that the skill has taught for this session, each value's first."""
        return tuple(value["values"][0] for values in self._entities.values() for value in values)

    def wait(self, seconds: float) -> list[Reprompt | Exchange]:
        """Let time go by without a word.

        Returns:
            what comes meanwhile beyond the reply: the reprompt with what it performs, behind which silence
            ends the session, or what is performed when the screen goes on by itself.
        """
        heard: list[Reprompt | Exchange] = []
        until = self.now + timedelta(seconds=seconds)
        while self.open and self._screen_event and until >= self._screen_event[0]:
            self.now, event = self._screen_event
            heard.append(self._send("", None, self.envelopes.screen_event(self.now, event)))
        if self.open and self._reply_ends:
            microphone = timedelta(seconds=MICROPHONE_SECONDS)
            reprompt_at = self._reply_ends + microphone
            if not self._reprompted and until >= reprompt_at:
                self._reprompted = True
                self._reply_ends = reprompt_at
                if self._reprompt:
                    heard.append(self._reprompt)
                    self._reply_ends += timedelta(seconds=self._reprompt.timeline.seconds)
            over = self._reply_ends + microphone
            if self._reprompted and until >= over:
                self.now = over
                self._send("", None, self.envelopes.session_ended(over, "EXCEEDED_MAX_REPROMPTS"))
        self.now = until
        self._remember()
        return heard

    def leave(self) -> None:
        """End the session where it is: the runner has gone."""
        if self.open:
            self._send("", None, self.envelopes.session_ended(self.now, "USER_INITIATED"))

    @property
    def due(self) -> datetime | None:
        """When something comes by itself if nobody says a word; None where nothing does.

        That is what the screen asks for, the reprompt, or the session's end.
        """
        if not self.open or self._reply_ends is None:
            return None
        if self._screen_event:
            return self._screen_event[0]
        return self._reply_ends + timedelta(seconds=MICROPHONE_SECONDS)

    @property
    def goes_on(self) -> bool:
        """Whether the screen asks for what comes next, with the microphone closed until then."""
        return self.open and self._screen_event is not None

    @property
    def reply_left(self) -> float:
        """Seconds of the last reply that are still to come."""
        if self._reply_ends is None:
            return 0.0
        return max((self._reply_ends - self.now).total_seconds(), 0.0)

    def _understood(self, said: str) -> Interpretation:
        elicited = self._elicitation.wanted if self._elicitation else None
        return self.interpreter.understand(said, self._entities, self.now.astimezone().date(), elicited)

    def _send(self, said: str, understood: Interpretation | None, request: dict[str, Any]) -> Exchange:
        envelope = self.skill(request)
        response = envelope.get("response") or {}
        timeline = timeline_of(response, self.envelopes.locale.partition("-")[0])
        ended = request["request"]["type"] == "SessionEndedRequest"
        self.open = not ended and response.get("shouldEndSession") is not True
        self.envelopes.session["attributes"] = dict(envelope.get("sessionAttributes") or {})
        if self.open and not response:
            # An event that nothing is answered to leaves what is sounding and what is to come.
            return Exchange(said, understood, request, envelope, timeline, self.open)
        self._reply_ends = self.now + timedelta(seconds=timeline.seconds)
        self._reprompt = self._reprompt_of(response)
        self._reprompted = False
        event = event_of(response) if self.open else None
        self._screen_event = (self.now + timedelta(seconds=event.after), event) if event else None
        self._shown = token_of(response) or self._shown
        self._elicitation = elicitation_of(response, request["request"], self.interpreter.slots_of)
        self._learn(response)
        self._remember()
        return Exchange(said, understood, request, envelope, timeline, self.open)

    def _reprompt_of(self, response: Mapping[str, Any]) -> Reprompt | None:
        timeline = reprompt_of(response, self.envelopes.locale.partition("-")[0])
        return Reprompt(response["reprompt"], timeline) if timeline.planned else None

    def _learn(self, response: Mapping[str, Any]) -> None:
        """Take over the dynamic entities that a response teaches."""
        for directive in response.get("directives") or ():
            if directive.get("type") != "Dialog.UpdateDynamicEntities":
                continue
            self._entities = {
                kind["name"]: [
                    {
                        "id": value["id"],
                        "values": [value["name"]["value"], *(value["name"].get("synonyms") or ())],
                    }
                    for value in kind["values"]
                ]
                for kind in directive.get("types") or ()
            }

    def _remember(self) -> None:
        if self.journal:
            session = self.envelopes.session if self.open else None
            self.journal.write(self.envelopes.user, Memory(self.now, session))


def _told(understood: Interpretation) -> tuple[str, Mapping[str, FilledSlot]]:
    """The intent and the slots that a request tells; of what is only guessed, nothing but the words."""
    if understood.guess:
        return FALLBACK, {GUESS: FilledSlot(understood.guess, "AMAZON.SearchQuery")}
    return understood.intent or FALLBACK, understood.slots if understood.intent else {}
