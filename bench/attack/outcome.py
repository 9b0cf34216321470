"""What came of one attack, and the table of all."""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.table import markdown


@dataclass(frozen=True, slots=True)
class Outcome:
    """One attack.

    Attributes:
        attack: what was done, with how much of it.
        seen: what came of it, with its unit.
        wanted: what had to come of it.
        held: whether it did.
    """

    attack: str
    seen: str
    wanted: str
    held: bool


def render(outcomes: Iterable[Outcome]) -> str:
    """The table in Markdown."""
    rows = [("attack", "seen", "wanted", "held")]
    rows += [(each.attack, each.seen, each.wanted, "yes" if each.held else "NO") for each in outcomes]
    return markdown(rows)
