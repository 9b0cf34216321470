"""The sums of a pair as a part of the shoes' page, and back."""

from collections.abc import Mapping
from datetime import UTC
from itertools import takewhile
from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta, convert

from skill.conversation.memory.reading import Count, Moment
from skill.shoes.run import Felt
from skill.shoes.wear import Tally, Wear, months_from
from skill.storage.record import microseconds, moment

_Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class WearBody(TypedDict):
    """The sums of a pair as they stand in the page."""

    metres: Count
    runs: Count
    latest: list[int | Moment]
    months: dict[_Month, tuple[Count, Count]] | list[Any]
    before: NotRequired[Count]
    felt: NotRequired[list[tuple[int, Felt]]]


def wear_body(wear: Wear) -> dict[str, Any]:
    """The sums as JSON-able data."""
    return {
        "metres": wear.tally.metres,
        "runs": wear.tally.runs,
        "latest": [microseconds(at) for at in wear.latest],
        "months": _months_body(wear.months),
        **({"before": wear.before} if wear.before else {}),
        **({"felt": [[microseconds(at), felt] for at, felt in wear.felt]} if wear.felt else {}),
    }


def wear_of(told: WearBody) -> Wear:
    """The sums that a part of the page tells of."""
    return Wear(
        Tally(told["metres"], told["runs"]),
        tuple(moment(at) if isinstance(at, int) else at.astimezone(UTC) for at in told["latest"]),
        _months_of(told["months"]),
        told.get("before", 0),
        tuple((moment(at), felt) for at, felt in told.get("felt", ())),
    )


def _months_body(months: Mapping[str, Tally]) -> list[Any]:
    """The first month's name, then each month's metres and runs in turn; 0 for a month without a run."""
    if not months:
        return []
    first = min(months)
    named = takewhile(max(months).__ge__, months_from(first))
    return [first, *([months[name].metres, months[name].runs] if name in months else 0 for name in named)]


def _months_of(told: Mapping[str, tuple[int, int]] | list[Any]) -> dict[str, Tally]:
    """The sums by month; older pages hold them by their names, as many as there are."""
    if isinstance(told, list):
        sums = convert(told[1:], list[tuple[Count, Count] | int])
        named = zip(months_from(convert(told[0], _Month)), sums, strict=False) if told else ()
        return {month: Tally(*both) for month, both in named if both}  # type: ignore[misc]  # 0 is left out
    return {month: Tally(*both) for month, both in told.items()}
