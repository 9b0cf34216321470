"""Whole numbers and lengths of time as people say them."""

from skill.speech.lines import Lines

TWENTY = 20
"""Below it each number has a word of its own."""
HUNDRED = 100
THOUSAND = 1_000
MILLION = 1_000_000
HALF_MINUTE = 30
MINUTE = 60


def number_in_words(words: Lines, number: int) -> str:
    """A whole number in words: 7 is "seven", 125 is "one hundred and twenty-five".

    Args:
        words: the language's lines.
        number: from -999,999 to 999,999; beyond that the digits are returned.
    """
    if number < 0:
        return words.say("numbers.minus", number=number_in_words(words, -number))
    if number >= MILLION:
        return str(number)
    if number >= THOUSAND:
        thousands, rest = divmod(number, THOUSAND)
        if not rest:
            return words.say("numbers.thousand", thousands=thousands)
        small = "small" if rest < HUNDRED else "and"
        return words.say(f"numbers.thousand_{small}", thousands=thousands, rest=rest)
    return _below_a_thousand(words, number)


def _below_a_thousand(words: Lines, number: int) -> str:
    if number < TWENTY:
        return words.all("numbers.digits")[number]
    if number < HUNDRED:
        tens, digit = divmod(number, 10)
        word = words.all("numbers.tens")[tens]
        return words.say("numbers.tens_and", tens=word, digit=digit) if digit else word
    hundreds, rest = divmod(number, HUNDRED)
    return words.say("numbers.hundred_and" if rest else "numbers.hundred", hundreds=hundreds, rest=rest)


def duration_in_words(words: Lines, seconds: float) -> str:
    """A length of time as a coach says it: "twenty seconds", "a minute and a half", "about six minutes".

    Below ninety seconds it is exact to five seconds or said whole where it is a round figure; above,
    to half a minute; from ten minutes on, to a minute.

    Args:
        words: the language's lines.
        seconds: at least 0.
    """
    whole = round(seconds)
    if whole < MINUTE:
        return words.say("durations.seconds", count=whole)
    halves = round(whole / HALF_MINUTE)
    minutes, half = divmod(halves, 2)
    if minutes >= 10:  # noqa: PLR2004 - ten minutes on, halves are of no use
        return words.say("durations.minutes", count=round(whole / MINUTE))
    if not half:
        return words.say("durations.minutes", count=minutes)
    if minutes == 1:
        return words.say("durations.minute_and_half")
    return words.say("durations.minutes_and_half", minutes=minutes)


def rough_duration_in_words(words: Lines, seconds: float) -> str:
    """A planned length, said as the estimate it is: "about six minutes"; short ones to five seconds."""
    if seconds < MINUTE:
        seconds = max(5, 5 * round(seconds / 5))
    return words.say("durations.about", duration=duration_in_words(words, seconds))
