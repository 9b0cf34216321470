"""What an exercise is, in figures; its words are in the language's lines."""

from enum import StrEnum

from skill.value import Value


class RoutineName(StrEnum):
    """The two routines of the article."""

    POST_RUN = "post-run"
    PRE_RUN = "pre-run"


class Position(StrEnum):
    """How the body is for an exercise; moving from one to another takes time."""

    STANDING = "standing"
    HANDS_AND_KNEES = "hands-and-knees"
    SEATED = "seated"
    FLOOR = "floor"


class Equipment(StrEnum):
    """What an exercise needs at hand."""

    WALL = "wall"
    CHAIR = "chair"
    TOWEL = "towel"
    BALL = "ball"
    FOAM_ROLLER = "foam-roller"
    FROZEN_BOTTLE = "frozen-bottle"


class BodyArea(StrEnum):
    """Where an exercise works."""

    TOES = "toes"
    ARCHES = "arches"
    SOLES = "soles"
    HEELS = "heels"
    ANKLES = "ankles"
    CALVES = "calves"
    FEET = "feet"


class Side(StrEnum):
    """The foot or calf that works."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> "Side":
        """The side across from it."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


class Form(StrEnum):
    """How hard an exercise is made."""

    EASIER = "easier"
    STANDARD = "standard"
    STRONGER = "stronger"


class DoseKind(StrEnum):
    """How an exercise is measured out."""

    HOLD = "hold"
    REPETITIONS = "repetitions"
    MASSAGE = "massage"


class Amount(Value):
    """A figure of a dose: the least and the most that may be asked for, and what is usual."""

    least: int
    usual: int
    most: int

    def clamp(self, wanted: int | None) -> int:
        """The wanted figure within the limits, or the usual one if none is wanted."""
        return self.usual if wanted is None else min(max(wanted, self.least), self.most)


class Dose(Value):
    """How much of an exercise.

    Attributes:
        kind: what `amount` counts.
        amount: seconds of a hold or massage, or the number of repetitions, per set and side.
        sets: how many times, on each side.
        tempo: seconds that one repetition takes; 0 if nothing is repeated.
    """

    kind: DoseKind
    amount: Amount
    sets: Amount
    tempo: int = 0


class Exercise(Value):
    """One exercise of the article.

    Attributes:
        id: its name in data, as in slots and settings.
        sides: the sides in the order they work; empty when both feet work at once.
        form_sides: the forms whose sides differ from `sides`.
        form_positions: the forms whose position differs from `position`.
    """

    id: str
    routine: RoutineName
    position: Position
    equipment: frozenset[Equipment]
    areas: tuple[BodyArea, ...]
    sides: tuple[Side, ...]
    dose: Dose
    forms: tuple[Form, ...]
    form_sides: tuple[tuple[Form, tuple[Side, ...]], ...] = ()
    form_positions: tuple[tuple[Form, Position], ...] = ()

    def sides_in(self, form: Form) -> tuple[Side, ...]:
        """The sides in the order they work when the exercise is done in this form."""
        return dict(self.form_sides).get(form, self.sides)

    def position_in(self, form: Form) -> Position:
        """How the body is when the exercise is done in this form."""
        return dict(self.form_positions).get(form, self.position)
