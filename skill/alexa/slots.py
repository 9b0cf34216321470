"""Reads the slots of an intent."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.conversation.reply import Reply
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot

Word = TypeVar("Word", bound=StrEnum)

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_UNIT_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


class Slots:
    """The slots of one intent, by name; one that was not filled is not there."""

    def __init__(self, slots: Mapping[str, SdkSlot] | None) -> None:
        self._slots = {name: slot for name, slot in (slots or {}).items() if slot.value is not None}

    def get(self, name: str) -> Slot | None:
        """The slot: what was said and what it can stand for; None when it was not filled."""
        slot = self._slots.get(name)
        return Slot(str(slot.value), _ids(slot)) if slot else None

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

    def word(self, name: str, kind: type[Word]) -> Word | None:
        """The first id of the slot that is one of these words; None when there is none."""
        slot = self.get(name)
        known = list(kind)
        return next((kind(id_) for id_ in (slot.ids if slot else ()) if id_ in known), None)

    def seconds(self, name: str) -> int | None:
        """The length of an AMAZON.DURATION in whole seconds; None when there is none that can be read."""
        slot = self._slots.get(name)
        return duration_seconds(str(slot.value)) if slot else None


SlotUseCase = Callable[[Talk, Slots], Reply]
"""A use case that reads slots."""


def duration_seconds(text: str) -> int | None:
    """The seconds of an ISO 8601 duration without years and months; None for anything else."""
    match = _DURATION.fullmatch(text)
    parts = {name: value for name, value in (match.groupdict() if match else {}).items() if value}
    if not parts:
        return None
    return round(sum(float(value) * _UNIT_SECONDS[name] for name, value in parts.items()))


def _ids(slot: SdkSlot) -> tuple[str, ...]:
    """The ids that the slot's value can stand for, the user's own (dynamic) entities ahead of the model's."""
    resolutions = slot.resolutions and slot.resolutions.resolutions_per_authority
    dynamic: list[str] = []
    static: list[str] = []
    for resolution in resolutions or ():
        if resolution.status is None or resolution.status.code != StatusCode.ER_SUCCESS_MATCH:
            continue
        found = dynamic if ".dynamic" in (resolution.authority or "") else static
        for wrapper in resolution.values or ():
            if wrapper.value and wrapper.value.id:
                found.append(str(wrapper.value.id))
    return tuple(dict.fromkeys([*dynamic, *static]))
