"""What can be said for an intent, as `nearest` compares it."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.hearing.interaction_model import InteractionModel
from skill.hearing.slot_values import Match, Spot
from skill.hearing.templates import Template
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, words_of

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that can be said for an intent.

    Attributes:
        template: the template it comes from.
        preset: for a template that is one slot: a value of that slot, spelt out; it then fills the slot.
        items: folded words, and `{Type}` for a slot.
    """

    template: Template
    preset: Spot | None
    items: tuple[str, ...]


def phrases_of(model: InteractionModel, templates: list[Template], words: Vocabulary) -> Iterator[Phrase]:
    """Yield what can be said: every template, and for a template of one bare slot every long value too."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    folded = _Folded(words)
    for template in templates:
        items = tuple(
            f"{{{template.slots[form[1:-1]]}}}" if form.startswith("{") else folded[form]
            for form in template.forms
        )
        if (template.intent, items) not in seen:
            seen.add((template.intent, items))
            yield Phrase(template, None, items)
        if not template.literals and len(template.slots) == 1:
            yield from _values_of(model, template, words, folded)


def _values_of(
    model: InteractionModel, template: Template, words: Vocabulary, folded: dict[str, str]
) -> Iterator[Phrase]:
    slot_type = next(iter(template.slots.values()))
    for value in model.types.get(slot_type, ()):
        for name in value.names:
            named = forms(words_of(name, words))
            if value.id is not None and len(named) > 1:
                spot = Spot(0, 0, slot_type, name.lower(), (Match(value.id, value.names[0]),))
                yield Phrase(template, spot, tuple(folded[form] for form in named))


class _Folded(dict[str, str]):
    """Words folded once each: a model says few words in many ways."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, form: str) -> str:
        self[form] = fold(form, self._words)
        return self[form]


def fold(form: str, vocabulary: Vocabulary) -> str:
    """Return the word it says the same as, without the ending that a listener may lose or gain."""
    form = vocabulary.same.get(form, form)
    if form in vocabulary.singular:
        return form
    for ending in vocabulary.endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM and not form.endswith("ss"):
            stem = form[: -len(ending)]
            return stem[:-1] if stem[-1] == stem[-2] else stem
    return form.removesuffix("e") if len(form) > _SHORTEST_STEM else form
