"""Days and spans as people say them: "yesterday", "since Tuesday".

`today` and `now` are the runner's own, in the runner's time zone, and so is every time to be said.
"""

from datetime import date, datetime

from skill.content.language import Language

WEEK = 7
NOON, EVENING = 12, 18
"""Hours at which the morning and the afternoon end."""


def day_in_words(language: Language, day: date, today: date) -> str:
    """A day, past or future, by its name: "yesterday", "Tuesday", "Tuesday last week", "March the third"."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if near:
        return language.say(f"dates.{near}")
    weekday = language.all("dates.weekdays")[day.weekday()]
    distance = (day - today).days
    if -WEEK < distance < WEEK:
        return weekday
    if -2 * WEEK < distance < 0:
        return language.say("dates.last_week", weekday=weekday)
    ordinal = language.all("dates.ordinals")[day.day - 1]
    month = language.all("dates.months")[day.month - 1]
    if day.year == today.year or abs(distance) < 30 * 6:
        return language.say("dates.day_of_month", month=month, ordinal=ordinal)
    return language.say(
        "dates.day_of_year", month=month, ordinal=ordinal, year=year_in_words(language, day.year)
    )


def on_day_in_words(language: Language, day: date, today: date) -> str:
    """A day inside a sentence: "yesterday", "on Tuesday", "on March the third"."""
    said = day_in_words(language, day, today)
    return said if abs((day - today).days) <= 1 else language.say("dates.on", day=said)


def since_in_words(language: Language, at: datetime, now: datetime) -> str:
    """Since when, in the past: "since this morning", "since Tuesday"."""
    return language.say("dates.since", day=time_in_words(language, at, now))


def time_in_words(language: Language, at: datetime, now: datetime) -> str:
    """When something was, with the part of the day if it was today: "this morning", "Tuesday"."""
    if at.date() != now.date():
        return day_in_words(language, at.date(), now.date())
    part = "this_morning" if at.hour < NOON else "this_afternoon" if at.hour < EVENING else "this_evening"
    return language.say(f"dates.{part}")


def year_in_words(language: Language, year: int) -> str:
    """A year: 1998 is "nineteen ninety eight", 2026 "twenty twenty six", 2005 "two thousand and five".

    A language without the line `dates.year` says every year as the number that it is.
    """
    century, rest = divmod(year, 100)
    if "dates.year" not in language or rest == 0 or (century % 10 == 0 and rest < 10):  # noqa: PLR2004  "two thousand and five"
        return language.number(year)
    return language.say("dates.year", century=century, rest=rest)
