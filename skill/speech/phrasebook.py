"""The lines of a language: plurals chosen, alternatives drawn, placeholders filled."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from random import Random
from typing import Any

from skill.content.instruction import refuse_faulty
from skill.content.loader import EXERCISES_FILE, ContentError, content_folder, read
from skill.speech.counting import count_in_words
from skill.speech.numbers import number_in_words
from skill.speech.voice_seconds import planned_seconds

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
SENTENCE_ENDS = (".", "?", "!")
Line = str | list[str] | dict[str, str]


class Phrasebook:
    """Says lines by key; a key is the path to the line in the language's files, joined by dots.

    A line is a text, a list of alternatives of which one is drawn, or a table of plural forms
    (CLDR's names) chosen by the value `count`.
    """

    def __init__(self, language: str, lines: Mapping[str, Line], random: Random) -> None:
        self.code = language
        self._lines = lines
        self._random = random

    @classmethod
    def of(cls, language: str, random: Random) -> "Phrasebook":
        """The phrasebook of a language.

        Args:
            language: ISO 639-1 code, "en".
            random: draws among the alternatives of a line.

        Raises:
            ContentError: there are no lines in this language, or a file is broken.
        """
        return cls(language, lines_of(language), random)

    def with_lines(self, lines: Mapping[str, Line]) -> "Phrasebook":
        """The phrasebook with some lines in the place of its own."""
        return Phrasebook(self.code, {**self._lines, **lines}, self._random)

    def in_figures(self) -> "Phrasebook":
        """The phrasebook for what is read, not heard: its numbers stand in figures."""
        lines = {**self._lines, "distances.point": self._lines["distances.point_in_figures"]}
        return _InFigures(self.code, lines, self._random)

    def __contains__(self, key: str) -> bool:
        """Whether there is a line of this key."""
        return key in self._lines

    def say(self, key: str, **values: str | int) -> str:
        """The line of this key, ready to be spoken; a sentence begins with a capital.

        Args:
            key: for instance "walkthrough.paused".
            values: for the line's placeholders; a whole number is said as a word.

        Raises:
            KeyError: no such line, or a placeholder without its value.
        """
        text = self._choose(self._lines[key], values)
        if "{" not in text:
            return text
        said = text.format_map(
            {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        )
        return said[:1].upper() + said[1:] if text.endswith(SENTENCE_ENDS) else said

    def raw(self, key: str) -> str:
        """A line that is one text, its placeholders unfilled."""
        line = self._lines[key]
        if not isinstance(line, str):
            raise ContentError(f"{key}: is no text")
        return line

    def all(self, key: str) -> list[str]:
        """Every alternative of a line that is a list, in its order."""
        line = self._lines[key]
        if not isinstance(line, list):
            raise ContentError(f"{key}: is no list")
        return line

    def number(self, number: int) -> str:
        """A whole number below a million in words: 110 is "one hundred and ten"."""
        return number_in_words(self, number)

    def count(self, number: int, seconds: float = 1.0) -> str:
        """A number as it is counted aloud: the coach's word for a second of a hold."""
        return count_in_words(self, number, seconds)

    def seconds(self, text: str) -> float:
        """The time a voice is given for the text, in seconds."""
        return planned_seconds(text, self.code)

    def join(self, items: list[str], *, choice: bool = False) -> str:
        """Items as a list in a sentence: "a, b and c", or "a, b or c"."""
        if len(items) < 2:  # noqa: PLR2004 - one item is no list
            return "".join(items)
        last = self.say("lists.or" if choice else "lists.and", first=items[-2], second=items[-1])
        return ", ".join([*items[:-2], last])

    def _choose(self, line: Line, values: Mapping[str, str | int]) -> str:
        match line:
            case str(text):
                return text
            case list(alternatives):
                return self._random.choice(alternatives)
            case forms:
                return forms[_plural_form(self.code, int(values["count"]))]


class _InFigures(Phrasebook):
    def number(self, number: int) -> str:
        return str(number)


@lru_cache(maxsize=64)
def _plural_form(language: str, count: int) -> str:
    from babel import Locale  # noqa: PLC0415 - tens of milliseconds, and most turns speak no plural

    return str(Locale(language).plural_form(count))


@lru_cache(maxsize=4)
def lines_of(language: str) -> Mapping[str, Line]:
    """Every line of a language by key, read once.

    Raises:
        ContentError: the language is not there, a file is broken, a line is neither text, list nor plural, or
            the words of an exercise are refused.
    """
    folder = content_folder().joinpath(language)
    if not folder.is_dir():
        raise ContentError(f"{language}: there are no lines in this language")
    lines: dict[str, Line] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml"):
            continue
        table = read(content_folder(), f"{language}/{file.name}")
        prefix = ""
        if file.name == EXERCISES_FILE:
            prefix = "exercises."
            refuse_faulty(table)
        for key, line in _flatten(table.file, table.values):
            if prefix + key in lines:
                raise ContentError(f"{table.file}: {key}: stands in another file too")
            lines[prefix + key] = line
    return lines


def _flatten(file: str, table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Line]]:
    for name, value in table.items():
        key = f"{path}{name}"
        match value:
            case str():
                yield key, value
            case list() if value and all(isinstance(item, str) for item in value):
                yield key, value
            case dict() if value and PLURAL_FORMS.issuperset(value):
                yield key, value
            case dict():
                yield from _flatten(file, value, f"{key}.")
            case _:
                raise ContentError(f"{file}: {key}: must be a text, a list of texts or plural forms")
