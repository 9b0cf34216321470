"""Which race to come is meant: the one spoken of, told just now, or of a distance."""

from typing import Final

from skill.conversation.shoes.race_changes import RacesChanged
from skill.conversation.shoes.treating import ModesChanged
from skill.conversation.turn.change import read_change
from skill.conversation.turn.subject import SubjectKind
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import SpokenDistance
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.planned_race import PlannedRace, races_ahead

RACED: Final = (
    5_000,
    8_000,
    10_000,
    12_000,
    15_000,
    16_093,
    20_000,
    21_098,
    25_000,
    30_000,
    42_195,
    50_000,
    80_467,
    100_000,
)
"""Metres over which most road races are run: ten and fifty miles are among them."""
NEARLY: Final = 0.02
"""The part by which a race may be called longer or shorter: thirteen miles are a half marathon."""


def race_spoken_of(talk: Talk) -> PlannedRace | None:
    """The race that an answer was about last; None where it was none, or it is off or over."""
    subject, today = talk.subject, talk.place_settings.read_local_time().date()
    if subject is None or subject.kind is not SubjectKind.RACE:
        return None
    ahead = races_ahead(talk.shoes.rotation.races, today)
    return next((race for race in ahead if race.id == subject.id), None)


def race_of(talk: Talk, distance: SpokenDistance) -> PlannedRace | None:
    """The next race of a distance; None where none was said, or no race to come is of it."""
    metres = metres_of_race(talk, distance)
    today = talk.place_settings.read_local_time().date()
    ahead = races_ahead(talk.shoes.rotation.races, today)
    return next((race for race in ahead if metres is not None and race.metres == metres), None)


def race_told_now(talk: Talk) -> PlannedRace | None:
    """The race spoken of last, where it was told, moved or a pair was saved for it: what puts it right."""
    last = read_change(talk.profile.changes[0]) if talk.profile.changes else None
    return race_spoken_of(talk) if isinstance(last, RacesChanged | ModesChanged) else None


def may_be_of_race(told: SpokenDistance, metres: int) -> bool:
    """Whether a distance said behind a race may be the race's: a number alone only where such races are run.

    Args:
        told: as it was said.
        metres: the same.
    """
    return told.whole_number() is None or any(abs(metres - one) <= NEARLY * one for one in RACED)


def metres_of_race(talk: Talk, distance: SpokenDistance) -> int | None:
    """How far a race is, in whole metres; None where it was not told, or nobody runs that far."""
    metres = talk.place_settings.read_metres(distance)
    try:
        return None if metres is None else check_distance(metres)
    except RefusedError:
        return None
