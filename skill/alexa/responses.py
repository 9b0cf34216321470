"""Writes an answer into the SDK's response."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import LinkAccountCard, SimpleCard

from skill.alexa.consent import ask_for_leave, leave_card
from skill.alexa.elicitation import elicit
from skill.coach.cue_sheet import CueSheet
from skill.conversation.pair_names import PairName
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.turn import Turn
from skill.conversation.turns import Answer
from skill.speech import ssml
from skill.speech.spoken_sheet import SpeechFormat, speak

LARGEST_RESPONSE: Final = 120_000
"""Bytes that Alexa takes (shared by several sources; Amazon states none). How long speech and audio may be
stands in `skill.speech`."""
LARGEST_CARD: Final = 8_000
"""Characters of a card, its title included (second hand)."""
MOST_ENTITIES: Final = 100
"""Dynamic entities, the values and synonyms of all types together (Dialog.UpdateDynamicEntities)."""
SHOE_TYPE: Final = "Shoe"
"""The slot type whose values the runner's own names for pairs are."""


def write(handler_input: HandlerInput, turn: Turn, answer: Answer) -> Response:
    """The response to an answer: its sound, its reprompt, its card and screen, and what the session keeps.

    A reply without a word is answered with nothing. One that goes on by itself leaves the microphone closed:
    `shouldEndSession` is absent, with which a device with a screen keeps the session. One behind which Alexa
    asks for leave has nothing else that plays or shows.
    """
    reply = answer.reply
    builder = handler_input.response_builder
    request: Any = handler_input.request_envelope.request
    if handler_input.request_envelope.session:
        handler_input.attributes_manager.session_attributes = dict(answer.attributes)
    if not reply.text:
        return builder.response
    asks_leave = answer.consent is not None
    speech_format = SpeechFormat.SSML if answer.plain_speech or asks_leave else SpeechFormat.APLA
    sound = speak(reply.sheet, speech_format, turn.id, turn.language)
    if sound.speech:
        builder.speak(sound.speech)
    if reply.reprompt and not reply.auto_continues:
        builder.ask(ssml.escape(reply.reprompt))
        if reply.in_silence and speech_format is SpeechFormat.APLA:
            _perform_in_silence(builder.response, reply.in_silence, turn)
    if answer.link_card:
        builder.set_card(LinkAccountCard())
    elif answer.consent_card:
        builder.set_card(leave_card())
    elif card := _card(reply):
        builder.set_card(card)
    response: Any = builder.response
    response.should_end_session = None if reply.auto_continues else reply.ends
    # As JSON, which the SDK's serializer takes as it is: its models of directives are slow to import.
    if answer.consent is not None:
        response.directives = [ask_for_leave(answer.consent)]
        return builder.response
    directives = [
        directive
        for directive in (sound.directive, _screen(turn, reply), _dialog(request, answer))
        if directive
    ]
    response.directives = directives or None
    return builder.response


def _card(reply: Reply) -> SimpleCard | None:
    """The card of a reply, in as many of its lines as Alexa takes."""
    told = reply.card or (reply.screen if reply.screen and reply.screen.on_card else None)
    if told is None:
        return None
    lines = list(told.lines)
    while len(told.title) + len("\n".join(lines)) > LARGEST_CARD:
        lines.pop()
    return SimpleCard(told.title, "\n".join(lines))


def _perform_in_silence(response: Any, sheet: CueSheet, turn: Turn) -> None:
    """Let the reprompt perform: its audio document plays behind its speech (`apla-interface`)."""
    response.reprompt.directives = [speak(sheet, SpeechFormat.APLA, turn.id, turn.language).directive]


def _screen(turn: Turn, reply: Reply) -> dict[str, Any] | None:
    if not (turn.device.screen and reply.screen):
        return None
    return screen_writer()(
        reply.screen,
        seconds=reply.sheet.seconds,
        token=turn.id,
        goes_on=reply.auto_continues,
    )


def screen_writer() -> Callable[..., dict[str, Any]]:
    """What writes a screen; the pictures take a while to import, and most devices have no screen."""
    from skill.alexa.screens.directive import render  # noqa: PLC0415 - see above

    return render


def _dialog(request: Any, answer: Answer) -> dict[str, Any] | None:
    """The only `Dialog` directive that a response may have: names to be learnt go before a slot."""
    if answer.names is not None:
        return teach_names(answer.names)
    return elicit(request.object_type, answer.reply)


def teach_names(names: Sequence[PairName]) -> dict[str, Any]:
    """The directive, as JSON, that teaches Alexa these names for half an hour, in place of those before.

    Whole names come first; short ones are taught as far as Alexa takes them.
    """
    directive = "Dialog.UpdateDynamicEntities"
    if not names:
        return {"type": directive, "updateBehavior": "CLEAR"}
    taught, left = names[:MOST_ENTITIES], MOST_ENTITIES - len(names)
    values = []
    for pair in taught:
        short = list(pair.short[: max(left, 0)])
        left -= len(short)
        values.append({"id": pair.id, "name": {"value": pair.nickname, "synonyms": short}})
    types = [{"name": SHOE_TYPE, "values": values}]
    return {"type": directive, "updateBehavior": "REPLACE", "types": types}
