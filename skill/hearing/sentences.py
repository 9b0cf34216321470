"""The sentences of a language: what people say, written once, for Alexa and for the speaker.

They are YAML files in hassil's format, one subject a file: alternatives `(a|b)`, optional words `[a]`,
`<rules>` and `{lists}` or `{lists:slots}`. They lie beside the package in a checkout, and in this folder of
an installed package.

What they add to the format: a list is named like the slot type that it is of (`run_kind` for `RunKind`;
`number`, `duration`, `date` and `time` for Amazon's own); `{any_shoe:shoe}` takes a value of `shoe` or a name
that no list has, `{free_shoe:new_name}` any few words; `writes` and `asides` are told in `Sentences`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from skill.hearing.locales import PLACES
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, words_of
from skill.value import Value, field

NUMBER = "AMAZON.NUMBER"
DURATION = "AMAZON.DURATION"
DATE = "AMAZON.DATE"
TIME = "AMAZON.TIME"
ANY = "any_"
"""Begins the name of a list that also takes words that no list has, one of which no sentence has either."""
FREE = "free_"
"""As `ANY`, whatever words they are: for a name that is given."""

_BUILT_IN = {"number": NUMBER, "duration": DURATION, "date": DATE, "time": TIME}
_ENDING = re.compile(r"([^\W\d_]+)\[([^\W\d_]+)\]")
"""A word with an ending that it may lack: "shoe[s]"."""
_TOKEN = re.compile(r"\{[^}]*\}|<[^>]*>|'?[^\W\d_]+(?:'[^\W\d_]+)*'?")


class Template(Value):
    """One sentence as it is written.

    Attributes:
        intent: the intent it says.
        text: the sentence, in hassil's format.
        slots: the slots that it fills without naming them: ids, by slot name.
        whole: whether it is never looked for in a part of an utterance; see `red_flags.py`.
    """

    intent: str
    text: str
    slots: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False


class Sentences(Value):
    """All that can be said in a language.

    Attributes:
        templates: the sentences, in the order of the files.
        rules: the texts of the rules, by name.
        lists: the values of each list: templates of what is said, with the id; None for made-up names.
        writing: the intents that change what is kept of a runner: never acted on in other words than these.
        asides: slots that are said and that nobody asks for: whose run it was, what it was not.
        invocation_name: what opens the skill.
        near: by intent, pairs of lists of which a value each, close together, says it in whatever sentence.
    """

    templates: tuple[Template, ...]
    rules: Mapping[str, str]
    lists: Mapping[str, tuple[tuple[str, str | None], ...]]
    writing: frozenset[str]
    asides: frozenset[str]
    invocation_name: str
    near: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


class SentencesError(Exception):
    """The sentences cannot be read; the message says which file, and what is wrong with it."""


@cache
def sentences(language: str) -> Sentences:
    """Read the sentences of a language, as in "en".

    Raises:
        SentencesError: there are none, or one of the files is not what it should be.
    """
    folder = next((place / language for place in PLACES if (place / language).is_dir()), None)
    if folder is None:
        raise SentencesError(f"There are no sentences for the language {language!r}.")
    return read(folder)


def read(folder: Path) -> Sentences:
    """Read all files of a folder; raises SentencesError as `sentences` does."""
    templates: list[Template] = []
    rules: dict[str, str] = {}
    lists: dict[str, tuple[tuple[str, str | None], ...]] = {}
    writing: set[str] = set()
    asides: set[str] = set()
    near: dict[str, tuple[tuple[str, str], ...]] = {}
    name = ""
    for path in sorted(folder.glob("*.yaml")):
        try:
            table = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader
            templates.extend(_templates(table))
            writing.update(intent for intent, body in _intents(table) if body.get("writes"))
            near.update(
                (intent, tuple((one, other) for one, other in body["near"]))
                for intent, body in _intents(table)
                if "near" in body
            )
            asides.update(table.get("asides") or ())
            name = table.get("invocation_name", name)
            _add(rules, table.get("expansion_rules") or {})
            _add(lists, {name: _values(values) for name, values in (table.get("lists") or {}).items()})
        except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as fault:
            raise SentencesError(f"{path.name}: {fault}") from fault
    return Sentences(tuple(templates), rules, lists, frozenset(writing), frozenset(asides), name, near)


def slot_type_of(list_name: str) -> str:
    """The slot type whose values a list holds, as in "RunKind" for `run_kind` and `any_run_kind`."""
    name = list_name.removeprefix(ANY).removeprefix(FREE)
    return _BUILT_IN.get(name) or "".join(part.title() for part in name.split("_"))


class HeardForms:
    """Puts the words of templates into the forms in which they are compared."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Return a template with its words as they are compared: "[I'm] back" is "[i am] back"."""
        return _TOKEN.sub(self._heard, _ENDING.sub(r"(\1\2|\1)", text.replace("-", " ")))

    def _heard(self, token: re.Match[str]) -> str:
        word = token[0]
        if word[0] in "{<":
            return word
        if word not in self._known:
            form = " ".join(forms(words_of(word, self._vocabulary)))
            self._known[word] = f" {form}" if word.startswith("'") else form
        return self._known[word]


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _intents(table: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    return (table.get("intents") or {}).items()


def _templates(table: Mapping[str, Any]) -> Iterator[Template]:
    for intent, body in _intents(table):
        for data in body["data"]:
            for text in data["sentences"]:
                if not isinstance(text, str):
                    raise TypeError(f"{intent}: {text!r} is no text; put it in quotes")
                yield Template(intent, text, data.get("slots") or {}, bool(data.get("whole")))


def _values(body: Mapping[str, Any]) -> tuple[tuple[str, str | None], ...]:
    values: list[tuple[str, str | None]] = []
    for value in body["values"]:
        said, id_ = (value, None) if isinstance(value, str) else (value["in"], value.get("out"))
        values.extend((text, id_) for text in ([said] if isinstance(said, str) else said))
    return tuple(values)


def _add(known: dict[str, Any], new: Mapping[str, Any]) -> None:
    twice = known.keys() & new.keys()
    if twice:
        raise ValueError(f"{', '.join(sorted(twice))} stands in another file too")
    known.update(new)
