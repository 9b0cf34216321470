"""What a speaker heard, understood as Alexa would deliver it: an intent and its slots.

Alexa's own understanding cannot be had offline. This one learns from the same interaction model: an
utterance that says a sample word for word is recognised by hassil, anything else is compared with all
samples by `nearest`, and what resembles none of them closely enough is not understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from skill.speaker.interaction_model import InteractionModel, SlotValue, load
from skill.speaker.mishearing import Spelling
from skill.speaker.nearest import Nearest, Phrase, fold
from skill.speaker.slot_values import Match, SlotValues, Spot
from skill.speaker.templates import Template, Templates, templates_of
from skill.speaker.vocabulary import Vocabulary, vocabulary
from skill.speaker.words import Word, cores, forms, words_of

THRESHOLD = 0.62
"""The score under which an utterance is not understood: what the tests decline scores less."""
_CORRECTED = 0.95
_WILD = 0.7


@dataclass(frozen=True, slots=True)
class UnderstoodSlot:
    """What fills a slot.

    Attributes:
        value: what a request delivers: the words said, or for a built-in type digits or ISO 8601.
        slot_type: the name of the slot's type.
        static: the model's values that the words resolve to; empty for words outside the type's list.
        dynamic: the values taught for this session that they resolve to.
    """

    value: str
    slot_type: str
    static: tuple[Match, ...] = ()
    dynamic: tuple[Match, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the slot as `understand` prints it: its value, the id it resolves to, every match."""
        matches = (*self.dynamic, *self.static)
        return {
            "value": self.value,
            "id": matches[0].id if matches else None,
            "matches": [{"id": match.id, "name": match.name} for match in matches],
        }


@dataclass(frozen=True, slots=True)
class Understood:
    """What an utterance means.

    Attributes:
        said: the utterance.
        intent: the intent's name, None if it was not understood.
        slots: the filled slots by name.
        score: how sure that is, 0 to 1; 1 for a sample said word for word.
    """

    said: str
    intent: str | None = None
    slots: Mapping[str, UnderstoodSlot] = field(default_factory=dict)
    score: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return it as `python -m skill understand` prints it."""
        return {
            "said": self.said,
            "intent": self.intent,
            "slots": {name: slot.as_dict() for name, slot in self.slots.items()},
            "score": round(self.score, 3),
        }


class Understanding:
    """Understands utterances by one locale's interaction model."""

    def __init__(self, path: Path, words: Vocabulary | None = None) -> None:
        """Read the model at `path`; raises what `interaction_model.load` raises."""
        self.model = load(path)
        self._vocabulary = words or vocabulary()
        templates = templates_of(self.model, self._vocabulary)
        self._templates = Templates(templates)
        self._slot_values = SlotValues(self.model, self._vocabulary)
        phrases = list(_phrases(self.model, templates, self._vocabulary))
        self._nearest = Nearest(phrases, self._vocabulary)
        self._spelling = Spelling(
            self._slot_values.known_words | {form for template in templates for form in template.literals},
            self._vocabulary,
        )

    def understand(
        self,
        utterance: str,
        dynamic_entities: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        today: date | None = None,
    ) -> Understood:
        """Return what an utterance means.

        Args:
            utterance: what was said, in any case and punctuation, after the wake word or with it.
            dynamic_entities: values taught for this session: by slot type, mappings with `id` and `values`
                (the value's name and its synonyms).
            today: the day on the speaker's own calendar; by default today in UTC.
        """
        words = words_of(utterance, self._vocabulary)
        if not words:
            return Understood(utterance)
        day = today or datetime.now(UTC).date()
        taught = {
            slot_type: [
                SlotValue(str(value["id"]), tuple(value["values"])) for value in values if value["values"]
            ]
            for slot_type, values in (dynamic_entities or {}).items()
        }
        taught_words = {
            form
            for values in taught.values()
            for value in values
            for name in value.names
            for form in forms(words_of(name, self._vocabulary))
        }
        exact = self._exact(words, day, taught)
        if exact is not None:
            return _understood(utterance, *exact, 1.0)
        corrected = self._spelling.correct(words, taught_words)
        if corrected != words:
            exact = self._exact(corrected, day, taught)
            if exact is not None:
                return _understood(utterance, *exact, _CORRECTED)
        return self._nearly(utterance, corrected, day, taught)

    def _exact(
        self, words: tuple[Word, ...], day: date, taught: Mapping[str, list[SlotValue]]
    ) -> tuple[Template, dict[str, Spot]] | None:
        for core in cores(words, self._vocabulary):
            spots = self._slot_values.find(core, day, taught)
            found = self._templates.recognise(core, spots)
            if found:
                return found[0].template, found[0].slots
        return None

    def _nearly(
        self, utterance: str, words: tuple[Word, ...], day: date, taught: Mapping[str, list[SlotValue]]
    ) -> Understood:
        best = None
        for core in cores(words, self._vocabulary):
            found = self._nearest.find(core, self._slot_values.find(core, day, taught))
            if found and (best is None or found[0].score > best.score):
                best = found[0]
        if best is None:
            return Understood(utterance)
        if best.score < THRESHOLD:
            return Understood(utterance, score=best.score)
        return _understood(utterance, best.template, best.slots, min(best.score, _CORRECTED))


def _phrases(model: InteractionModel, templates: list[Template], words: Vocabulary) -> Iterator[Phrase]:
    """Yield what can be said: every template, and for a template of one bare slot every long value too."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for template in templates:
        items = tuple(
            f"{{{template.slots[form[1:-1]]}}}" if form.startswith("{") else fold(form, words)
            for form in template.forms
        )
        if (template.intent, items) not in seen:
            seen.add((template.intent, items))
            yield Phrase(template, None, items)
        if template.literals or len(template.slots) != 1:
            continue
        slot_type = next(iter(template.slots.values()))
        for value in model.types.get(slot_type, ()):
            for name in value.names:
                named = forms(words_of(name, words))
                if value.id is not None and len(named) > 1:
                    match = Match(value.id, value.names[0])
                    yield Phrase(
                        template,
                        Spot(0, 0, slot_type, name.lower(), (match,)),
                        tuple(fold(form, words) for form in named),
                    )


def _understood(utterance: str, template: Template, slots: dict[str, Spot], score: float) -> Understood:
    return Understood(
        utterance,
        template.intent,
        {
            name: UnderstoodSlot(spot.value, spot.slot_type, spot.static, spot.dynamic)
            for name, spot in slots.items()
        },
        score,
    )
