import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel import Locale

from skill.content.exercise import DoseKind, Exercise, Form
from skill.content.instruction import InstructionSlot
from skill.content.loader import content_folder, exercises
from skill.conversation import turns  # noqa: F401 - every question is known once the use cases are
from skill.conversation.turn.question import Question, question_kinds
from skill.speech.phrasebook import Line, lines_of
from tests.content.uses import ANYTHING, Use, docstrings, keys, modules, placeholders, uses

SPEAKING = ("coach", "shoes", "speech", "conversation", "alexa", "sound")
"""The parts of the skill that say lines."""
WORDLESS = ("coach", "shoes", "speech", "conversation", "alexa", "content")
"""The parts in which no English may stand, but for programmers."""
TABLES = ("vocabulary.", "shoe_names.", "pictures.")
"""Words that are read as tables, not said as lines."""

INSERTED = {"numbers.tens", "shoes.log.when", "shoes.modes.until", "shoes.modes.for_kind"}
"""Pieces that bring their own space or are sometimes empty."""

LANGUAGES = sorted(path.name for path in content_folder().iterdir() if path.is_dir() and len(path.name) == 2)
LINES = lines_of("en")


@cache
def all_uses() -> list[Use]:
    return list(uses(*SPEAKING))


@cache
def all_keys() -> list[tuple[str, str]]:
    return list(keys(*SPEAKING))


def texts(line: Line) -> list[str]:
    if isinstance(line, str):
        return [line]
    return line if isinstance(line, list) else list(line.values())


@cache
def lines_matching(pattern: str) -> frozenset[str]:
    compiled = re.compile(pattern)
    return frozenset(key for key in LINES if compiled.fullmatch(key))


def said() -> Iterator[tuple[Use, str]]:
    """Every use with each line that it says: of the patterns a line fits, those that leave least open."""
    for key in LINES:
        fitting = [
            (pattern.count(ANYTHING), use)
            for use in all_uses()
            for pattern in use.patterns
            if key in lines_matching(pattern)
        ]
        least = min((openness for openness, _ in fitting), default=0)
        yield from ((use, key) for openness, use in fitting if openness == least)


def test_there_is_a_line_for_every_key_that_is_said() -> None:
    missing = [
        f"{use.where} says {pattern}"
        for use in all_uses()
        for pattern in use.patterns
        if not lines_matching(pattern)
    ]
    assert not missing
    assert len(all_uses()) > 100


def test_there_is_a_line_for_every_key_that_is_handed_on() -> None:
    tables = {key.partition(".")[0] for key in LINES}
    missing = [
        f"{where}: {pattern}"
        for where, pattern in all_keys()
        if pattern.partition("\\.")[0] in tables
        and not pattern.endswith("\\.toml")
        and not lines_matching(pattern)
        and not lines_matching(rf"{pattern}\..*")
    ]
    assert not missing


def test_every_placeholder_is_given_its_value() -> None:
    missing = [
        f"{use.where} gives {sorted(use.values)} to {key}: {LINES[key]}"
        for use, key in said()
        if not use.passes_on and not placeholders(LINES[key]) <= use.values
    ]
    assert not missing


def test_a_plural_is_given_its_count() -> None:
    missing = [
        f"{use.where} says {key}"
        for use, key in said()
        if isinstance(LINES[key], dict) and "count" not in use.values and not use.passes_on
    ]
    assert not missing


def test_every_line_is_said_somewhere() -> None:
    patterns = [re.compile(pattern) for _, pattern in all_keys()]
    idle = [
        key
        for key in LINES
        if not key.startswith(TABLES) and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not idle


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    forms = {*Locale(language).plural_form.tags, "other"}
    wrong = {
        key: sorted(line)
        for key, line in lines_of(language).items()
        if isinstance(line, dict) and line.keys() != forms
    }
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_line(language: str) -> None:
    assert lines_of(language).keys() == LINES.keys()


def test_a_line_is_ready_to_be_spoken() -> None:
    for key, line in LINES.items():
        for text in texts(line):
            assert text == text.strip() or key in INSERTED, key
            words = re.sub(r"\{\w+\}", "", text)
            assert not re.search(r"[<>&*_#]|\d", words), f"{key}: {text}"
            assert "  " not in text, f"{key}: {text}"
            assert text or key in INSERTED, key


@pytest.mark.parametrize("kind", list(question_kinds()), ids=lambda kind: str(kind.name))
def test_every_question_can_be_asked_again_in_short(kind: type[Question]) -> None:
    assert kind.again is not Question.again or kind.line in LINES


NAMES = {"name", "purpose", *InstructionSlot, "safety", "start", "cues", "beats"}


@pytest.mark.parametrize("exercise", exercises().values(), ids=lambda exercise: str(exercise.id))
def test_an_exercise_has_all_its_words(exercise: Exercise) -> None:
    own = {
        key.removeprefix(f"exercises.{exercise.id}."): line
        for key, line in LINES.items()
        if key.startswith(f"exercises.{exercise.id}.")
    }
    own = {name: line for name, line in own.items() if "answers." not in name}
    repeated = exercise.dose.kind is DoseKind.REPETITIONS
    assert {name for name in own if "." not in name} == (NAMES if repeated else NAMES - {"beats"})
    others = {form for form in exercise.forms if form is not Form.STANDARD}
    assert {name.partition(".")[0] for name in own if "." in name} == others
    assert {name.rpartition(".")[2] for name in own} <= NAMES


@pytest.mark.parametrize("exercise", exercises().values(), ids=lambda exercise: str(exercise.id))
def test_the_side_is_named_before_each_bout_that_has_one(exercise: Exercise) -> None:
    for form in exercise.forms:
        key = f"exercises.{exercise.id}.{form}.start"
        start = LINES.get(key, LINES[f"exercises.{exercise.id}.start"])
        assert placeholders(start) == ({"side"} if exercise.sides_in(form) else set())


def test_the_lines_know_no_exercise_that_is_not_there() -> None:
    named = {key.split(".")[1] for key in LINES if key.startswith("exercises.")}
    assert named == exercises().keys()


SENTENCE = re.compile(r"[A-Za-z]{2,}[,.]? [A-Za-z]{2,}")
LOGGING = {"error", "warning", "info", "debug", "exception", "fault"}


def for_programmers(tree: ast.Module) -> set[int]:
    """The texts that no runner hears: documentation, what errors say, what is logged."""
    found = set(map(id, docstrings(tree)))
    for node in ast.walk(tree):
        is_log = isinstance(node, ast.Call) and getattr(node.func, "attr", "") in LOGGING
        is_error = isinstance(node, ast.Call) and re.search(r"(Error|Refusal)\b", ast.unparse(node.func))
        if is_log or is_error or isinstance(node, ast.Raise | ast.Assert):
            found |= set(map(id, ast.walk(node)))
    return found


def test_python_holds_no_spoken_english() -> None:
    spoken = []
    for file, tree in modules(*WORDLESS):
        silent = for_programmers(tree)
        spoken += [
            f"{file}:{node.lineno}: {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
            and SENTENCE.search(node.value)
            and "<" not in node.value
        ]
    assert not spoken
