"""Tells Alexa which slot the next words are for: the directive `Dialog.ElicitSlot`.

Sources, on developer.amazon.com/docs/alexa/custom-skills: `dialog-interface-reference` (the directive) and
`define-the-dialog-to-collect-and-confirm-required-information` (the dialog model, which must declare the slot
and "improves accuracy" where the skill asks by itself); and the post "Use Intent Chaining" on Amazon's
developer blog, March 2019: a dialog begins from any intent and from `LaunchRequest`, in a custom intent only.
"""

from collections.abc import Mapping
from typing import Any, Final

from skill.conversation.turn.question import Wanted
from skill.conversation.turn.reply import Reply
from skill.value import Value

BEGIN_A_DIALOG: Final = frozenset({"LaunchRequest", "IntentRequest"})
"""The types of request after which Amazon says that a slot may be asked for."""


class AskedSlot(Value):
    """A slot that an answer fills.

    Attributes:
        intent: the intent that an answer arrives as.
        slot: the slot.
        others: the intent's other slots, which an answer may fill too.
    """

    intent: str
    slot: str
    others: tuple[str, ...] = ()


ASKED_SLOTS: Final[Mapping[Wanted, AskedSlot]] = {
    Wanted.PAIR: AskedSlot("WhichShoeIntent", "shoe"),
    Wanted.DISTANCE: AskedSlot(
        "DistanceIntent",
        "distance",
        ("decimal", "fraction", "unit", "race_distance", "more_metres", "day"),
    ),
    Wanted.DAY: AskedSlot(
        "LogRunIntent",
        "day",
        (
            "distance",
            "decimal",
            "fraction",
            "unit",
            "race_distance",
            "more_metres",
            "repetitions",
            "duration",
            "shoe",
            "run_kind",
        ),
    ),
    Wanted.DURATION: AskedSlot("DurationIntent", "duration"),
    Wanted.TIME: AskedSlot(
        "RemindMeIntent",
        "time",
        (
            "day",
            "duration",
            "day_part",
            "repeat",
            "repeat_too",
            "weekday_too",
            "reminder_task",
            "reminder_noun",
            "run_word",
        ),
    ),
    Wanted.EXERCISE: AskedSlot("StartExerciseIntent", "exercise", ("side", "side_part")),
    Wanted.FEELING: AskedSlot("RateRunIntent", "feeling"),
}
"""What is listened for. The dialog model of every locale declares these slots and no other."""


def elicit(request_type: str, reply: Reply) -> dict[str, Any] | None:
    """The directive, as JSON, for the slot that a reply asks for; None where it asks for none.

    A performance asks for none: its question comes minutes later, at its end, and until then "pause" and
    "next" are what is said; the directive would hold from the first word, for Alexa knows no other time.

    Args:
        request_type: the type of the request that is answered.
        reply: what goes out. Alexa takes one `Dialog` directive in a response: where the response teaches
            names of pairs (`Dialog.UpdateDynamicEntities`), this one is left out, since a name that Alexa
            does not know is understood in no slot.
    """
    wanted = reply.question.wanted if reply.question else None
    if wanted is None or reply.performs or request_type not in BEGIN_A_DIALOG:
        return None
    asked = ASKED_SLOTS[wanted]
    return {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": asked.slot,
        "updatedIntent": {
            "name": asked.intent,
            "confirmationStatus": "NONE",
            "slots": {
                name: {"name": name, "confirmationStatus": "NONE"} for name in (asked.slot, *asked.others)
            },
        },
    }
