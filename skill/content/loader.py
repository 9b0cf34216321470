"""Reads the article's data and refuses what is wrong in it, by file, key and fault."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from skill.content.exercise import (
    Amount,
    BodyArea,
    Dose,
    DoseKind,
    Equipment,
    Exercise,
    Form,
    Position,
    RoutineName,
    Side,
)

EXERCISES_FILE = "exercises.toml"
EXERCISE_NAMES = tuple(name for name in Exercise.__struct_fields__ if name != "id")
Choice = TypeVar("Choice", bound=StrEnum)


class ContentError(Exception):
    """The data is wrong; the message names file, key and fault."""


class Table:
    """A table of a data file that knows its file and key, so that every fault can name them."""

    def __init__(self, file: str, key: str, values: Any) -> None:
        self.file = file
        self.key = key
        if not isinstance(values, Mapping):
            raise self.fault("", "must be a table")
        self.values = values

    def fault(self, name: str, what: str) -> ContentError:
        """The error to raise for a value of this table."""
        return ContentError(f"{self.file}: {'.'.join(filter(None, (self.key, name)))}: {what}")

    def value(self, name: str) -> Any:
        """The value of that name.

        Raises:
            ContentError: there is none.
        """
        if name not in self.values:
            raise self.fault(name, "is missing")
        return self.values[name]

    def table(self, name: str) -> "Table":
        """The table of that name inside this one."""
        return Table(self.file, f"{self.key}.{name}" if self.key else name, self.value(name))

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """One of a closed list of words."""
        return self._choice(name, self.value(name), kind)

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Several of a closed list of words, none twice."""
        values = self.value(name)
        if not isinstance(values, list):
            raise self.fault(name, "must be a list")
        found = tuple(self._choice(name, value, kind) for value in values)
        if len(set(found)) != len(found):
            raise self.fault(name, "names something twice")
        return found

    def amount(self, name: str) -> Amount:
        """Three whole numbers, least, usual and most, ascending and above zero."""
        match value := self.value(name):
            case [least, usual, most] if all(map(_is_whole, value)) and 0 < least <= usual <= most:
                return Amount(least, usual, most)
        raise self.fault(name, f"must be [least, usual, most], whole and ascending, not {value!r}")

    def whole(self, name: str) -> int:
        """A whole number above zero."""
        value = self.value(name)
        if not _is_whole(value) or value <= 0:
            raise self.fault(name, f"must be a whole number above zero, not {value!r}")
        return int(value)

    def expect_only(self, *names: str) -> None:
        """Raises ContentError when the table holds a name that nothing reads: most likely a typing slip."""
        for name in self.values:
            if name not in names:
                raise self.fault(name, f"is not known here; known are {', '.join(names)}")

    def _choice(self, name: str, value: Any, kind: type[Choice]) -> Choice:
        try:
            return kind(value)
        except ValueError:
            raise self.fault(name, f"{value!r} is none of {', '.join(kind)}") from None


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def read(folder: Path, file: str) -> Table:
    """The table of a data file.

    The Lambda's package has each as JSON beside it, which is read much faster (`tools/lambda_package.py`).

    Args:
        folder: of the content.
        file: its path in there, with which every fault begins.

    Raises:
        ContentError: it is not TOML.
        FileNotFoundError: there is none.
    """
    as_json = (folder / file).with_suffix(".json")
    if as_json.is_file():
        return Table(file, "", json.loads(as_json.read_text("utf-8")))
    return parse(file, (folder / file).read_text("utf-8"))


def parse(file: str, text: str) -> Table:
    """The data file's text as a table.

    Raises:
        ContentError: the text is not TOML.
    """
    import tomllib  # noqa: PLC0415 - a start with JSON needs none of it

    try:
        return Table(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{file}: {error}") from error


def read_exercises(whole: Table) -> dict[str, Exercise]:
    """The exercises by id, in the file's order, which is the routine's order.

    Args:
        whole: the content of exercises.toml.

    Raises:
        ContentError: something in it is wrong.
    """
    return {name: _exercise(name, whole.table(name)) for name in whole.values}


def _exercise(name: str, table: Table) -> Exercise:
    table.expect_only(*EXERCISE_NAMES)
    forms = table.choices("forms", Form)
    if Form.STANDARD not in forms:
        raise table.fault("forms", "must hold standard")
    sides, positions = (_by_form(table, name, forms) for name in ("form_sides", "form_positions"))
    return Exercise(
        id=name,
        routine=table.choice("routine", RoutineName),
        position=table.choice("position", Position),
        equipment=frozenset(table.choices("equipment", Equipment)),
        areas=table.choices("areas", BodyArea),
        sides=table.choices("sides", Side),
        dose=_dose(table.table("dose")),
        forms=forms,
        form_sides=tuple((Form(form), sides.choices(form, Side)) for form in sides.values),
        form_positions=tuple((Form(form), positions.choice(form, Position)) for form in positions.values),
    )


def _by_form(table: Table, name: str, forms: tuple[Form, ...]) -> Table:
    """The table of that name, which describes some of the forms; an empty one if there is none."""
    found = table.table(name) if name in table.values else Table(table.file, f"{table.key}.{name}", {})
    found.expect_only(*forms)
    return found


def _dose(table: Table) -> Dose:
    kind = table.choice("kind", DoseKind)
    repeated = kind is DoseKind.REPETITIONS
    table.expect_only("kind", "sets", *(("repetitions", "tempo") if repeated else ("seconds",)))
    return Dose(
        kind=kind,
        amount=table.amount("repetitions" if repeated else "seconds"),
        sets=table.amount("sets"),
        tempo=table.whole("tempo") if repeated else 0,
    )


def content_folder() -> Path:
    """The folder of the data files, one folder per language inside it.

    Not by `importlib.resources`, whose import alone is a twentieth of a cold start.
    """
    return Path(__file__).parent


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The ISO 639-1 codes of the languages that there are words of."""
    return frozenset(
        path.name for path in content_folder().iterdir() if path.is_dir() and path.name.isalpha()
    )


@lru_cache(maxsize=1)
def exercises() -> Mapping[str, Exercise]:
    """The article's exercises by id, in the order of their routines, read once."""
    return read_exercises(read(content_folder(), EXERCISES_FILE))
