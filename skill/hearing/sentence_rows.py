"""Sentences and their rules, and what their texts tell before hassil reads them, for that takes longest."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from hassil.expression import Expression, Sentence
from hassil.intents import IntentData
from hassil.parse_expression import parse_sentence

from skill.hearing.sentences import HeardForms, Template
from skill.value import Value

_BRACKETS = re.compile(r"[()\[\]|;]")
_INNERMOST = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")

Parts = frozenset[str]
"""Of a text every word, `{list:slot}` and `<rule>`."""


class Row(Value, dict=True):  # where what was read is cached
    """A sentence.

    Attributes:
        template: it, as it was written.
        text: it, with its words as they are compared.
        parts: what is in it.
        needs: the labels of which no utterance of it lacks one.
    """

    template: Template
    text: str
    parts: Parts
    needs: frozenset[str]

    @cached_property
    def data(self) -> IntentData:
        """It, as hassil has it."""
        return IntentData([self.text])

    @property
    def expression(self) -> Expression:
        """What hassil read in it."""
        return self.data.sentences[0].expression


class Rules:
    """The expansion rules of a language, those of them that its sentences use.

    Args:
        texts: what each stands for.
        heard: puts words into the forms in which they are compared.

    Attributes:
        parts: what is in each rule that a sentence uses, and in the rules in it.
    """

    def __init__(self, texts: Mapping[str, str], heard: HeardForms) -> None:
        self._texts = texts
        self._heard = heard
        self.parts: dict[str, Parts] = {}
        self._needs: dict[str, frozenset[str]] = {}
        self._sentences: dict[str, Sentence] = {}

    def row(self, template: Template) -> Row:
        """Return a sentence with what its text tells."""
        text = self._heard.of(template.text)
        return Row(template, text, *self._read(text))

    def sentence(self, name: str) -> Sentence:
        """Return a rule, as hassil has it."""
        if name not in self._sentences:
            self._sentences[name] = parse_sentence(self._heard.of(self._texts[name]), keep_text=True)
        return self._sentences[name]

    def used_by(self, row: Row) -> Iterator[str]:
        """Yield the rules of a sentence, and those of its rules."""
        for name in rules_among(row.parts):
            yield name
            yield from rules_among(self.parts[name])

    def _read(self, text: str) -> tuple[Parts, frozenset[str]]:
        """What is in a text, and what is outside of all its brackets, in its rules too."""
        outside, times = text, 1
        while times:
            outside, times = _INNERMOST.subn(" ", outside)
        parts = frozenset(_BRACKETS.sub(" ", text).split())
        needs = set() if "|" in outside else set(outside.split())
        for name in rules_among(parts):
            if name not in self.parts:
                own, self._needs[name] = self._read(self._heard.of(self._texts[name]))
                self.parts[name] = own.union(*(self.parts[inner] for inner in rules_among(own)))
            needs |= self._needs[name] if f"<{name}>" in needs else set()
        return parts, frozenset(label(part) for part in needs if part[0] != "<")


def rules_among(parts: Parts) -> Iterator[str]:
    """Yield the names of the rules among what is in a text."""
    return (part[1:-1] for part in parts if part[0] == "<")


def lists_among(parts: Parts) -> Parts:
    """Return the lists among what is in a text, as `{list:slot}`."""
    return frozenset(part for part in parts if part[0] == "{")


def label(part: str) -> str:
    """Return a part without the name of its slot: `{distance}` for `{distance:other_distance}`."""
    return part.partition(":")[0] + "}" if part[0] == "{" and ":" in part else part
