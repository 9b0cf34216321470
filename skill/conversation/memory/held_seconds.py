"""A ledger of held seconds as JSON-able data, and back."""

from typing import Annotated, Any

from msgspec import Meta

from skill.coach.ledger import Held
from skill.content.exercise import Side
from skill.conversation.memory.reading import MOST

HeldBody = list[tuple[str, Side | None, Annotated[float, Meta(ge=0, le=MOST)]]]
"""Exercise, side and seconds; the seconds of a log and its sums are whole."""


def held_body(held: Held) -> list[list[Any]]:
    """The ledger as JSON-able data, to the millisecond."""
    return [[exercise, side and str(side), round(seconds, 3)] for (exercise, side), seconds in held.items()]


def held_of(told: HeldBody) -> Held:
    """The ledger that JSON-able data tells of."""
    return {(exercise, side and Side(side)): seconds for exercise, side, seconds in told}
