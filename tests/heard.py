"""What can be said to the coach, by the sentences: intents with their slots, slot types with their values."""

from collections.abc import Mapping
from functools import cache

from skill.alexa.choice import EQUIPMENT, MEANT
from skill.hearing.expansion import every_way
from skill.hearing.grammar import Grammar
from skill.hearing.sentences import Template, sentences, slot_type_of
from skill.hearing.slot_span_finder import SlotSpanFinder
from skill.hearing.slot_spans import SlotValue
from skill.hearing.vocabulary import vocabulary
from tools.samples import written_out

KNOWN = sentences("en")
FALLBACK = "AMAZON.FallbackIntent"
"""The intent of what no sentence says; the speaker here tells in it what was perhaps meant."""
CHOICE = "ChoiceIntent"
"""The intent of what is one slot and nothing else."""


@cache
def grammar() -> Grammar:
    """All that can be said, read once: hassil reads a sentence when it is first tried."""
    return Grammar(KNOWN, vocabulary("en"))


@cache
def span_finder() -> SlotSpanFinder:
    """What finds values in words."""
    return SlotSpanFinder(KNOWN, grammar().words, vocabulary("en"))


@cache
def slots_by_intent() -> Mapping[str, Mapping[str, str]]:
    """The type of each slot, by slot name, of each intent."""
    said = grammar().slots
    alone = {name: slots[name] for slots in said.values() for name in slots if name in {*MEANT, EQUIPMENT}}
    return {**said, CHOICE: alone, FALLBACK: {"guess": "AMAZON.SearchQuery"}}


@cache
def values_by_type() -> Mapping[str, tuple[SlotValue, ...]]:
    """The values of each slot type."""
    types: dict[str, dict[str | None, list[str]]] = {}
    for name, values in KNOWN.lists.items():
        by_id = types.setdefault(slot_type_of(name), {})
        for text, id_ in values:
            by_id.setdefault(id_, []).extend(every_way(text, KNOWN.rules))
    return {
        slot_type: tuple(
            value
            for id_, names in by_id.items()
            for value in (
                [SlotValue(id_, tuple(names))] if id_ else [SlotValue(None, (name,)) for name in names]
            )
        )
        for slot_type, by_id in types.items()
    }


@cache
def said_for(intent: str) -> tuple[str, ...]:
    """The sentences of an intent, written out, their slots by name."""
    return tuple(
        said for template, sentences in _written() if template.intent == intent for said in sentences
    )


@cache
def _written() -> list[tuple[Template, list[str]]]:
    return list(zip(KNOWN.templates, written_out(KNOWN.templates, KNOWN.rules), strict=True))
