"""Lists of what people said and what they meant, and how well an interpreter hears them."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.interpreter import Interpreter

_OWNED = ("the ", "my ")
"""What runners put before the name of a pair; whose shoes they are is not part of the name."""


class Verdict(StrEnum):
    """How a phrasing was heard.

    Attributes:
        RIGHT: as it was meant, also where it is nothing to be acted on.
        ASKED: not acted on; what was meant is asked about.
        ASKED_AMISS: not acted on; something else is asked about.
        MISSED: not understood, so nothing is done.
        SLOTS: the intent that was meant, with other values.
        WRONG: something else is done, which keeps nothing.
        WRONG_WRITE: something else is done that changes what is kept of the runner.
    """

    RIGHT = "right"
    ASKED = "asked"
    ASKED_AMISS = "asked amiss"
    MISSED = "missed"
    SLOTS = "other values"
    WRONG = "wrong"
    WRONG_WRITE = "wrong write"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What somebody said, and all that is right for it.

    Attributes:
        said: the utterance.
        intents: the right intents; None for nothing that is to be understood.
        fillings: the right values, by slot name.
    """

    said: str
    intents: tuple[str | None, ...]
    fillings: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Phrasings:
    """One list, and the day it was said on."""

    name: str
    today: date
    phrasings: tuple[Phrasing, ...]


def read(path: Path) -> Phrasings:
    """Read a list: `today`, and `phrasings` with `said`, `intent` and `slots`, one or several of each."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    phrasings = (
        Phrasing(one["said"], tuple(_listed(one["intent"])), tuple(_listed(one["slots"])))
        for one in raw["phrasings"]
    )
    return Phrasings(path.stem, date.fromisoformat(raw["today"]), tuple(phrasings))


def verdict(phrasing: Phrasing, understood: Interpretation, interpreter: Interpreter) -> Verdict:
    """Judge what was understood."""
    meant = understood.intent in phrasing.intents
    if understood.guess:
        return Verdict.ASKED if meant else Verdict.ASKED_AMISS
    if meant:
        right = understood.intent is None or filling(understood) in phrasing.fillings
        return Verdict.RIGHT if right else Verdict.SLOTS
    if understood.intent is None:
        return Verdict.MISSED
    return Verdict.WRONG_WRITE if interpreter.writes(understood.intent) else Verdict.WRONG


def verdicts(said: Phrasings, interpreter: Interpreter) -> Counter[Verdict]:
    """Count how a list is heard."""
    return Counter(
        verdict(phrasing, interpreter.understand(phrasing.said, today=said.today), interpreter)
        for phrasing in said.phrasings
    )


def filling(understood: Interpretation) -> dict[str, str]:
    """What fills each slot: an id, digits, a day, a duration, or the words of a name."""
    return {name: _meaning(slot) for name, slot in understood.slots.items()}


def _meaning(slot: FilledSlot) -> str:
    matches = (*slot.dynamic, *slot.static)
    if slot.slot_type == "Shoe":
        name = slot.value.lower()
        for owner in _OWNED:
            name = name.removeprefix(owner)
        return name
    return matches[0].id if matches else slot.value


def _listed(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
