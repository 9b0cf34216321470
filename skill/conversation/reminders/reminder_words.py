"""Reminders in words: what for, and when."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from skill.conversation.reminders.moments import WEEK
from skill.conversation.turn.reminder_service import Moment, Reminder
from skill.conversation.turn.spoken_time import EVENING, NOON, DayPart, part_of
from skill.conversation.turn.talk import Talk
from skill.speech.dates import on_day_in_words

_WORK_WEEK: Final = (0, 1, 2, 3, 4)
_ALL_WEEK: Final = tuple(range(WEEK))
_TEN_MINUTES: Final = 10
_LATE: Final = 22
"""From this hour on it is said to be night, and not evening."""


def local_now(talk: Talk) -> datetime:
    """The turn's time where the runner is, without its zone, for which the device may have to be asked."""
    return talk.place_settings.read_local_time().replace(tzinfo=None)


def clock_in_words(talk: Talk, at: time) -> str:
    """An hour as it is said: "eight in the morning", "seven thirty in the evening"."""
    if at in (time(0), time(NOON)):
        return talk.line("reminders.clock.noon" if at.hour else "reminders.clock.midnight")
    named = DayPart.EVENING if EVENING <= at.hour < _LATE else part_of(at.hour)
    hour, part = (at.hour - 1) % NOON + 1, talk.line(f"reminders.clock.{named}")
    if not at.minute:
        return talk.line("reminders.clock.whole", hour=hour, part=part)
    line = "reminders.clock.few" if at.minute < _TEN_MINUTES else "reminders.clock.minutes"
    return talk.line(line, hour=hour, minutes=at.minute, part=part)


def moment_in_words(talk: Talk, moment: Moment) -> str:
    """When a reminder comes: "tomorrow at eight in the morning", "every Sunday at noon"."""
    clock = clock_in_words(talk, moment.at.time())
    if moment.days:
        return talk.line("reminders.at", day=_days(talk, moment.days), clock=clock)
    return talk.line("reminders.at", day=day_in_words(talk, moment.at.date()), clock=clock)


def day_in_words(talk: Talk, day: date) -> str:
    """A day inside a sentence: "tomorrow", "on Sunday"."""
    return on_day_in_words(talk.phrasebook, day, local_now(talk).date())


def text_of(talk: Talk, task: str) -> str:
    """What Alexa is to say at the time."""
    return talk.line(f"reminders.text.{task}")


def reminder_in_words(talk: Talk, text: str, moment: Moment) -> str:
    """A reminder by its time and what it is for: "tomorrow at noon, to stretch"."""
    when, purpose = moment_in_words(talk, moment), _purpose(talk, text)
    return talk.line("reminders.one", when=when, purpose=purpose) if purpose else when


def in_order(standing: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Reminders in the order in which they come first."""
    return tuple(sorted(standing, key=lambda one: (one.moment.at, one.token)))


def _purpose(talk: Talk, text: str) -> str:
    """What a reminder with this text is for; empty for one that was set in other words."""
    tasks = (task for task in TASKS if text_of(talk, task) == text)
    return next((talk.line(f"reminders.task.{task}") for task in tasks), "")


def _days(talk: Talk, days: tuple[int, ...]) -> str:
    if days == _ALL_WEEK:
        return talk.line("reminders.every_day")
    if days == _WORK_WEEK:
        return talk.line("reminders.every_weekday")
    names = talk.phrasebook.all("dates.weekdays")
    return talk.line("reminders.every", days=talk.phrasebook.join([names[day] for day in days]))


TASKS: Final = ("stretch", "pre-run", "run", "log-run", "shoes", "dry-shoes", "freeze-bottle", "drink")
"""What the coach reminds of; each has its lines `reminders.text` and `reminders.task`."""
STRETCH: Final = "stretch"
