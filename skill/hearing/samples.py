"""Sample utterances: what the interaction model says can be said for an intent."""

from dataclasses import dataclass, field
from functools import cached_property

from hassil.intents import IntentData

from skill.hearing.interaction_model import SLOT, InteractionModel
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, words_of


@dataclass(frozen=True)
class Sample:
    """A sample utterance.

    Attributes:
        intent: the intent it is a sample of.
        forms: its words, `{slots}` among them.
        slots: the slot type of each slot in it, by slot name.
    """

    intent: str
    forms: tuple[str, ...]
    slots: dict[str, str] = field(hash=False)

    @cached_property
    def literals(self) -> frozenset[str]:
        """The words that an utterance must have."""
        return frozenset(form for form in self.forms if not form.startswith("{"))

    def fits(self, spoken: tuple[str, ...]) -> bool:
        """Return whether words have this sample's own in their order, with room for its slots between."""
        at = 0
        for form in self.forms:
            if form.startswith("{"):
                at += 1
                continue
            while at < len(spoken) and spoken[at] != form:
                at += 1
            at += 1
        return at <= len(spoken)

    @cached_property
    def data(self) -> IntentData:
        """The sample in hassil's own terms, parsed when it is first needed."""
        sentence = " ".join(
            f"{{{list_name(self.slots[form[1:-1]])}:{form[1:-1]}}}" if form.startswith("{") else form
            for form in self.forms
        )
        return IntentData(sentence_texts=[sentence], wildcard_list_names=set())


def samples_of(model: InteractionModel, vocabulary: Vocabulary) -> list[Sample]:
    """Return a model's sample utterances, each once."""
    found: dict[Sample, None] = {}
    for intent in model.intents:
        for sample in intent.samples:
            slots = {name: intent.slots[name] for name in SLOT.findall(sample)}
            found.setdefault(Sample(intent.name, forms(words_of(sample, vocabulary)), slots))
    return list(found)


def list_name(slot_type: str) -> str:
    """Return what hassil calls the list of a slot type's values."""
    return slot_type.replace(".", "_")
