"""What is told of an exercise: six slots that make its instruction, and how long they may be."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from skill.content.exercise import Form
from skill.content.loader import Table

MOST_WORDS: Final = 35
"""Of a whole instruction: what a newcomer can follow while getting into position."""
MOST_WORDS_A_SENTENCE: Final = 12

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_WORD: Final = re.compile(r"[\w{}'-]+")


class InstructionSlot(StrEnum):
    """The parts of an instruction, in the order in which they are said."""

    POSITION = "position"
    MOVEMENT = "movement"
    DIRECTION = "direction"
    FELT = "felt"
    NOT_FELT = "not_felt"
    EASE = "ease"


NEEDED: Final = ("name", "purpose", *InstructionSlot, "safety", "start", "cues")
KNOWN: Final = (*NEEDED, "beats", "answers")
OF_A_FORM: Final = tuple(name for name in KNOWN if name not in {"name", "purpose"})


def count_words(text: str) -> int:
    """The words of a text; a placeholder is one."""
    return len(_WORD.findall(text))


def refuse_faulty(words: Table) -> None:
    """Read the words of every exercise, to refuse them.

    Args:
        words: the language's exercises.toml.

    Raises:
        ContentError: a line is missing or not known, a sentence or an instruction is too long.
    """
    for exercise in words.values:
        table = words.table(exercise)
        forms = [form for form in Form if form in table.values]
        table.expect_only(*KNOWN, *forms)
        for name in NEEDED:
            table.value(name)
        _refuse_long(table, {})
        for form in forms:
            own = table.table(form)
            own.expect_only(*OF_A_FORM)
            _refuse_long(own, table.values)


def _refuse_long(table: Table, standard: Mapping[str, Any]) -> None:
    for name, text in _texts(table):
        for sentence in _SENTENCE_END.split(text):
            if (words := count_words(sentence)) > MOST_WORDS_A_SENTENCE:
                raise table.fault(name, f"{words} words in {sentence!r}, not {MOST_WORDS_A_SENTENCE} at most")
    told = {**standard, **table.values}
    words = sum(count_words(str(told[slot])) for slot in InstructionSlot)
    if words > MOST_WORDS:
        raise table.fault("", f"an instruction of {words} words, not {MOST_WORDS} at most")


def _texts(table: Table) -> Iterator[tuple[str, str]]:
    for name, value in table.values.items():
        match value:
            case str():
                yield name, value
            case list():
                yield from ((name, str(text)) for text in value)
            case dict() if name == "answers":
                yield from ((f"{name}.{aspect}", str(text)) for aspect, text in value.items())
