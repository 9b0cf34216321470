"""The entry point: a request envelope as JSON in, a response envelope as JSON out, and never an exception."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from random import SystemRandom
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope

from skill.alexa.envelope import REQUESTS, Envelope, reduced
from skill.alexa.log_terms import error_term, place_of, request_term
from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.speech import ssml
from skill.speech.phrasebook import Phrasebook

logger = logging.getLogger("foot_coach")

ENDING = frozenset({"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"})
"""Intents after which the session is over, whatever fails."""
SPEECHLESS = frozenset(
    {
        "SessionEndedRequest",
        "System.ExceptionEncountered",
        "Alexa.Presentation.APL.UserEvent",
        "AlexaSkillEvent.SkillDisabled",
    }
)
"""Requests after which no apology is spoken: none may be, or nobody has said anything."""
_EVERYDAY = {
    "session": {},
    "context": {"System": {"device": {"supportedInterfaces": {"Alexa.Presentation.APL": {}}}}},
    "request": {
        "type": "IntentRequest",
        "timestamp": "2026-11-22T17:00:00Z",
        "intent": {"slots": {"exercise": {"resolutions": {"resolutionsPerAuthority": [{"values": [{}]}]}}}},
    },
}
"""What about every request holds: the SDK imports each part's class when it first meets it."""


def handle(event: Any, context: Any = None) -> Envelope:  # noqa: ARG001 - the runtime passes it
    """Answer one request of Alexa's, as the settings say.

    Args:
        event: the request envelope as parsed JSON; anything at all is survived.
        context: the runtime's; not used.
    """
    return answer(_skill, event)


def prepare() -> None:
    """Do now what the first turn would have to do; where nothing can be set up, fail before anyone asks.

    Raises:
        SettingsError: a setting is missing or wrong.
        ContentError: a file of the content is broken.
    """
    _read(_skill(), reduced(_EVERYDAY))
    Phrasebook.of("en", SystemRandom())


def answer(skill: Callable[[], CustomSkill], event: Any) -> Envelope:
    """Answer one request with a skill; whatever goes wrong becomes one honest apology, or a goodbye.

    A type of request that the skill does not know is ignored: its answer may not be allowed to speak.

    Args:
        skill: gives the skill; what it raises is apologised for too.
        event: the request envelope as parsed JSON.
    """
    envelope = reduced(event)
    kind = envelope["request"].get("type", "")
    told = error_term(event)
    if told:
        logger.warning("told of an error: %s: %s", request_term(kind), told)
    if kind and kind not in REQUESTS:
        logger.info("request ignored: %s", request_term(kind))
        return _silence(envelope)
    try:
        made = skill()
        response = made.serializer.serialize(made.invoke(_read(made, envelope), None))
    except Exception as error:  # noqa: BLE001 - the edge: nothing may reach the runner but the apology
        logger.error(  # noqa: TRY400 - a traceback can quote what the runner said
            "request not answered: %s: %s: %s", request_term(kind), type(error).__name__, place_of(error)
        )
        return _last_resort(envelope)
    return dict(response) if isinstance(response, Mapping) else _silence(envelope)


@cache
def _skill() -> CustomSkill:
    settings = Settings.read()
    return build_skill(settings.repository(), settings.skill_id)


def _read(skill: CustomSkill, envelope: Envelope) -> RequestEnvelope:
    request: RequestEnvelope = skill.serializer.deserialize(json.dumps(envelope), RequestEnvelope)
    return request


def _last_resort(envelope: Envelope) -> Envelope:
    """What is answered when nothing else can be: silence, a goodbye to who wants to go, or the apology.

    The apology leaves the session open and gives its attributes back as they came.
    """
    request = envelope["request"]
    if request.get("type") in SPEECHLESS:
        return _silence(envelope)
    words = Phrasebook.of("en", SystemRandom())
    if request.get("intent", {}).get("name") in ENDING:
        goodbye = {"outputSpeech": _speech(words.say("walkthrough.goodbye")), "shouldEndSession": True}
        return {"version": "1.0", "response": goodbye}
    apology = {
        "outputSpeech": _speech(words.say("trouble.apology")),
        "reprompt": {"outputSpeech": _speech(words.say("trouble.apology_reprompt"))},
        "shouldEndSession": False,
    }
    return {"version": "1.0", **_attributes(envelope), "response": apology}


def _silence(envelope: Envelope) -> Envelope:
    return {"version": "1.0", **_attributes(envelope), "response": {}}


def _attributes(envelope: Envelope) -> Envelope:
    """What the session keeps, as it came; nothing where there is no session."""
    return {"sessionAttributes": envelope["session"].get("attributes", {})} if "session" in envelope else {}


def _speech(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{ssml.escape(text)}</speak>"}
