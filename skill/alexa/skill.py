"""The skill: one handler of the SDK's for each type of request, which reads it and calls a use case."""

from abc import abstractmethod
from random import Random, SystemRandom
from time import monotonic
from typing import Any, ClassVar

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response, SessionEndedReason

from skill.alexa import responses, screens
from skill.alexa.intents import INTENTS
from skill.alexa.requests import turn_of
from skill.alexa.slots import Slots
from skill.content.loader import exercises
from skill.conversation import my_data, session
from skill.conversation.stretching import performing, without_audio
from skill.conversation.turns import Turns, UseCase
from skill.storage.repository import Repository


def build_skill(
    repository: Repository, skill_id: str | None = None, random: Random | None = None
) -> CustomSkill:
    """The skill on a store.

    Args:
        repository: where notebooks are kept.
        skill_id: the only skill whose requests are answered; None answers any.
        random: where chance decides; the system's own where none is given.
    """
    turns = Turns(repository, exercises(), random or SystemRandom(), monotonic)
    builder = SkillBuilder()
    for handler in HANDLERS:
        builder.add_request_handler(handler(turns))
    configuration: Any = builder.skill_configuration
    configuration.skill_id = skill_id
    return CustomSkill(skill_configuration=configuration)


class Handler(AbstractRequestHandler):
    """Answers the requests of one type.

    Args:
        turns: takes the turns.
    """

    request_type: ClassVar[str]

    def __init__(self, turns: Turns) -> None:
        self.turns = turns

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is of this type."""
        request: Any = handler_input.request_envelope.request
        return bool(request.object_type == self.request_type)

    @abstractmethod
    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer the request."""

    def answer(self, handler_input: HandlerInput, use_case: UseCase) -> Response:
        """Take the turn and write its answer."""
        turn = turn_of(handler_input.request_envelope)
        return responses.write(handler_input, turn, self.turns.take(turn, use_case))

    def take_silently(self, handler_input: HandlerInput, use_case: UseCase) -> Response:
        """Take a turn whose request allows no speech."""
        self.turns.take(turn_of(handler_input.request_envelope), use_case)
        return handler_input.response_builder.response


class LaunchHandler(Handler):
    """Opens the skill."""

    request_type = "LaunchRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Greet the runner."""
        return self.answer(handler_input, session.launch)


class IntentHandler(Handler):
    """Answers an intent; one that the skill does not know like words that were not understood."""

    request_type = "IntentRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Read the slots and run the use case."""
        request: Any = handler_input.request_envelope.request
        use_case = INTENTS.get(request.intent.name, INTENTS["AMAZON.FallbackIntent"])
        slots = Slots(request.intent.slots)
        return self.answer(handler_input, lambda talk: use_case(talk, slots))


class SessionEndedHandler(Handler):
    """Keeps the place when a session ends; nothing may be said to this request."""

    request_type = "SessionEndedRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Place the runner, and remember a device on which audio ended the session."""
        request: Any = handler_input.request_envelope.request
        failed = request.error is not None or request.reason == SessionEndedReason.ERROR
        return self.take_silently(handler_input, without_audio.note_failure if failed else session.leave)


class ReplyFailedHandler(Handler):
    """Remembers a device that could not take a reply with audio; nothing may be said to this request."""

    request_type = "System.ExceptionEncountered"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Place the runner, who has heard nothing of it, and remember the device."""
        return self.take_silently(handler_input, without_audio.note_failure)


class AudioFailedHandler(Handler):
    """Performs what a device could not play as speech, and remembers the device."""

    request_type = "Alexa.Presentation.APLA.RuntimeError"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Perform the same place again."""
        return self.answer(handler_input, without_audio.perform_as_speech)


class ScreenHandler(Handler):
    """Goes on when a screen says that its reply is over."""

    request_type = "Alexa.Presentation.APL.UserEvent"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Go on, unless something else has been said since the screen was shown.

        A session that was lost meanwhile does not tell which reply is the last; the walkthrough then does.
        """
        turn = turn_of(handler_input.request_envelope)
        request: Any = handler_input.request_envelope.request
        kind, *token = request.arguments or [None]
        last = turn.attributes.get("performance")
        if kind == screens.GO_ON and (last is None or token == [last]):
            return self.answer(handler_input, performing.resume_unasked)
        return handler_input.response_builder.response


class SkillDisabledHandler(Handler):
    """Removes everything of a user who disabled the skill."""

    request_type = "AlexaSkillEvent.SkillDisabled"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Forget the user; nothing may be said to an event."""
        return self.take_silently(handler_input, my_data.disabled)


HANDLERS: tuple[type[Handler], ...] = (
    LaunchHandler,
    IntentHandler,
    AudioFailedHandler,
    ScreenHandler,
    SessionEndedHandler,
    ReplyFailedHandler,
    SkillDisabledHandler,
)
"""One for each type of request in `envelope.REQUESTS`."""
