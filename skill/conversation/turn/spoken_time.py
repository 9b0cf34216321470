"""When something is to be, as it was said: perhaps a day, a part of it, an hour, days of the week."""

from datetime import date, time
from enum import StrEnum

from skill.shoes.days import Day
from skill.value import Value, replace

NOON, EVENING, NIGHT = 12, 18, 21
"""Hours at which the afternoon, the evening and the night begin."""


class DayPart(StrEnum):
    """A part of the day; the values are the ids of the `DayPart` slot."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class SpokenTime(Value):
    """A time to come as it was said; what was not said is None.

    Attributes:
        day: the runner's own calendar day.
        part: the part of the day.
        clock: the hour and minute; whether the morning's or the evening's may be open.
        days: days of the week on which it is to come again, Monday 0; empty for once.
        seconds: so long from now, in place of all else.
    """

    day: date | None = None
    part: DayPart | None = None
    clock: time | None = None
    days: tuple[int, ...] = ()
    seconds: int | None = None

    @classmethod
    def of_day(cls, day: Day | None) -> "SpokenTime":
        """A day, with its part where one was told."""
        return cls(day.date, None if day.hour is None else part_of(day.hour)) if day else cls()

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return self != SpokenTime()

    def with_more(self, told: "SpokenTime") -> "SpokenTime":
        """It, with what was said since in the place of what was said before."""
        if told.seconds is not None:
            return told
        return replace(
            self,
            day=told.day or (None if told.days else self.day),
            part=told.part or self.part,
            clock=told.clock or self.clock,
            days=told.days or (() if told.day else self.days),
            seconds=None,
        )


def part_of(hour: int) -> DayPart:
    """The part of the day that an hour lies in."""
    if hour < NOON:
        return DayPart.MORNING
    if hour < EVENING:
        return DayPart.AFTERNOON
    return DayPart.EVENING if hour < NIGHT else DayPart.NIGHT
