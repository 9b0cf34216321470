"""The SDK's handlers: each reads its request and calls one use case."""

import logging
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa import responses, screens
from skill.alexa.intents import INTENTS
from skill.alexa.requests import turn_of
from skill.alexa.slots import Slots, SlotUseCase
from skill.conversation import data, opening
from skill.conversation.stretching import performing, without_audio
from skill.conversation.turns import Turns, UseCase

logger = logging.getLogger("foot_coach")


def request_type(handler_input: HandlerInput) -> str:
    """The request's type, as in "LaunchRequest"."""
    request: Any = handler_input.request_envelope.request
    return str(request.object_type)


class _Handler(AbstractRequestHandler):
    """What all handlers share: the turns they take."""

    def __init__(self, turns: Turns) -> None:
        self.turns = turns

    def answer(self, handler_input: HandlerInput, use_case: UseCase) -> Response:
        """Take the turn and write its answer."""
        turn = turn_of(handler_input.request_envelope)
        return responses.write(handler_input, turn, self.turns.take(turn, use_case))

    def take_silently(self, handler_input: HandlerInput, use_case: UseCase) -> Response:
        """Take a turn whose request allows no speech."""
        self.turns.take(turn_of(handler_input.request_envelope), use_case)
        return handler_input.response_builder.response


class LaunchHandler(_Handler):
    """Opens the skill."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is a launch."""
        return request_type(handler_input) == "LaunchRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Greet the runner."""
        return self.answer(handler_input, opening.launch)


class IntentHandler(_Handler):
    """Answers one intent."""

    def __init__(self, turns: Turns, name: str, use_case: SlotUseCase) -> None:
        super().__init__(turns)
        self.name = name
        self.use_case = use_case

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is this intent."""
        request: Any = handler_input.request_envelope.request
        return request_type(handler_input) == "IntentRequest" and request.intent.name == self.name

    def handle(self, handler_input: HandlerInput) -> Response:
        """Read the slots and run the use case."""
        request: Any = handler_input.request_envelope.request
        slots = Slots(request.intent.slots)
        return self.answer(handler_input, lambda talk: self.use_case(talk, slots))


class SessionEndedHandler(_Handler):
    """Keeps the place when a session ends; nothing may be said to this request."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the session has ended."""
        return request_type(handler_input) == "SessionEndedRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Place the runner and say nothing."""
        return self.take_silently(handler_input, opening.leave)


class AudioFailedHandler(_Handler):
    """Performs what a device could not play as speech, and remembers the device."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether an audio document failed."""
        return request_type(handler_input) == "Alexa.Presentation.APLA.RuntimeError"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Perform the same place again."""
        logger.warning("an audio document could not be played")
        return self.answer(handler_input, without_audio.perform_as_speech)


class ScreenHandler(_Handler):
    """Goes on when a screen says that its reply is over."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether a screen sent an event, or failed."""
        return request_type(handler_input).startswith("Alexa.Presentation.APL.")

    def handle(self, handler_input: HandlerInput) -> Response:
        """Go on, unless something else has been said since the screen was shown.

        A session that was lost meanwhile does not tell which reply is the last; the walkthrough then does.
        """
        turn = turn_of(handler_input.request_envelope)
        request: Any = handler_input.request_envelope.request
        kind, *token = getattr(request, "arguments", None) or [None]
        last = turn.attributes.get("performance")
        if kind == screens.GO_ON and (last is None or token == [last]):
            return self.answer(handler_input, performing.go_on_by_itself)
        return handler_input.response_builder.response


class SkillDisabledHandler(_Handler):
    """Removes everything of a user who disabled the skill."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the skill was disabled."""
        return request_type(handler_input) == "AlexaSkillEvent.SkillDisabled"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Forget the user; nothing may be said to an event."""
        return self.take_silently(handler_input, data.disabled)


def handlers(turns: Turns) -> list[AbstractRequestHandler]:
    """A handler for every request that the skill answers."""
    return [
        LaunchHandler(turns),
        *(IntentHandler(turns, name, use_case) for name, use_case in INTENTS.items()),
        AudioFailedHandler(turns),
        ScreenHandler(turns),
        SessionEndedHandler(turns),
        SkillDisabledHandler(turns),
    ]
