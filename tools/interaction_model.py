"""The interaction models that Amazon builds, one a locale, made from a language's sentences: `make models`.

Alexa learns from samples, so each sentence is written out, in so few samples that every alternative of it
stands in one of them. What Amazon asks for beyond the sentences:

- samples that are one slot and nothing else live apart from samples with words of their own (Amazon, "Best
  practices for sample utterances"): in an intent of their own, `CHOICE`;
- a sample cannot fill a slot that it does not name: the sentences that do (hassil's `slots`) become synonyms
  of the value, to be said alone.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from skill.hearing.expansion import every_way
from skill.hearing.grammar import Grammar
from skill.hearing.sentences import Sentences, Template, read, slot_type_of
from skill.hearing.vocabulary import vocabulary
from tools.samples import written_out

ROOT = Path(__file__).parents[1] / "interaction_model"
CHOICE = "ChoiceIntent"
"""The intent of everything that is one slot and nothing else."""
FALLBACK = "AMAZON.FallbackIntent"

_WORD = re.compile(r"(?<![{\w])[A-Za-z]+(?![}\w])")
_ONE_SLOT = re.compile(r"\{(\w+)\}")

Words = Mapping[str, str]
"""Words of the sentences, and what a locale says instead."""
_Written = list[tuple[Template, list[str]]]


def wordings(language: str) -> dict[str, Words]:
    """Return for each locale of a language the words it says otherwise."""
    text = (ROOT / "sentences" / language / "locales.toml").read_text(encoding="utf-8")
    return {locale: dict(words) for locale, words in tomllib.loads(text).items()}


def interaction_model(folder: Path, words: Words) -> dict[str, Any]:
    """Build the model of a locale.

    Args:
        folder: the sentences; named after the language.
        words: what the locale says otherwise.
    """
    known = read(folder)
    skill = yaml.safe_load((folder / "skill.yaml").read_text(encoding="utf-8"))
    types = Grammar(known, vocabulary(folder.name)).slots
    elicited = skill["elicited_slots"]
    written = list(zip(known.templates, written_out(known.templates, known.rules), strict=True))
    intents = list(_intents(written, types, elicited, words))
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": known.invocation_name,
                "modelConfiguration": {"fallbackIntentSensitivity": {"level": skill["fallback_sensitivity"]}},
                "intents": intents,
                "types": [
                    {"name": slot_type_of(name), "values": list(_values(name, known, written, words))}
                    for name in known.lists
                ],
            },
            "dialog": {
                "delegationStrategy": "SKILL_RESPONSE",
                "intents": [
                    _dialog(intent, elicited[intent["name"]])
                    for intent in intents
                    if intent["name"] in elicited
                ],
            },
            "prompts": [
                {
                    "id": _prompt(intent["name"], slot),
                    "variations": [{"type": "PlainText", "value": _said([body["asked"]], words)[0]}],
                }
                for intent in intents
                for slot, body in elicited.get(intent["name"], {}).items()
            ],
        }
    }


def text_of(model: dict[str, Any]) -> str:
    """Return a model as its file holds it: a value a line, a bracket with its first or last value."""
    text = json.dumps(model, indent=0, separators=(",", ":"), ensure_ascii=False)
    for bracket in "[{":
        text = text.replace(f"{bracket}\n", bracket)
    for bracket in "]}":
        text = text.replace(f"\n{bracket}", bracket)
    return text + "\n"


def main() -> None:
    """Write the model of every locale of every language."""
    for folder in sorted((ROOT / "sentences").iterdir()):
        for locale, words in wordings(folder.name).items():
            path = ROOT / "interactionModels" / "custom" / f"{locale}.json"
            path.write_text(text_of(interaction_model(folder, words)), encoding="utf-8")


def _intents(
    written: _Written,
    types: Mapping[str, Mapping[str, str]],
    elicited: Mapping[str, Mapping[str, Any]],
    words: Words,
) -> Iterator[dict[str, Any]]:
    samples: dict[str, list[str]] = {}
    choices: dict[str, str] = {}
    for template, sentences in written:
        for sample in () if template.slots else sentences:
            alone = _ONE_SLOT.fullmatch(sample)
            if alone:
                choices[alone[1]] = types[template.intent][alone[1]]
            else:
                samples.setdefault(template.intent, []).append(sample)
        choices.update((name, slot_type_of(name)) for name in template.slots)
    for intent, said in samples.items():
        asked = elicited.get(intent, {})
        slots = [
            {"name": name, "type": slot_type}
            | ({"samples": _said(_answers(asked[name]), words)} if name in asked else {})
            for name, slot_type in types[intent].items()
            if name in asked or any(f"{{{name}}}" in sample for sample in said)
        ]
        yield {"name": intent, **({"slots": slots} if slots else {}), "samples": _said(said, words)}
    yield {
        "name": CHOICE,
        "slots": [{"name": name, "type": slot_type} for name, slot_type in choices.items()],
        "samples": [f"{{{name}}}" for name in choices],
    }
    yield {"name": FALLBACK, "samples": []}


def _answers(body: Mapping[str, Any]) -> list[str]:
    return [answer for text in body["answers"] for answer in every_way(text, {})]


def _values(name: str, known: Sentences, written: _Written, words: Words) -> Iterator[dict[str, Any]]:
    """A list's values by all their names, the first one written first, and the sentences that mean one.

    A sentence with a slot of its own is left out: a name is words and nothing else.
    """
    by_id: dict[str, list[str]] = {}
    for text, id_ in known.lists[name]:
        said = every_way(text, known.rules)
        by_id.setdefault(id_ or said[0], []).extend(said)
    ids = {id_ for _, id_ in known.lists[name]}
    for template, sentences in written:
        if name in template.slots:
            ids.add(template.slots[name])
            by_id.setdefault(template.slots[name], []).extend(each for each in sentences if "{" not in each)
    for id_, said in by_id.items():
        first, *synonyms = _said(said, words)
        value = {"name": {"value": first, **({"synonyms": synonyms} if synonyms else {})}}
        yield {"id": id_, **value} if id_ in ids else value


def _dialog(intent: Mapping[str, Any], elicited: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": intent["name"],
        "confirmationRequired": False,
        "prompts": {},
        "slots": [
            {
                "name": slot["name"],
                "type": slot["type"],
                "elicitationRequired": slot["name"] in elicited,
                "confirmationRequired": False,
                "prompts": {"elicitation": _prompt(intent["name"], slot["name"])}
                if slot["name"] in elicited
                else {},
            }
            for slot in intent["slots"]
        ],
    }


def _prompt(intent: str, slot: str) -> str:
    return f"Elicit.{intent}.{slot}"


def _said(phrases: Iterable[str], words: Words) -> list[str]:
    """Phrases in a locale's words; what then stands twice stays once."""

    def other(match: re.Match[str]) -> str:
        return words.get(match.group().lower(), match.group())

    said_there = (_WORD.sub(other, said).replace(" 's", "'s") for said in phrases)
    return list({phrase.lower(): phrase for phrase in said_there}.values())


if __name__ == "__main__":
    main()
