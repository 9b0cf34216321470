"""What a picture is called and what it shows, in a language's words."""

from functools import lru_cache
from typing import Any, Final

from skill.content.exercise import Side
from skill.content.instruction import InstructionSlot
from skill.content.loader import EXERCISES_FILE, Table, content_folder, read
from skill.pictures.picture import BOTH, Picture

SHOWN: Final = (InstructionSlot.POSITION, InstructionSlot.MOVEMENT, InstructionSlot.DIRECTION)
"""What of an instruction a picture shows."""


def title(picture: Picture, language: str) -> str:
    """The exercise's name with form and side: "toes on the wall, right side".

    Args:
        picture: any.
        language: ISO 639-1 code, "en".
    """
    named = "side" if picture.side else BOTH
    text = str(
        _table(language, "pictures.toml").table("pictures").table("titles").table(picture.form).value(named)
    )
    name = _table(language, EXERCISES_FILE).table(picture.exercise).value("name")
    return text.format(name=name, **_sides(picture.side, language))


def description(picture: Picture, language: str) -> str:
    """How to be, what moves and which way, as the coach tells it."""
    words = _table(language, EXERCISES_FILE).table(picture.exercise).values
    told: dict[str, Any] = {**words, **words.get(picture.form, {})}
    sides = _sides(picture.side, language)
    return " ".join(str(told[slot]).format(**sides) for slot in SHOWN)


def _sides(side: Side | None, language: str) -> dict[str, str]:
    names = _table(language, "words.toml").table("sides")
    return {"side": names.value(side), "other_side": names.value(side.other)} if side else {}


@lru_cache(maxsize=8)
def _table(language: str, file: str) -> Table:
    return read(content_folder(), f"{language}/{file}")
