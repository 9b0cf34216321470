"""An interaction model as plain data: what Alexa is taught, read from the JSON that is uploaded."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.hearing.slot_spans import SlotValue

SLOT = re.compile(r"\{(\w+)\}")
"""A slot in a sample utterance."""
MODELS = Path(__file__).parents[2] / "interaction_model" / "interactionModels" / "custom"


@dataclass(frozen=True, slots=True)
class IntentModel:
    """One intent.

    Attributes:
        name: its name.
        slots: the type of each slot, by slot name.
        samples: its sample utterances.
    """

    name: str
    slots: Mapping[str, str]
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InteractionModel:
    """A locale's interaction model.

    Attributes:
        invocation_name: what opens the skill.
        intents: in the order of the file.
        types: the values of each custom slot type, by its name.
    """

    invocation_name: str
    intents: tuple[IntentModel, ...]
    types: Mapping[str, tuple[SlotValue, ...]]


def load(locale: str) -> InteractionModel:
    """Read a locale's model."""
    path = MODELS / f"{locale}.json"
    try:
        language_model = json.loads(path.read_text(encoding="utf-8"))["interactionModel"]["languageModel"]
        return InteractionModel(
            invocation_name=language_model["invocationName"],
            intents=tuple(
                IntentModel(
                    name=intent["name"],
                    slots={slot["name"]: slot["type"] for slot in intent.get("slots", ())},
                    samples=tuple(intent.get("samples", ())),
                )
                for intent in language_model["intents"]
            ),
            types={
                slot_type["name"]: tuple(
                    SlotValue(
                        id=value.get("id"),
                        names=(value["name"]["value"], *value["name"].get("synonyms", ())),
                    )
                    for value in slot_type["values"]
                )
                for slot_type in language_model["types"]
            },
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"{path.name} is no interaction model: {fault!r}") from fault
