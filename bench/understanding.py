"""Is a runner understood, and how fast? Ours against hassil as it comes.

    python -m bench understanding

hassil as it comes: every sample utterance of the model as a sentence template; custom slot types, the
common days and durations as lists, numbers as a range. Ours: hassil on the few samples that can fit, over
the slot values that were heard, and the nearest sample where none fits. Both hear the phrasings in
tests/hearing/phrasings, as they are now: what was missed at first has since taught the model.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hassil.intents import (
    Intent,
    IntentData,
    Intents,
    RangeSlotList,
    SlotList,
    TextSlotList,
)
from hassil.recognize import recognize

from bench.table import Line
from skill.hearing.interaction_model import InteractionModel
from skill.hearing.interpreter import Interpreter
from skill.hearing.samples import Sample, samples_of
from skill.hearing.vocabulary import vocabulary

PHRASINGS: Final = Path(__file__).parents[1] / "tests" / "hearing" / "phrasings"

Hear = Callable[[str], str | None]


def lines() -> list[Line]:
    """How long both take to learn the model and to hear, and what share of the phrasings they get right."""
    began = time.perf_counter()
    interpreter = Interpreter.of("en-US")
    learnt = time.perf_counter() - began
    began = time.perf_counter()
    plain = _hassil(interpreter.model)
    learnt_plainly = time.perf_counter() - began
    return [
        Line("learn the model, hassil", f"{learnt_plainly:.2f} s"),
        Line("learn the model, ours", f"{learnt:.2f} s", learnt / learnt_plainly, "hassil"),
        *_heard(lambda said: interpreter.understand(said).intent, plain),
    ]


def _heard(ours: Hear, plain: Hear) -> list[Line]:
    found = []
    for path in sorted(PHRASINGS.glob("*.json")):
        phrasings: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["phrasings"]
        right_plainly, seconds_plainly = _measure(plain, phrasings)
        right, seconds = _measure(ours, phrasings)
        found += [
            Line(f"{path.stem}: intent right, hassil", f"{right_plainly:.1%}"),
            Line(f"{path.stem}: intent right, ours", f"{right:.1%}", right / right_plainly, "hassil"),
            Line(f"{path.stem}: an utterance, hassil", f"{seconds_plainly * 1000:.1f} ms"),
            Line(
                f"{path.stem}: an utterance, ours",
                f"{seconds * 1000:.1f} ms",
                seconds / seconds_plainly,
                "hassil",
            ),
        ]
    return found


def _measure(hear: Hear, phrasings: list[dict[str, Any]]) -> tuple[float, float]:
    """The share of phrasings whose intent is right, and the mean seconds of hearing one again."""
    right = sum(hear(phrasing["said"]) in _right(phrasing) for phrasing in phrasings)
    began = time.perf_counter()
    for phrasing in phrasings:
        hear(phrasing["said"])
    return right / len(phrasings), (time.perf_counter() - began) / len(phrasings)


def _right(phrasing: dict[str, Any]) -> list[str | None]:
    intents = phrasing["intent"]
    return intents if isinstance(intents, list) else [intents]


def _hassil(model: InteractionModel) -> Hear:
    samples: dict[str, list[Sample]] = {}
    for template in samples_of(model, vocabulary("en")):
        samples.setdefault(template.intent, []).append(template)
    intents = Intents(
        "en",
        {
            name: Intent(name, [IntentData([text for one in own for text in one.data.sentence_texts])])
            for name, own in samples.items()
        },
        slot_lists=_lists(model),
    )
    for intent in intents.intents.values():
        _ = intent.data[0].sentences

    def hear(said: str) -> str | None:
        result = recognize(said, intents)
        return result.intent.name if result else None

    return hear


def _lists(model: InteractionModel) -> dict[str, SlotList]:
    lists: dict[str, SlotList] = {
        name: TextSlotList.from_strings(
            [said for value in values for said in value.names], allow_template=False, name=name
        )
        for name, values in model.types.items()
    }
    lists["AMAZON_NUMBER"] = RangeSlotList("AMAZON_NUMBER", 0, 999)
    words = vocabulary("en")
    days = ["today", "tomorrow", "yesterday", *words.dates["weekdays"]]
    durations = [
        f"{number} {unit}"
        for number in words.numbers["words"]
        for unit in (*words.durations["seconds"], *words.durations["minutes"], *words.durations["hours"])
    ]
    for name, said in (("AMAZON_DATE", days), ("AMAZON_DURATION", durations)):
        lists[name] = TextSlotList.from_strings(said, allow_template=False, name=name)
    return lists
