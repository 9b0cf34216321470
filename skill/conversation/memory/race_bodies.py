"""Races to come as a part of the shoes' page, and back."""

from datetime import date
from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta

from skill.shoes.limits import LONGEST_RUN
from skill.shoes.planned_race import PlannedRace


class RaceBody(TypedDict):
    """A race to come as it stands in the page."""

    identity: str
    day: date
    metres: NotRequired[Annotated[int, Meta(ge=1, le=LONGEST_RUN)]]
    shoe: NotRequired[str]


def race_body(race: PlannedRace) -> dict[str, Any]:
    """The race as JSON-able data."""
    body = {"identity": race.id, "day": race.day.isoformat(), "metres": race.metres, "shoe": race.shoe}
    return {name: value for name, value in body.items() if value}


def race_of(told: RaceBody) -> PlannedRace:
    """The race that a part of the page tells of."""
    return PlannedRace(told["identity"], told["day"], told.get("metres"), told.get("shoe"))
