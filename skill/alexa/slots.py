"""Reads the slots of an intent."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.built_in_types import duration_seconds, spoken_day, spoken_span
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.spans import Span

Word = TypeVar("Word", bound=StrEnum)


class Slots:
    """The slots of one intent, by name; one that was not filled is not there.

    Args:
        slots: made of a reduced envelope, in which every object is there.
    """

    def __init__(self, slots: Mapping[str, SdkSlot] | None) -> None:
        self._slots = {name: slot for name, slot in (slots or {}).items() if slot.value is not None}

    def get(self, name: str) -> Slot | None:
        """The slot: what was said and what it can stand for; None when it was not filled."""
        slot = self._slots.get(name)
        return Slot(str(slot.value), _ids(slot), _names(slot)) if slot else None

    def text(self, name: str) -> str | None:
        """The slot as it was heard, or as Alexa wrote a day or a number; None when it was not filled."""
        slot = self._slots.get(name)
        return str(slot.value).strip() if slot else None

    def whole(self, name: str) -> int | None:
        """The whole number in an AMAZON.NUMBER; None when there is none, as when Alexa sends "?"."""
        text = self.text(name) or ""
        return int(text) if re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None

    def number(self, name: str) -> Decimal | None:
        """The number in an AMAZON.NUMBER, with its decimals if it has any; None as for `whole`."""
        text = self.text(name) or ""
        return Decimal(text) if re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII) else None

    def digits(self, name: str) -> str:
        """The digits behind a point; empty when there are none."""
        text = self.text(name) or ""
        return text if re.fullmatch(r"\d{1,6}", text, re.ASCII) else ""

    def word(self, name: str, kind: type[Word]) -> Word | None:
        """The first id of the slot that is one of these words; None when there is none.

        An id that is not known is passed over: the interaction model may be newer than the skill.
        """
        slot = self.get(name)
        known = list(kind)
        return next((kind(id_) for id_ in (slot.ids if slot else ()) if id_ in known), None)

    def day(self, name: str) -> Day | None:
        """The day in an AMAZON.DATE; None when none was said, or now."""
        text = self.text(name)
        return None if text is None else spoken_day(text)

    def span(self, name: str) -> Span | None:
        """The days in an AMAZON.DATE; None when none were said, or none that are counted."""
        text = self.text(name)
        return None if text is None else spoken_span(text)

    def month_and_day(self, name: str) -> tuple[int, int] | None:
        """The month and day whose numbers are the slot's id, "12-25"; None when there are none."""
        slot = self.get(name)
        read = (re.fullmatch(r"(\d{1,2})-(\d{1,2})", id_, re.ASCII) for id_ in (slot.ids if slot else ()))
        return next(((int(found[1]), int(found[2])) for found in read if found), None)

    def month(self, name: str) -> int | None:
        """The month of a year, 1 to 12, whose number is the slot's id; None when there is none."""
        slot = self.get(name)
        ids = slot.ids if slot else ()
        return next((int(id_) for id_ in ids if re.fullmatch(r"[1-9]|1[0-2]", id_, re.ASCII)), None)

    def seconds(self, name: str) -> int | None:
        """The length of an AMAZON.DURATION in whole seconds; None when there is none that can be read."""
        slot = self._slots.get(name)
        return duration_seconds(str(slot.value)) if slot else None


SlotUseCase = Callable[[Talk, Slots], Outcome]
"""A use case that reads slots."""


def _ids(slot: Any) -> tuple[str, ...]:
    """The ids that the slot's value can stand for, the user's own (dynamic) entities ahead of the model's."""
    matched = sorted(_matched(slot), key=lambda resolution: ".dynamic" not in (resolution.authority or ""))
    return _once_each(wrapper.value.id for resolution in matched for wrapper in resolution.values)


def _names(slot: Any) -> tuple[str, ...]:
    """What the values that were resolved are called."""
    return _once_each(wrapper.value.name for resolution in _matched(slot) for wrapper in resolution.values)


def _matched(slot: Any) -> Iterator[Any]:
    for resolution in slot.resolutions.resolutions_per_authority:
        if resolution.status.code == StatusCode.ER_SUCCESS_MATCH:
            yield resolution


def _once_each(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
