"""Dates and times as tables write them, in any language that Strava or Garmin has."""

import re
from datetime import date, datetime, time
from functools import cache
from typing import Final

from babel.dates import get_month_names

_LANGUAGES: Final = (
    "en",
    "de",
    "fr",
    "nl",
    "es",
    "it",
    "pt",
    "cs",
    "pl",
    "da",
    "sv",
    "nb",
    "fi",
    "hu",
    "ca",
    "sk",
    "tr",
)
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?\s?m?\.?$", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")
_SLASHES: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_IN_WORDS: Final = re.compile(
    r"(?:(\d{1,2})\.?\s+)?(?:de\s+)?([^\W\d_]+)\.?(?:\s+de)?\s+(?:(\d{1,2}),?\s+)?(\d{4})$"
)
_WEEKDAY: Final = re.compile(r"^[^\W\d_]{2,12}\.?,\s*")
_MONTHS_IN_A_YEAR: Final = 12
_NOON: Final = 12


def moment(text: str) -> datetime | None:
    """The time that a cell says, without a zone; None where it says none for certain.

    "03/05/2024" is none: nobody can tell whether it is March or May.
    """
    plain = " ".join(text.replace("T", " ", 1).split() if text[:4].isdigit() else text.split())
    found = _TIME.search(plain)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if half := found[4]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.lower() == "p" else 0)
    day = _day(plain[: found.start()].rstrip(" ,"), american=bool(half))
    if day is None:
        return None
    try:
        return datetime.combine(day, time(hour, minute, second))
    except ValueError:
        return None


def _day(text: str, *, american: bool) -> date | None:
    plain = _WEEKDAY.sub("", text)
    try:
        if found := _YEAR_FIRST.match(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.match(plain):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHES.match(plain):
            return _with_slashes(int(found[1]), int(found[2]), int(found[3]), american=american)
        if (found := _IN_WORDS.match(plain)) and (day := found[1] or found[3]):
            month = month_named(found[2])
            return date(int(found[4]), month, int(day)) if month else None
    except ValueError:
        return None
    return None


def _with_slashes(first: int, second: int, year: int, *, american: bool) -> date | None:
    if american or second > _MONTHS_IN_A_YEAR:
        return date(year, first, second)
    return date(year, second, first) if first > _MONTHS_IN_A_YEAR else None


def month_named(word: str) -> int | None:
    """The month of a name, whole or short, with or without its point, in any of the languages."""
    plain = word.casefold().rstrip(".")
    return next((month for language in _LANGUAGES if (month := _names(language).get(plain))), None)


@cache
def _names(language: str) -> dict[str, int]:
    return {
        name.casefold().rstrip("."): month
        for width in ("abbreviated", "wide")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, language).items()
    }
