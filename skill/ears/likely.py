"""What is likely to be said on an occasion, in a language's own words."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from skill.content.loader import content_folder, read


class Occasion(StrEnum):
    """When something is said."""

    IDLE = "idle"
    """No session is open."""
    PERFORMING = "performing"
    """Something is performed, and the microphone is not open."""
    ASKED = "asked"
    """The microphone is open after a reply; a routine may wait behind the question."""


def likely(language: str, occasion: Occasion) -> tuple[str, ...]:
    """Phrases that are likely then.

    Args:
        language: ISO 639-1 code; one without a list of its own has none.
        occasion: when.
    """
    phrases = _phrases(language)
    also = {
        Occasion.IDLE: (),
        Occasion.PERFORMING: ("performing",),
        Occasion.ASKED: ("asked", "performing"),
    }[occasion]
    return tuple(phrase for part in ("always", *also) for phrase in phrases.get(part, ()))


def everything_likely(language: str) -> tuple[str, ...]:
    """All phrases that are likely on some occasion."""
    return tuple(dict.fromkeys(phrase for phrases in _phrases(language).values() for phrase in phrases))


@cache
def _phrases(language: str) -> Mapping[str, list[str]]:
    file = f"{language}/vocabulary/likely.toml"
    return read(content_folder(), file).values if (content_folder() / file).is_file() else {}
