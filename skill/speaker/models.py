"""Where the interaction models lie, in a checkout and in an installed package."""

from pathlib import Path

_HERE = Path(__file__).resolve()
_PLACES = (_HERE.parents[2] / "interaction_model", _HERE.parent / "interaction_model")
_FOLDER = Path("interactionModels") / "custom"


class LocaleError(Exception):
    """There is no interaction model for the locale; the message names those there are."""


def model_path(locale: str) -> Path:
    """The model of a locale.

    Args:
        locale: as in "en-US".

    Raises:
        LocaleError: there is none.
    """
    for place in _PLACES:
        path = place / _FOLDER / f"{locale}.json"
        if path.is_file():
            return path
    raise LocaleError(f"No locale {locale!r}; there are {', '.join(locales()) or 'none'}.")


def locales() -> list[str]:
    """The locales that have a model."""
    return sorted({path.stem for place in _PLACES for path in (place / _FOLDER).glob("*.json")})
