"""The interaction model as plain data: what Alexa is taught, read from the JSON that is uploaded.

It lies beside the package in a checkout, and in this folder of an installed package.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SLOT = re.compile(r"\{(\w+)\}")
"""A slot in a sample utterance."""
_HERE = Path(__file__).resolve()
_PLACES = (_HERE.parents[2] / "interaction_model", _HERE.parent / "interaction_model")
_FOLDER = Path("interactionModels") / "custom"


class LocaleError(Exception):
    """There is no interaction model for the locale; the message names those there are."""


@dataclass(frozen=True, slots=True)
class SlotValue:
    """One value of a custom slot type.

    Attributes:
        id: what the skill calls it; None in a type of names that people make up, such as their shoes'.
        names: what people call it, the value's own name first.
    """

    id: str | None
    names: tuple[str, ...]


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

    def slots_of(self, intent: str) -> Mapping[str, str]:
        """The type of each slot of an intent, by slot name; empty for an intent that the model lacks."""
        return next((item.slots for item in self.intents if item.name == intent), {})


def load(path: Path) -> InteractionModel:
    """Read a model; raises OSError where there is none and ValueError where it is none."""
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


def model_path(locale: str) -> Path:
    """The model of a locale.

    Args:
        locale: as in "en-US".

    Raises:
        LocaleError: there is none.
    """
    for place in _PLACES:
        path = place / _FOLDER / f"{locale}.json"
        if path.is_file():
            return path
    raise LocaleError(f"No locale {locale!r}; there are {', '.join(locales()) or 'none'}.")


def locales() -> list[str]:
    """The locales that have a model."""
    return sorted({path.stem for place in _PLACES for path in (place / _FOLDER).glob("*.json")})
