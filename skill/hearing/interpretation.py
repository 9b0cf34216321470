"""What understanding an utterance yields."""

from collections.abc import Mapping
from typing import Any

from skill.hearing.slot_spans import Match
from skill.value import Value, field


class FilledSlot(Value):
    """What fills a slot.

    Attributes:
        value: what a request delivers: the words said, or for a built-in type digits or ISO 8601.
        slot_type: the name of the slot's type; requests carry resolutions for types of the model's own.
        static: the model's values that the words resolve to; empty for words outside the type's list.
        dynamic: the values taught for this session that they resolve to.
    """

    value: str
    slot_type: str
    static: tuple[Match, ...] = ()
    dynamic: tuple[Match, ...] = ()

    @property
    def is_custom(self) -> bool:
        """Whether the slot's type is the model's own and not Amazon's."""
        return not self.slot_type.startswith("AMAZON.")

    def as_dict(self) -> dict[str, Any]:
        """Return the slot as `understand` prints it: its value, the id it resolves to, every match."""
        matches = (*self.dynamic, *self.static)
        return {
            "value": self.value,
            "id": matches[0].id if matches else None,
            "matches": [{"id": match.id, "name": match.name} for match in matches],
        }


class Interpretation(Value):
    """What an utterance means.

    Attributes:
        said: the utterance.
        intent: the intent's name, None if it was not understood.
        slots: the filled slots by name.
        guess: where it only may be meant, the words of it, to be asked about; empty where it was said.
    """

    said: str
    intent: str | None = None
    slots: Mapping[str, FilledSlot] = field(default_factory=dict)
    guess: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as `python -m skill understand` prints it."""
        return {
            "said": self.said,
            "intent": self.intent,
            "slots": {name: slot.as_dict() for name, slot in self.slots.items()},
            "guess": self.guess,
        }
