"""The other locales' interaction models, made from the American one: `make models`."""

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

SOURCE = "en-US"
"""The locale that is written by hand."""

_WORD = re.compile(r"(?<![{\w])[A-Za-z]+(?![}\w])")


@cache
def wordings() -> dict[str, dict[str, str]]:
    """Return for each locale but the source the words it says otherwise."""
    table: dict[str, dict[str, str]] = tomllib.loads(
        (Path(__file__).parent / "locales.toml").read_text(encoding="utf-8")
    )
    return table


def localised(model: dict[str, Any], locale: str) -> dict[str, Any]:
    """Return the source model in another locale's words.

    Ids and names of slots, types and intents stay; what then stands twice stays once.

    Args:
        model: the parsed JSON of the source.
        locale: one of `wordings`; KeyError for any other.
    """
    words = wordings()[locale]
    whole = model["interactionModel"]
    language_model = whole["languageModel"]
    return {
        "interactionModel": {
            **whole,
            "languageModel": {
                **language_model,
                "intents": [_intent(intent, words) for intent in language_model["intents"]],
                "types": [
                    {**slot_type, "values": [_value(value, words) for value in slot_type["values"]]}
                    for slot_type in language_model["types"]
                ],
            },
            "prompts": [_prompt(prompt, words) for prompt in whole["prompts"]],
        }
    }


def text_of(model: dict[str, Any]) -> str:
    """Return a model as its file holds it."""
    return json.dumps(model, indent=2, ensure_ascii=False) + "\n"


def main(directory: Path) -> None:
    """Write every locale's model beside the source in `directory`."""
    source = json.loads((directory / f"{SOURCE}.json").read_text(encoding="utf-8"))
    for locale in wordings():
        (directory / f"{locale}.json").write_text(text_of(localised(source, locale)), encoding="utf-8")


def _intent(intent: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    slots = [
        {**slot, "samples": _said(slot["samples"], words)} if "samples" in slot else slot
        for slot in intent.get("slots", ())
    ]
    said = {"samples": _said(intent["samples"], words)}
    return {**intent, **({"slots": slots} if "slots" in intent else {}), **said}


def _prompt(prompt: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    variations = [
        {**variation, "value": _said([variation["value"]], words)[0]} for variation in prompt["variations"]
    ]
    return {**prompt, "variations": variations}


def _value(value: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    name = value["name"]
    first, *synonyms = _said([name["value"], *name.get("synonyms", ())], words)
    return {**value, "name": {"value": first} | ({"synonyms": synonyms} if synonyms else {})}


def _said(phrases: Iterable[str], words: dict[str, str]) -> list[str]:
    def other(match: re.Match[str]) -> str:
        return words.get(match.group().lower(), match.group())

    return list({phrase.lower(): phrase for phrase in (_WORD.sub(other, said) for said in phrases)}.values())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
