"""A distance of a pair's own at which its runner wants to be told, apart from the pair's life."""

from skill.shoes.limits import LONGEST_LIFE, Refusal, RefusedError
from skill.shoes.shoe import Shoe
from skill.value import replace


def with_alert(shoe: Shoe, metres: float | None) -> Shoe:
    """The pair with another distance to be told at, or with none; it is still to come, or past already.

    Raises:
        RefusedError: not above 0, or further than any pair goes.
    """
    if metres is None:
        return replace(shoe, alert_metres=None, alerted=False)
    if not 0 < round(metres) <= LONGEST_LIFE:
        raise RefusedError(Refusal.ALERT)
    return mark_alerted(replace(shoe, alert_metres=round(metres), alerted=False))


def alert_due(shoe: Shoe) -> bool:
    """Whether the pair has passed the distance, and the runner has not been told."""
    return shoe.active and _is_passed(shoe) and not shoe.alerted


def mark_alerted(shoe: Shoe) -> Shoe:
    """The pair once the runner has been told, or knows without being told."""
    return replace(shoe, alerted=True) if _is_passed(shoe) else shoe


def reset_alert(shoe: Shoe) -> Shoe:
    """The pair with the distance to be told again where it has not been passed after all."""
    return replace(shoe, alerted=shoe.alerted and _is_passed(shoe))


def _is_passed(shoe: Shoe) -> bool:
    return shoe.alert_metres is not None and shoe.metres >= shoe.alert_metres
