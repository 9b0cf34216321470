"""The one error of this room: a wish that cannot be carried out, and why."""

from enum import StrEnum

from skill.shoes.shoe import Shoe


class Refusal(StrEnum):
    """Why a wish is refused; each has a line of its own that says what to do instead."""

    DISTANCE_NOT_POSITIVE = "distance_not_positive"
    DISTANCE_TOO_LONG = "distance_too_long"
    DAY_IN_FUTURE = "day_in_future"
    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_RUDE = "name_rude"
    NAME_TAKEN = "name_taken"
    TOO_MANY_PAIRS = "too_many_pairs"
    RETIRED = "retired"
    NOT_RETIRED = "not_retired"
    STARTING_DISTANCE = "starting_distance"
    LIFE = "life"
    REST = "rest"


class RefusedError(Exception):
    """Nothing was changed.

    Attributes:
        why: the reason.
        shoe: the pair it is about, None when it is about none.
    """

    def __init__(self, why: Refusal, shoe: Shoe | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.shoe = shoe
