"""Whether a word for a sport means running, in any language and any table that is known."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Sport(StrEnum):
    """What a word for a sport means here; the values are the tables of `sports.toml`."""

    RUNNING = "running"
    MULTISPORT = "multisport"
    OTHER = "other"
    UNKNOWN = ""


def sport_called(word: str) -> Sport:
    """What a word means, however it is written; `UNKNOWN` where no table has it."""
    return _words().get(_plain(word), Sport.UNKNOWN)


@cache
def _words() -> dict[str, Sport]:
    """Each word that is known.

    Raises:
        ValueError: one stands for two things.
    """
    text = files("skill.importing").joinpath("sports.toml").read_text("utf-8")
    words: dict[str, Sport] = {}
    for sport, sources in tomllib.loads(text).items():
        for lists in sources.values():
            for word in (word for words_of in lists.values() for word in words_of):
                if words.setdefault(_plain(word), Sport(sport)) != sport:
                    raise ValueError(f"sports.toml: {word!r} means two things")
    return words


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").casefold().split())
