"""Writes an answer into the SDK's response."""

from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import SimpleCard

from skill.conversation.turns import Answer
from skill.speech import performance, ssml


def write(handler_input: HandlerInput, answer: Answer, form: performance.Form) -> Response:
    """The response to an answer: its sound, its reprompt, its card, and what the session keeps."""
    reply = answer.reply
    builder = handler_input.response_builder
    handler_input.attributes_manager.session_attributes = dict(answer.attributes)
    request: Any = handler_input.request_envelope.request
    sound = performance.perform(reply.sheet, form, token=str(request.request_id))
    if sound.speech:
        builder.speak(sound.speech)
    if sound.directive:
        builder.add_directive(_directive(sound.directive))
    if reply.reprompt:
        builder.ask(ssml.escape(reply.reprompt))
    builder.set_should_end_session(reply.ends)
    if reply.screen:
        builder.set_card(SimpleCard(reply.screen.title, "\n".join(reply.screen.lines)))
    return builder.response


def _directive(body: dict[str, Any]) -> Any:
    # Most turns perform nothing, and importing the SDK's models takes its time.
    from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective  # noqa: PLC0415

    return RenderDocumentDirective(
        token=body["token"], document=body["document"], datasources=body.get("datasources")
    )
