"""What the layouts ask of a device: its shape, and how large a letter is to be on it."""

from typing import Final

ROUND: Final = "viewport.shape == 'round'"
PORTRAIT: Final = "viewport.height > viewport.width"
NARROW: Final = f"({ROUND} || {PORTRAIT})"
"""Such a screen has no room for two things side by side."""
_HUNDREDTH: Final = f"({PORTRAIT} ? viewport.width * 0.012 : viewport.height * 0.01)"
"""Of the shorter side; in portrait there is room for more."""


def when(condition: str) -> str:
    """The condition as an expression."""
    return f"${{{condition}}}"


def on_round(here: str, elsewhere: str) -> str:
    """One value for a round screen, and another for all others."""
    return f"${{{ROUND} ? '{here}' : '{elsewhere}'}}"


def size(hundredths: float, *, if_round: float | None = None) -> str:
    """A length, in hundredths of the shorter side."""
    if if_round is None:
        return f"${{{_HUNDREDTH} * {hundredths}}}dp"
    return f"${{{_HUNDREDTH} * ({ROUND} ? {if_round} : {hundredths})}}dp"
