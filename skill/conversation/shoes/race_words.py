"""Races to come in words."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import RACE_METRES, Race
from skill.shoes.planned_race import PlannedRace
from skill.speech.dates import day_in_words, on_day_in_words

CALLED: Final[Mapping[int | None, str]] = {
    round(RACE_METRES[race]): race for race in (Race.HALF_MARATHON, Race.MARATHON)
}
"""The races that have a name of their own."""
IN_WEEKS: Final = 14
"""Days from which a race is so many weeks away."""


def race_in_words(talk: Talk, race: PlannedRace) -> str:
    """What a race is called: "marathon", "race of ten kilometres", "race" where nobody told how far."""
    if race.metres is None or race.metres in CALLED:
        return talk.line(f"shoes.races.named.{CALLED.get(race.metres, 'race')}")
    return talk.line("shoes.races.named.of_distance", distance=exact_distance(talk, race.metres))


def race_day_in_words(talk: Talk, race: PlannedRace) -> str:
    """The day of a race, and how far away it is: "on December the thirteenth, in three weeks"."""
    today = talk.place_settings.read_local_time().date()
    on = on_day_in_words(talk.phrasebook, race.day, today)
    away = away_in_words(talk, race.day)
    return talk.line("shoes.races.day_and_away", day=on, away=away) if away else on


def away_in_words(talk: Talk, day: date) -> str:
    """How far away a day is, where its name does not tell: "in three weeks", "in ten days"."""
    days = (day - talk.place_settings.read_local_time().date()).days
    if days < 7:  # noqa: PLR2004  the name of the weekday tells
        return ""
    if days < IN_WEEKS:
        return talk.line("shoes.races.in_days", count=days)
    exactly = days % 7 == 0
    return talk.line(f"shoes.races.{'in_weeks' if exactly else 'in_about_weeks'}", count=round(days / 7))


def day_of_race(talk: Talk, race: PlannedRace) -> str:
    """The day of a race by its name alone."""
    return day_in_words(talk.phrasebook, race.day, talk.place_settings.read_local_time().date())
