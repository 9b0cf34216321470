"""The skill: one handler of the SDK's for each type of request, which reads it and calls a use case."""

from collections.abc import Callable, Mapping
from functools import partial
from random import Random, SystemRandom
from time import monotonic, sleep
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response, SessionEndedReason

from skill.alexa import responses
from skill.alexa.alexa_reminders import reminders_at_alexa
from skill.alexa.consent import is_given
from skill.alexa.intents import INTENTS
from skill.alexa.requests import turn_of
from skill.alexa.screens.events import GO_ON, INTENTS_TOUCHED
from skill.alexa.slots import Slots
from skill.content.loader import exercises
from skill.conversation import my_data, session
from skill.conversation.attempts import Attempts
from skill.conversation.reminders.leave import after_leave
from skill.conversation.stretching import moving_on, without_audio
from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.reminder_service import Reminders
from skill.conversation.turn.turn import Turn
from skill.conversation.turns import Turns, UseCase
from skill.storage.repository import Repository

Respond = Callable[[Turns, HandlerInput], Response]
"""Answers a request of one type by taking a turn."""


class UnansweredError(Exception):
    """A request must not be answered, so that it is delivered again; nobody is waiting for words."""


def build_skill(
    repository: Repository,
    skill_id: str | None = None,
    chance: Callable[[str], Random] = Random,
    account: Callable[[str], RunAccount] | None = None,
    reminders: Reminders = reminders_at_alexa,
) -> CustomSkill:
    """The skill on a store.

    Args:
        repository: where notebooks are kept.
        skill_id: the only skill whose requests are answered; None answers any.
        chance: gives, for the id of a request, the random numbers of its turn. The id is Amazon's, or drawn
            by the system where a request has none, and by itself it is all the chance there is: the same
            request is answered in the same words.
        account: gives the runner's account at Strava by the access token of a request, which is empty where
            none is linked; None where runners cannot link any.
        reminders: gives what keeps a runner's reminders.
    """
    attempts = Attempts(monotonic, sleep, SystemRandom())
    turns = Turns(repository, exercises(), chance, attempts, account, reminders=reminders)
    builder = SkillBuilder()
    for request_type, respond in RESPONDERS.items():
        builder.add_request_handler(Handler(request_type, turns, respond))
    configuration: Any = builder.skill_configuration
    configuration.skill_id = skill_id
    return CustomSkill(skill_configuration=configuration)


class Handler(AbstractRequestHandler):
    """Answers the requests of one type.

    Args:
        request_type: the type.
        turns: takes the turns.
        respond: reads the request and calls a use case.
    """

    def __init__(self, request_type: str, turns: Turns, respond: Respond) -> None:
        self._request_type = request_type
        self._turns = turns
        self._respond = respond

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is of this type."""
        request: Any = handler_input.request_envelope.request
        return bool(request.object_type == self._request_type)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer the request."""
        return self._respond(self._turns, handler_input)


def _turn(turns: Turns, handler_input: HandlerInput) -> Turn:
    return turn_of(handler_input.request_envelope, turns.account, turns.reminders)


def _speak(turns: Turns, handler_input: HandlerInput, use_case: UseCase) -> Response:
    turn = _turn(turns, handler_input)
    return responses.write(handler_input, turn, turns.take(turn, use_case))


def _stay_silent(turns: Turns, handler_input: HandlerInput, use_case: UseCase) -> Response:
    """Take a turn whose request allows no speech."""
    turns.take(_turn(turns, handler_input), use_case)
    return handler_input.response_builder.response


def _disabled(turns: Turns, handler_input: HandlerInput) -> Response:
    """Remove everything of a user who has disabled the skill.

    Raises:
        UnansweredError: something is left; Amazon delivers the event again.
    """
    if turns.take(_turn(turns, handler_input), my_data.disabled).erasing:
        raise UnansweredError("not everything of a user who left is removed yet")
    return handler_input.response_builder.response


def _intent(turns: Turns, handler_input: HandlerInput) -> Response:
    """Answer an intent; one that the skill does not know like words that were not understood."""
    request: Any = handler_input.request_envelope.request
    use_case = INTENTS.get(request.intent.name, INTENTS["AMAZON.FallbackIntent"])
    slots = Slots(request.intent.slots)
    return _speak(turns, handler_input, lambda talk: use_case(talk, slots))


def _leave_answered(turns: Turns, handler_input: HandlerInput) -> Response:
    """Go on with the reminder for which Alexa has asked the runner's leave."""
    request: Any = handler_input.request_envelope.request
    payload = request.payload or {}
    given, card_sent = is_given(payload), payload.get("isCardThrown") is True
    wish = request.token or ""
    return _speak(
        turns, handler_input, lambda talk: after_leave(talk, wish, given=given, card_sent=card_sent)
    )


def _session_ended(turns: Turns, handler_input: HandlerInput) -> Response:
    """Keep the place when a session ends, and remember a device on which audio ended it."""
    request: Any = handler_input.request_envelope.request
    failed = request.error is not None or request.reason == SessionEndedReason.ERROR
    return _stay_silent(turns, handler_input, without_audio.note_failure if failed else session.leave)


def _screen_event(turns: Turns, handler_input: HandlerInput) -> Response:
    """Do what was touched, or go on when a screen's reply is over, unless something else is shown by now.

    A session that was lost meanwhile does not tell which reply is the last; the walkthrough then does.
    """
    turn = _turn(turns, handler_input)
    request: Any = handler_input.request_envelope.request
    arguments: list[str | None] = request.arguments or []
    kind, token, *_ = [*arguments, None, None]
    use_case = SCREEN_EVENTS.get(kind)
    if use_case is None or turn.attributes.get("shown") not in (None, token):
        return handler_input.response_builder.response
    return _speak(turns, handler_input, use_case)


def _touched(intent: str) -> UseCase:
    return lambda talk: INTENTS[intent](talk, Slots(None))


SCREEN_EVENTS: Mapping[str | None, UseCase] = {
    GO_ON: moving_on.resume_unasked,
    **{touch: _touched(intent) for touch, intent in INTENTS_TOUCHED.items()},
}
"""By the first argument of the event that a screen sends."""

RESPONDERS: Mapping[str, Respond] = {
    "LaunchRequest": partial(_speak, use_case=session.launch),
    "IntentRequest": _intent,
    "Alexa.Presentation.APLA.RuntimeError": partial(_speak, use_case=without_audio.perform_as_speech),
    "Alexa.Presentation.APL.UserEvent": _screen_event,
    "Connections.Response": _leave_answered,
    "SessionEndedRequest": _session_ended,
    "System.ExceptionEncountered": partial(_stay_silent, use_case=without_audio.note_failure),
    "AlexaSkillEvent.SkillDisabled": _disabled,
}
"""One for each type of request in `envelope.REQUESTS`."""
