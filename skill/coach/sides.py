"""Which sides a runner has work, and which one begins."""

from enum import StrEnum

from skill.content.exercise import Side


class Sides(StrEnum):
    """The sides that work; what is spoken of is one side, and whether it comes first or works alone."""

    BOTH = "both"
    """As each exercise has them."""
    RIGHT_FIRST = "right-first"
    LEFT_FIRST = "left-first"
    RIGHT_ONLY = "right-only"
    LEFT_ONLY = "left-only"

    @classmethod
    def first(cls, side: Side) -> "Sides":
        """Both, this one first."""
        return cls(f"{side}-first")

    @classmethod
    def only(cls, side: Side) -> "Sides":
        """This one alone."""
        return cls(f"{side}-only")

    @property
    def side(self) -> Side | None:
        """The side that begins or works alone; None where it is as usual."""
        return None if self is Sides.BOTH else Side(self.partition("-")[0])

    @property
    def alone(self) -> bool:
        """Whether one side works and the other does not."""
        return self in (Sides.RIGHT_ONLY, Sides.LEFT_ONLY)

    def order(self, usual: tuple[Side, ...]) -> tuple[Side, ...]:
        """The sides of an exercise in the order they work.

        Args:
            usual: as the exercise has them; empty where both feet work at once, which no wish changes.
        """
        side = self.side
        if side is None or side not in usual:
            return usual
        return (side,) if self.alone else (side, *(other for other in usual if other is not side))
