"""A table's text, row by row, whatever program wrote it."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterator
from typing import Final, TextIO

from skill.importing.faults import DamagedError
from skill.importing.limits import LONGEST_LINE
from skill.importing.opening.item import Item

Row = tuple[int, list[str]]
"""The line on which a row begins, counted from 1, and its cells without blanks around them."""
_MARKS: Final = ",;\t"
_TELLS_ENCODING: Final = 1 << 20
"""Bytes: a table saved by a spreadsheet may have its first accent far down."""
_HEADER: Final = 1 << 13
"""Bytes in which a header ends: Strava's of 103 columns takes three thousand."""
_LINES_THAT_TELL: Final = 3
"""The header, and in a table of 2012 two lines before it: they have more marks than any text below."""


def rows(item: Item) -> Iterator[Row]:
    """The rows of a table that are not empty.

    Raises:
        DamagedError: a line or a cell is longer than any table has, or the file cannot be read on.
    """
    head = item.head(_TELLS_ENCODING)
    with io.TextIOWrapper(item.open(), encoding_of(head), errors="replace", newline="") as text:
        reader = csv.reader(_lines(text), delimiter=_mark_in(head), skipinitialspace=True)
        line = 1
        try:
            for row in reader:
                if any(row):
                    yield line, [cell.strip() for cell in row]
                line = reader.line_num + 1
        except csv.Error as error:
            raise DamagedError(f"from line {line} on it is no table: a quotation mark is missing") from error


def encoding_of(head: bytes) -> str:
    """How the text that begins so is written: UTF-8, or as a spreadsheet saves it."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    try:
        getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _mark_in(head: bytes) -> str:
    lines = head[:_HEADER].decode(encoding_of(head), "replace").splitlines()[:_LINES_THAT_TELL]
    return max(_MARKS, key="".join(lines).count)


def _lines(text: TextIO) -> Iterator[str]:
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise DamagedError("it has a line that is longer than any table's")
        yield line
