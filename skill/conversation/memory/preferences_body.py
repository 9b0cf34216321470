"""Preferences of the coaching as JSON-able data, and back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, TypeVar, cast

from msgspec import Meta, convert

from skill.coach.preferences import WORDED, Preferences

Word = TypeVar("Word", bound=StrEnum)
_Setting = Annotated[int, Meta(ge=1, le=600)]
"""Seconds or times: longer than anything that can be set."""


def preferences_body(preferences: Preferences) -> dict[str, Any]:
    """Only what differs from the defaults, so that a default can change for those who never chose."""
    default = Preferences()
    return {
        name: value
        for name in Preferences.__struct_fields__
        if (value := getattr(preferences, name)) != getattr(default, name)
    }


def preferences_of(told: Mapping[str, int | str]) -> Preferences:
    """The preferences that it tells of; what today's content no longer knows is left out."""
    values = {
        name: known_word(WORDED[name], value) if name in WORDED else convert(value, _Setting)
        for name, value in told.items()
        if name in Preferences.__struct_fields__
    }
    return Preferences(**cast("Any", {name: value for name, value in values.items() if value is not None}))


def known_word(kind: type[Word], value: Any) -> Word | None:
    """The word of that kind; None for one that today's content does not know."""
    try:
        return kind(value)
    except ValueError:
        return None
