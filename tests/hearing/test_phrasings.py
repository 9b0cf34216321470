import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.interpretation import FilledSlot, Interpretation
from skill.hearing.interpreter import Interpreter

HERE = Path(__file__).parent
OWNED = ("the ", "my ")
"""What runners put before the name of a pair; whose shoes they are is not part of the name."""


@dataclass(frozen=True)
class Phrasing:
    """What somebody said, with every intent and every filling of slots that is right for it."""

    said: str
    intents: list[str | None]
    fillings: list[dict[str, str]]


@dataclass(frozen=True)
class Collection:
    """One file of phrasings, and the day they were said on."""

    today: date
    phrasings: list[Phrasing]


def listed(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]


def collection(name: str) -> Collection:
    raw = json.loads((HERE / "phrasings" / f"{name}.json").read_text(encoding="utf-8"))
    phrasings = [
        Phrasing(one["said"], listed(one["intent"]), listed(one["slots"])) for one in raw["phrasings"]
    ]
    return Collection(date.fromisoformat(raw["today"]), phrasings)


def meaning(slot: FilledSlot) -> str:
    matches = (*slot.dynamic, *slot.static)
    if slot.slot_type == "Shoe":
        name = slot.value.lower()
        for owner in OWNED:
            name = name.removeprefix(owner)
        return name
    return matches[0].id if matches else slot.value


def filling(understood: Interpretation) -> dict[str, str]:
    return {name: meaning(slot) for name, slot in understood.slots.items()}


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    return Interpreter.of("en-US")


def misses(said: Collection, interpreter: Interpreter) -> list[str]:
    lines = []
    for phrasing in said.phrasings:
        understood = interpreter.understand(phrasing.said, today=said.today)
        if understood.intent not in phrasing.intents or filling(understood) not in phrasing.fillings:
            lines.append(
                f"{phrasing.said!r} -> {understood.intent} {filling(understood)} {understood.guess},"
                f" not {phrasing.intents} {phrasing.fillings}"
            )
    return lines


@pytest.mark.parametrize("name", ["stretches", "shoes", "more-stretches", "more-shoes"])
def test_what_runners_say_is_understood(name: str, interpreter: Interpreter) -> None:
    said = collection(name)
    missed = misses(said, interpreter)
    understood = 1 - len(missed) / len(said.phrasings)
    assert understood >= 0.95, f"{understood:.1%} understood; missed:\n" + "\n".join(missed)


@pytest.mark.parametrize("name", ["declined", "more-declined"])
def test_what_is_none_of_a_foot_coachs_business_is_declined(name: str, interpreter: Interpreter) -> None:
    missed = misses(collection(name), interpreter)
    assert not missed, "\n".join(missed)
