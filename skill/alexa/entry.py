"""The entry point: a request envelope as JSON in, a response envelope as JSON out, but for one exception."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from random import SystemRandom
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope

from skill.alexa import responses
from skill.alexa.envelope import REQUESTS, Envelope, reduced
from skill.alexa.loggable import error_term, place_of, request_term
from skill.alexa.skill import UnansweredError, build_skill
from skill.settings import Settings, starts_from_a_snapshot
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
    "context": {"System": {"device": {"supportedInterfaces": {}}}},
    "request": {
        "type": "IntentRequest",
        "timestamp": "2026-11-22T17:00:00Z",
        "intent": {"slots": {"exercise": {"resolutions": {"resolutionsPerAuthority": [{"values": [{}]}]}}}},
    },
}
"""What about every request holds: the SDK imports each part's class when it first meets it."""
_FROM_A_SCREEN = {
    **_EVERYDAY,
    "context": {"System": {"device": {"supportedInterfaces": {"Alexa.Presentation.APL": {}}}}},
}


def handle(event: Any, context: Any = None) -> Envelope:  # noqa: ARG001 - the runtime passes it
    """Answer one request of Alexa's, as the settings say.

    Args:
        event: the request envelope as parsed JSON; anything at all is survived.
        context: the runtime's; not used.

    Raises:
        UnansweredError: an event could not be carried out, and is to be delivered again.
    """
    return answer(_skill, event)


def prepare() -> None:
    """Do now what the first turn would have to do; where nothing can be set up, fail before anyone asks.

    What only a screen needs is left to the first turn that shows something, unless a snapshot is to be taken.

    Raises:
        SettingsError: a setting is missing or wrong.
        ContentError: a file of the content is broken.
    """
    _read(_skill(), reduced(_EVERYDAY))
    Phrasebook.of("en", SystemRandom())
    if starts_from_a_snapshot():
        _read(_skill(), reduced(_FROM_A_SCREEN))
        responses.screen_writer()


def answer(skill: Callable[[], CustomSkill], event: Any) -> Envelope:
    """Answer one request with a skill; whatever goes wrong becomes one honest apology, or a goodbye.

    A type of request that the skill does not know is ignored: its answer may not be allowed to speak. One
    that cannot be answered is tried again without what its session carries, which may have come back broken.

    Args:
        skill: gives the skill; what it raises is apologised for too.
        event: the request envelope as parsed JSON.

    Raises:
        UnansweredError: an event could not be carried out. To the Lambda's runtime and to the service that is
            a failure like any, and Amazon delivers a skill's event again until it is answered, for an hour.
    """
    envelope = reduced(event)
    kind = envelope["request"].get("type", "")
    told = error_term(event)
    if told:
        logger.warning("told of an error: %s: %s", request_term(kind), told)
    if kind and kind not in REQUESTS:
        logger.info("request ignored: %s", request_term(kind))
        return _silence(envelope)
    failed: list[Exception] = []
    for given in (envelope, _without_attributes(envelope)):
        if given is None:
            break
        try:
            response = _respond(skill(), given)
        except UnansweredError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge: nothing may reach the runner but the apology
            failed.append(error)
        else:
            if failed:
                logger.warning("session dropped: %s: %s", request_term(kind), _defect(failed[0]))
            return response
    logger.error("request not answered: %s: %s", request_term(kind), _defect(failed[0]))
    return _last_resort(envelope)


@cache
def _skill() -> CustomSkill:
    settings = Settings.read()
    account = settings.strava_account() if settings.strava_linked else None
    return build_skill(settings.repository(), settings.skill_id, account=account)


def _respond(skill: CustomSkill, envelope: Envelope) -> Envelope:
    """The response envelope, which can surely be sent.

    Raises:
        ValueError: it is no JSON, or more than Alexa takes.
    """
    response = skill.serializer.serialize(skill.invoke(_read(skill, envelope), None))
    if not isinstance(response, Mapping):
        return _silence(envelope)
    text = json.dumps(response, allow_nan=False, ensure_ascii=False)
    sent = text.encode(errors="replace")
    if len(sent) > responses.LARGEST_RESPONSE:
        raise ValueError("a response is larger than Alexa takes")
    # A name in an old notebook may hold half a character, which UTF-8 has not.
    whole: Envelope = dict(response) if sent.decode() == text else json.loads(sent)
    return whole


def _without_attributes(envelope: Envelope) -> Envelope | None:
    """The request as if its session carried nothing; None where it does not."""
    if not envelope.get("session", {}).get("attributes"):
        return None
    return {**envelope, "session": {**envelope["session"], "attributes": {}}}


def _defect(error: Exception) -> str:
    """Kind and place of an error; a traceback can quote what the runner said."""
    return f"{type(error).__name__}: {place_of(error)}"


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
