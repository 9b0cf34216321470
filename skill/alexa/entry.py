"""The entry point: a request envelope as JSON in, a response envelope as JSON out, and never an exception."""

import json
import logging
import re
from collections.abc import Callable, Mapping
from functools import cache
from random import SystemRandom
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope

from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.speech import ssml
from skill.speech.phrasebook import Phrasebook

logger = logging.getLogger("foot_coach")

Envelope = dict[str, Any]
SPEECHLESS = (
    "SessionEndedRequest",
    "Alexa.Presentation.APL.",
    "AlexaSkillEvent.",
    "AudioPlayer.",
    "PlaybackController.",
    "System.",
)
"""Request types, or their beginnings, to which nothing may be said."""
_EVERYDAY = {
    "session": {"user": {}, "application": {}},
    "context": {
        "System": {"device": {"supportedInterfaces": {"AudioPlayer": {}}}, "user": {}},
        "AudioPlayer": {},
    },
    "request": {"type": "IntentRequest", "intent": {"slots": {}}, "timestamp": "2026-11-22T17:00:00Z"},
}
"""What about every request holds: the SDK imports each part's class when it first meets it."""
_TYPE = re.compile(r"[A-Za-z]{1,40}(\.[A-Za-z]{1,40}){0,5}")


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
    skill = _skill()
    skill.serializer.deserialize(json.dumps(_EVERYDAY), RequestEnvelope)
    Phrasebook.of("en", SystemRandom())


def answer(skill: Callable[[], CustomSkill], event: Any) -> Envelope:
    """Answer one request with a skill; whatever goes wrong becomes one honest apology.

    Args:
        skill: gives the skill; what it raises is apologised for too.
        event: the request envelope as parsed JSON.
    """
    request_type = _request_type(event)
    try:
        made = skill()
        envelope = made.serializer.deserialize(json.dumps(_readable(event)), RequestEnvelope)
        response = made.serializer.serialize(made.invoke(envelope, None))
    except Exception as error:  # noqa: BLE001 - the edge: nothing may reach the runner but the apology
        logger.error(  # noqa: TRY400 - a traceback can quote what the runner said
            "request not answered: %s: %s: %s",
            request_type or "no request",
            type(error).__name__,
            _where(error),
        )
        return _silence() if request_type.startswith(SPEECHLESS) else _apology(event)
    return dict(response) if isinstance(response, Mapping) else _silence()


@cache
def _skill() -> CustomSkill:
    settings = Settings.read()
    return build_skill(settings.repository(), settings.skill_id)


def _readable(event: Any) -> Any:
    """The event without what the SDK cannot read: it refuses errors of a type that it does not know."""
    if _request_type(event).startswith("Alexa.Presentation.") and "errors" in event["request"]:
        return {**event, "request": {**event["request"], "errors": []}}
    return event


def _request_type(event: Any) -> str:
    request = event.get("request") if isinstance(event, Mapping) else None
    kind = request.get("type") if isinstance(request, Mapping) else None
    # It is logged: what does not look like a type may be anything, somebody's words or name included.
    return kind if isinstance(kind, str) and _TYPE.fullmatch(kind) else ""


def _where(error: BaseException) -> str:
    """File and line of our own code that was last in the error's way, without any of its data."""
    trace, place = error.__traceback__, "unknown"
    while trace:
        path = trace.tb_frame.f_code.co_filename
        if "skill" in path:
            place = f"{path.rpartition('/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _silence() -> Envelope:
    return {"version": "1.0", "response": {}}


def _apology(event: Any) -> Envelope:
    """The apology; it leaves the session open and gives its attributes back as they came."""
    words = Phrasebook.of("en", SystemRandom())
    session = event.get("session") if isinstance(event, Mapping) else None
    attributes = session.get("attributes") if isinstance(session, Mapping) else None
    return {
        "version": "1.0",
        "sessionAttributes": attributes if isinstance(attributes, Mapping) else {},
        "response": {
            "outputSpeech": _speech(words.say("trouble.apology")),
            "reprompt": {"outputSpeech": _speech(words.say("trouble.apology_reprompt"))},
            "shouldEndSession": False,
        },
    }


def _speech(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{ssml.escape(text)}</speak>"}
