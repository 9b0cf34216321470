"""How a runner comes into the first exercise of a reply, and what is said where a bout goes on at once."""

from enum import StrEnum
from typing import Final

from skill.coach.cue_sheet import Place
from skill.coach.preferences import CountDirection, CountStyle, Preferences
from skill.coach.routine import Bout
from skill.coach.telling import Telling
from skill.content.exercise import DoseKind
from skill.content.language import Language

SETTLE_AT_ONCE: Final = 0.4
"""Seconds between the last word and a bout that goes on at once: what a slow voice may be late."""


class Entry(StrEnum):
    """What a runner needs ahead of the first bout of a reply."""

    EXPLAINED = "explained"
    """An exercise that begins is explained; a bout later on is come back to."""
    POSITIONED = "positioned"
    """The position is said: the runner knows the exercise and is not in it."""
    MOVED_ON = "moved-on"
    """The sides are switched, or the next set begins: the runner comes from the bout before."""
    AT_ONCE = "at-once"
    """Nothing: the runner is in position."""


def begin_line(
    language: Language,
    bout: Bout,
    place: Place,
    preferences: Preferences,
    telling: Telling = Telling.NAME,
) -> str:
    """Says that a bout begins, how long it lasts from the place on, and whether its count goes down.

    Whoever hears the side alone knows the length; "four" may be short for "twenty four" on the way down.
    """
    if not place.count and telling is Telling.SIDE:
        return language.say(f"coach.begin_known.{bout.kind}")
    down = preferences.count_direction is CountDirection.DOWN
    counted_down = down and preferences.count_style is not CountStyle.HALFWAY
    way = "_from" if place.count else "_down" if counted_down and bout.kind is DoseKind.HOLD else ""
    return language.say(f"coach.begin.{bout.kind}{way}", count=bout.amount - place.count)


def line_at_once(
    language: Language, bout: Bout, place: Place, preferences: Preferences, *, answered: bool
) -> str:
    """What is said just before a bout that begins, or goes on, with the runner in position.

    Args:
        language: the one that the coach speaks.
        bout: the bout.
        place: where in it.
        preferences: how it is counted.
        answered: whether something was said ahead of it: the next count then tells enough.
    """
    if not place.count:
        return begin_line(language, bout, place, preferences)
    if bout.kind is DoseKind.HOLD and preferences.count_style is CountStyle.EVERY_SECOND and answered:
        return ""
    return language.say(f"coach.still.{bout.kind}")


def seconds_at_once(
    language: Language, bout: Bout, place: Place, preferences: Preferences, answer: str
) -> float:
    """Seconds from the beginning of an answer to the first count behind it, as `line_at_once` is said.

    The first count of a hold or massage is a second after it has begun; a repetition is said as it begins.
    """
    line = line_at_once(language, bout, place, preferences, answered=bool(answer))
    first = 0.0 if bout.kind is DoseKind.REPETITIONS else bout.unit
    return sum(language.seconds(text) for text in (answer, line) if text) + SETTLE_AT_ONCE + first
