"""Reads the slots of an intent."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.coach.exercise_pairs import Feeling
from skill.coach.preferences import CountDirection, CountStyle, Flow, Pace
from skill.content.exercise import BodyArea, Equipment, Form, RoutineName
from skill.content.loader import exercises
from skill.conversation.reply import Reply
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot

Word = TypeVar("Word", bound=StrEnum)

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_UNIT_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


@cache
def known_ids() -> Mapping[str, frozenset[str]]:
    """The ids that a slot's value can have, by the slot's name; of a slot that is not here, any."""
    return {
        "routine": frozenset(RoutineName),
        "exercise": frozenset(exercises()),
        "equipment": frozenset(Equipment),
        "body_area": frozenset(BodyArea),
        "count_style": frozenset(CountStyle),
        "count_direction": frozenset(CountDirection),
        "pace": frozenset(Pace),
        "flow": frozenset(Flow),
        "form": frozenset(Form),
        "feeling": frozenset(Feeling),
        "hold_change": frozenset({"longer", "shorter"}),
        "switch": frozenset({"on", "off"}),
    }


class Slots:
    """The slots of one intent, by name; one that was not filled is not there.

    Args:
        slots: made of a reduced envelope, in which every object is there.
    """

    def __init__(self, slots: Mapping[str, SdkSlot] | None) -> None:
        self._slots = {name: slot for name, slot in (slots or {}).items() if slot.value is not None}

    def get(self, name: str) -> Slot | None:
        """The slot: what was said and what it can stand for; None when it was not filled.

        An id that is not among those known is left out: the interaction model may be newer than the skill.
        """
        slot = self._slots.get(name)
        if slot is None:
            return None
        known = known_ids().get(name)
        return Slot(str(slot.value), tuple(id_ for id_ in _ids(slot) if known is None or id_ in known))

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


def _ids(slot: Any) -> tuple[str, ...]:
    """The ids that the slot's value can stand for, the user's own (dynamic) entities ahead of the model's."""
    dynamic: list[str] = []
    static: list[str] = []
    for resolution in slot.resolutions.resolutions_per_authority:
        if resolution.status.code == StatusCode.ER_SUCCESS_MATCH:
            found = dynamic if ".dynamic" in (resolution.authority or "") else static
            found.extend(wrapper.value.id for wrapper in resolution.values if wrapper.value.id)
    return tuple(dict.fromkeys([*dynamic, *static]))
