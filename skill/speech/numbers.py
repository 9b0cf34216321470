"""Whole numbers and lengths of time as people say them."""

from skill.content.language import Language

HUNDRED = 100
THOUSAND = 1_000
MILLION = 1_000_000
HALF_MINUTE = 30
MINUTE = 60


def number_in_words(language: Language, number: int) -> str:
    """A whole number in words: 7 is "seven", 125 is "one hundred and twenty-five".

    From -999,999 to 999,999; beyond that the digits are returned.
    """
    if number < 0:
        return language.say("numbers.minus", number=number_in_words(language, -number))
    if number >= MILLION:
        return str(number)
    if number >= THOUSAND:
        thousands, rest = divmod(number, THOUSAND)
        if not rest:
            return language.say("numbers.thousand", thousands=thousands)
        small = "small" if rest < HUNDRED else "and"
        return language.say(f"numbers.thousand_{small}", thousands=thousands, rest=rest)
    return _below_a_thousand(language, number)


def _below_a_thousand(language: Language, number: int) -> str:
    own_words = language.all("numbers.digits")
    if number < len(own_words):
        return own_words[number]
    if number < HUNDRED:
        tens, digit = divmod(number, 10)
        word = language.all("numbers.tens")[tens]
        return language.say("numbers.tens_and", tens=word, digit=digit) if digit else word
    hundreds, rest = divmod(number, HUNDRED)
    return language.say("numbers.hundred_and" if rest else "numbers.hundred", hundreds=hundreds, rest=rest)


def duration_in_words(language: Language, seconds: float) -> str:
    """A length of time as a coach says it: "twenty seconds", "a minute and a half", "about six minutes".

    Exact below a minute, from 0 on; above it to half a minute, and from ten minutes on to a minute.
    """
    whole = round(seconds)
    if whole < MINUTE:
        return language.say("durations.seconds", count=whole)
    halves = round(whole / HALF_MINUTE)
    minutes, half = divmod(halves, 2)
    if minutes >= 10:  # noqa: PLR2004 - ten minutes on, halves are of no use
        return language.say("durations.minutes", count=round(whole / MINUTE))
    if not half:
        return language.say("durations.minutes", count=minutes)
    if minutes == 1:
        return language.say("durations.minute_and_half")
    return language.say("durations.minutes_and_half", minutes=minutes)


def exact_duration_in_words(language: Language, seconds: float) -> str:
    """A length of time to the second: "five minutes and twelve seconds"."""
    minutes, rest = divmod(round(seconds), MINUTE)
    parts = {"minutes": minutes, "seconds": rest}
    told = [language.say(f"durations.{name}", count=count) for name, count in parts.items() if count]
    return language.say("lists.and", first=told[0], second=told[1]) if len(told) > 1 else "".join(told)


def rough_duration_in_words(language: Language, seconds: float) -> str:
    """An estimated length of time: "about six minutes"; a short one is rounded to five seconds."""
    if seconds < MINUTE:
        seconds = max(5, 5 * round(seconds / 5))
    return language.say("durations.about", duration=duration_in_words(language, seconds))
