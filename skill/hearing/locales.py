"""The locales that people speak to the coach in: those that a language's sentences have words for."""

import tomllib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve()
PLACES = (
    _HERE.parents[2] / "interaction_model" / "sentences",
    _HERE.parent / "interaction_model" / "sentences",
)
"""Where the sentences of each language may lie: in a checkout, and in an installed package."""


class LocaleError(Exception):
    """Nobody speaks to the coach in this locale; the message names those there are."""


@cache
def locales() -> tuple[str, ...]:
    """The locales, as in "en-US", in alphabetical order."""
    paths = {path.parent.name: path for place in PLACES for path in place.glob("*/locales.toml")}
    return tuple(
        sorted(locale for path in paths.values() for locale in tomllib.loads(path.read_text("utf-8")))
    )


def language_of(locale: str) -> str:
    """The language of a locale, as in "en".

    Raises:
        LocaleError: it is not known.
    """
    if locale not in locales():
        raise LocaleError(f"No locale {locale!r}; there are {', '.join(locales()) or 'none'}.")
    return locale.partition("-")[0]
