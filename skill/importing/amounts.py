"""Numbers as tables write them."""

import math
import re
from collections.abc import Iterable
from typing import Final

_BLANKS: Final = re.compile("[\\s'\u2019]")
_ENDS_IN: Final = {mark: re.compile(rf"\{mark}\d{{1,2}}$") for mark in ".,"}
_THREE_BEHIND: Final = re.compile(r"[.,]\d{3}$")


def number(text: str, mark: str = ".") -> float | None:
    """The number in a cell, or None where it is none: "--", "NaN", "1,2,3".

    "1.066" is 1066 where the decimal mark is a comma.

    Args:
        text: the cell.
        mark: the decimal mark; the other one stands between thousands.
    """
    plain = _BLANKS.sub("", text)
    thousands = "," if mark == "." else "."
    grouped = re.fullmatch(rf"-?\d{{1,3}}(?:\{thousands}\d{{3}})*(?:\{mark}\d+)?", plain)
    if not grouped and not re.fullmatch(rf"-?\d+(?:\{mark}\d+)?", plain):
        return None
    value = float(plain.replace(thousands, "").replace(mark, "."))
    return value if math.isfinite(value) else None


def decimal_mark(cells: Iterable[str]) -> str | None:
    """The decimal mark that a column of distances with two decimals uses; None where it uses both.

    It follows an account's setting and no language. Where no cell has fewer than three digits behind a mark,
    that mark is the decimal one: 4.808 km and 4,808 m are the same.
    """
    used: set[str] = set()
    behind: set[str] = set()
    for cell in cells:
        used |= {mark for mark, ends in _ENDS_IN.items() if ends.search(cell)}
        if _THREE_BEHIND.search(cell):
            behind.add(cell[-4])
    if len(used) == 1:
        return used.pop()
    if used or len(behind) > 1:
        return None
    return behind.pop() if behind else "."


def metres(text: str) -> float | None:
    """A number of Strava's metres, which has no thousands: a spreadsheet may have made the point a comma."""
    return number(text, ",") if text.count(",") == 1 and "." not in text else number(text)
