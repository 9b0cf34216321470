"""What a response asks for by `Dialog.ElicitSlot`: the slot whose value the next utterance may be."""

from collections.abc import Callable, Mapping
from typing import Any

from skill.hearing.elicited_slot import ElicitedSlot
from skill.value import Value


class ElicitationError(Exception):
    """Alexa would refuse the directive; the message says why."""


class Elicitation(Value):
    """A slot that was asked for.

    Attributes:
        wanted: the slot, and the intent it belongs to.
        dialog: that intent with what is filled of it already, as a request carries it.
    """

    wanted: ElicitedSlot
    dialog: Mapping[str, Any]


def elicitation_of(
    response: Mapping[str, Any],
    request: Mapping[str, Any],
    slots_of: Callable[[str], Mapping[str, str]],
) -> Elicitation | None:
    """The slot that a response body asks for; None where it asks for none.

    Args:
        response: the `response` of a response envelope.
        request: the `request` it answers, whose intent is meant where the directive names none.
        slots_of: tells the slots of an intent; it has to know the intent and the slot.

    Raises:
        ElicitationError: the directive names no intent or slot of the model, or is not the only one of
            its interface.
    """
    dialogs = [
        directive
        for directive in response.get("directives") or ()
        if str(directive.get("type")).startswith("Dialog.")
    ]
    if len(dialogs) > 1:
        raise ElicitationError("A response has one directive of the Dialog interface at most.")
    for directive in dialogs:
        if directive["type"] == "Dialog.ElicitSlot":
            dialog = directive.get("updatedIntent") or request.get("intent") or {}
            wanted = ElicitedSlot(dialog.get("name", ""), directive.get("slotToElicit", ""))
            if wanted.slot not in slots_of(wanted.intent):
                raise ElicitationError(
                    f"The model has no slot {wanted.slot!r} of {wanted.intent!r} to ask for."
                )
            return Elicitation(wanted, dialog)
    return None
