import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skill.hearing.understanding import Understanding
from skill.hearing.understood import Understood, UnderstoodSlot

HERE = Path(__file__).parent
EN_US = HERE.parents[1] / "interaction_model" / "interactionModels" / "custom" / "en-US.json"
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


def meaning(slot: UnderstoodSlot) -> str:
    matches = (*slot.dynamic, *slot.static)
    if slot.slot_type == "Shoe":
        name = slot.value.lower()
        for owner in OWNED:
            name = name.removeprefix(owner)
        return name
    return matches[0].id if matches else slot.value


def filling(understood: Understood) -> dict[str, str]:
    return {name: meaning(slot) for name, slot in understood.slots.items()}


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding(EN_US)


def misses(said: Collection, understanding: Understanding) -> list[str]:
    lines = []
    for phrasing in said.phrasings:
        understood = understanding.understand(phrasing.said, today=said.today)
        if understood.intent not in phrasing.intents or filling(understood) not in phrasing.fillings:
            lines.append(
                f"{phrasing.said!r} -> {understood.intent} {filling(understood)} ({understood.score:.2f}),"
                f" not {phrasing.intents} {phrasing.fillings}"
            )
    return lines


@pytest.mark.parametrize("name", ["stretches", "shoes", "more-stretches", "more-shoes"])
def test_what_runners_say_is_understood(name: str, understanding: Understanding) -> None:
    said = collection(name)
    missed = misses(said, understanding)
    understood = 1 - len(missed) / len(said.phrasings)
    assert understood >= 0.95, f"{understood:.1%} understood; missed:\n" + "\n".join(missed)


@pytest.mark.parametrize("name", ["declined", "more-declined"])
def test_what_is_none_of_a_foot_coachs_business_is_declined(name: str, understanding: Understanding) -> None:
    missed = misses(collection(name), understanding)
    assert not missed, "\n".join(missed)
