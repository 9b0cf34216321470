"""What Strava's JSON says: runs, pairs, and what is no run; what is not as published is never guessed at."""

from collections.abc import Iterator
from datetime import date, datetime
from math import isfinite
from typing import Any, Final, TypeGuard

from skill.importing.found import FoundPair, FoundRun, LeftOut, Measure, Why
from skill.strava.faults import StravaError

RUNS: Final = frozenset({"Run", "TrailRun", "VirtualRun"})
"""The kinds of running among Strava's `SportType`; a run on a treadmill is a "Run"."""
SHOES: Final = "g"
"""What the id of a pair begins with; a bike's, which a run may be on by mistake, begins with a "b"."""


def activities_of(page: Any) -> list[Any]:
    """The activities in a page of them.

    Raises:
        StravaError: it is no such page.
    """
    if not isinstance(page, list):
        raise StravaError("garbage")
    return page


def run_of(activity: Any) -> FoundRun | LeftOut:  # noqa: PLR0911 - each reason is one
    """The run that a `SummaryActivity` is, or why it is none."""
    number = activity.get("id") if isinstance(activity, dict) else None
    if not _is_id(number):
        return LeftOut("Strava", Why.UNREADABLE_ROW)
    where = f"Strava {number}"
    sport = activity.get("sport_type") or activity.get("type")
    if not isinstance(sport, str):
        return LeftOut(where, Why.UNREADABLE_ROW)
    if sport not in RUNS:
        return LeftOut(where, Why.OTHER_SPORT, sport)
    title = activity.get("name") if isinstance(activity.get("name"), str) else ""
    metres = activity.get("distance")
    if metres is None or metres == 0:
        return LeftOut(where, Why.NO_DISTANCE, title)
    if not _is_distance(metres):
        return LeftOut(where, Why.UNREADABLE_ROW, title)
    start = _start(activity.get("start_date"))
    if start is None:
        return LeftOut(where, Why.NO_START, title)
    gear = activity.get("gear_id")
    pairs = (key_of(gear),) if isinstance(gear, str) and gear.startswith(SHOES) else ()
    return FoundRun(f"strava:{number}", start, float(metres), Measure.SERVICE, pairs, title=title)


def gear_of(athlete: Any) -> Iterator[Any]:
    """The gear in a `DetailedAthlete`; a `SummaryAthlete`, for a token without the right, has none."""
    shoes = athlete.get("shoes") if isinstance(athlete, dict) else None
    yield from shoes if isinstance(shoes, list) else ()


def pair_of(gear: Any, last_worn: date | None = None) -> FoundPair | None:
    """The pair that a `SummaryGear` or a `DetailedGear` is; None where it is a bike, or has no name.

    Args:
        gear: the gear.
        last_worn: the day on which it was worn last, if it is retired: when that was Strava does not tell.
    """
    if not isinstance(gear, dict) or not _text(gear, "id").startswith(SHOES):
        return None
    brand, model = _text(gear, "brand_name"), _text(gear, "model_name")
    # Strava puts a name together from the brand and the model where the runner has typed none.
    name = _text(gear, "nickname") or _text(gear, "name")
    if not name and not model:
        return None
    metres = gear.get("distance")
    return FoundPair(
        key_of(gear["id"]),
        name,
        brand,
        model,
        retired=last_worn if gear.get("retired") is True else None,
        metres=round(metres) if _is_distance(metres) else None,
    )


def key_of(gear: str) -> str:
    """The key of a pair by Strava's id of it, "g" and a number."""
    return f"strava:{gear}"


def _text(gear: dict[str, Any], name: str) -> str:
    value = gear.get(name)
    return value.strip() if isinstance(value, str) else ""


def _is_id(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number > 0


def _is_distance(metres: Any) -> TypeGuard[float]:
    return (
        isinstance(metres, int | float) and not isinstance(metres, bool) and isfinite(metres) and metres > 0
    )


def _start(text: Any) -> datetime | None:
    """The instant; None where it is none, or nobody knows in which zone."""
    try:
        start = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return start if start.tzinfo else None
