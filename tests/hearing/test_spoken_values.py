from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.hearing.spoken_dates import dates_in
from skill.hearing.spoken_durations import durations_in
from skill.hearing.spoken_numbers import numbers_in
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import forms, words_of

ENGLISH = vocabulary("en")
WORDS = (
    *("a", "an", "and", "the", "of", "half", "quarter", "couple", "minus", "hundred", "thousand", "dozen"),
    *("zero", "one", "five", "ten", "twenty", "31", "first", "twenty first", "november", "tuesday", "today"),
    *(
        "last",
        "this",
        "next",
        "ago",
        "days",
        "week",
        "weekend",
        "month",
        "night",
        "morning",
        "minutes",
        "hours",
    ),
    *("day before", "yesterday", "now", "right", "year", "0", "99999"),
)
SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("five", ["5"]),
        ("twenty five", ["25"]),
        ("twenty-five", ["25"]),
        ("25", ["25"]),
        ("a hundred", ["100"]),
        ("hundred and sixty", ["160"]),
        ("I ran hundred", ["100"]),
        ("one hundred and five", ["105"]),
        ("two hundred fifty", ["250"]),
        ("one fifty", ["150"]),
        ("six fifty", ["650"]),
        ("my long one eighteen k", ["1", "18"]),
        ("each one two times", ["1", "2"]),
        ("nine hundred and ninety nine", ["999"]),
        ("a thousand", ["1000"]),
        ("twelve hundred", ["1200"]),
        ("1,200", ["1200"]),
        ("two thousand and ten", ["2010"]),
        ("a dozen", ["12"]),
        ("zero", ["0"]),
        ("zero five", ["05"]),
        ("minus three", ["-3"]),
        ("five point two", ["5", "2"]),
        ("5.25", ["5", "25"]),
        ("10k", ["10"]),
        ("3.05", ["3", "05"]),
        ("10.08 km", ["10", "08"]),
        (".5", ["5"]),
        ("6½", ["6"]),
        ("1/2", []),
        ("a mile", ["1"]),
        ("half a kilometer", ["1"]),
        ("a towel", []),
        ("and a half", []),
        ("hundred", []),
        ("minus", []),
    ],
)
def test_numbers_become_digits(said: str, heard: list[str]) -> None:
    assert [number.value for number in numbers_in(forms(words_of(said, ENGLISH)), ENGLISH)] == heard


def test_every_number_said_in_words_is_heard() -> None:
    for number in [*range(1000), 1001, 1100, 2400, 9999]:
        words = forms(words_of(_in_words(number), ENGLISH))
        assert [heard.value for heard in numbers_in(words, ENGLISH)] == [str(number)]


def _in_words(number: int) -> str:
    words: dict[str, int] = ENGLISH.numbers["words"]
    names = {value: name for name, value in reversed(words.items())}
    if number >= 1000:
        rest = number % 1000
        return f"{_in_words(number // 1000)} thousand" + (f" {_in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f" and {_in_words(rest)}" if rest else "")
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]} {names[number % 10]}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("5K", "five k"),
        ("10km", "ten km"),
        ("½ mile", "half mile"),
        ("1/2 mile", "half mile"),
        ("¾ of a mile", "three quarters of a mile"),
        ("6½ miles", "six and a half miles"),
        ("6 1/2 miles", "six and a half miles"),
        ("1/3", "1 3"),
        ("800m", "eight hundred metres"),
        (".5 miles", "point five miles"),
        ("the 3rd", "the 3 rd"),
    ],
)
def test_figures_are_heard_as_they_are_said(written: str, said: str) -> None:
    def plain(text: str) -> list[str]:
        words = forms(words_of(text, ENGLISH))
        numbers = {number.start: number for number in numbers_in(words, ENGLISH)}
        heard, at = [], 0
        while at < len(words):
            number = numbers.get(at)
            heard.append(number.value if number else words[at])
            at = number.end if number else at + 1
        return heard

    assert plain(written) == plain(said)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("five minutes", "PT5M"),
        ("5 min", "PT5M"),
        ("a minute", "PT1M"),
        ("a minute and a half", "PT1M30S"),
        ("one and a half minutes", "PT1M30S"),
        ("half a minute", "PT30S"),
        ("half an hour", "PT30M"),
        ("a half hour", "PT30M"),
        ("a quarter of an hour", "PT15M"),
        ("quarter of an hour", "PT15M"),
        ("three quarters of an hour", "PT45M"),
        ("an hour and a quarter", "PT1H15M"),
        ("a couple of minutes", "PT2M"),
        ("thirty seconds", "PT30S"),
        ("ninety seconds", "PT1M30S"),
        ("two minutes and thirty seconds", "PT2M30S"),
        ("one hour ten minutes", "PT1H10M"),
        ("thirty six hours", "P1DT12H"),
        ("two days", "P2D"),
        ("a week", "P1W"),
        ("30s", "PT30S"),
        ("7.5 minutes", "PT7M30S"),
        ("seven point five minutes", "PT7M30S"),
        ("1 1/2 hours", "PT1H30M"),
        ("2.5h", "PT2H30M"),
        ("½ hour", "PT30M"),
    ],
)
def test_durations_become_iso_8601(said: str, heard: str) -> None:
    assert [duration.value for duration in durations_in(forms(words_of(said, ENGLISH)), ENGLISH)] == [heard]


@pytest.mark.parametrize("said", ["minutes", "five", "half", "and a half", "five bananas"])
def test_what_is_no_duration_is_none(said: str) -> None:
    assert list(durations_in(forms(words_of(said, ENGLISH)), ENGLISH)) == []


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("today", "2026-11-22"),
        ("tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("the day before yesterday", "2026-11-20"),
        ("the day after tomorrow", "2026-11-24"),
        ("sunday", "2026-11-22"),
        ("tuesday", "2026-11-24"),
        ("last tuesday", "2026-11-17"),
        ("next sunday", "2026-11-29"),
        ("this morning", "2026-11-22TMO"),
        ("tonight", "2026-11-22TNI"),
        ("last night", "2026-11-21TNI"),
        ("yesterday evening", "2026-11-21TEV"),
        ("tuesday morning", "2026-11-24TMO"),
        ("three days ago", "2026-11-19"),
        ("a week ago", "2026-11-15"),
        ("in three weeks", "2026-12-13"),
        ("in a week", "2026-11-29"),
        ("two days from now", "2026-11-24"),
        ("november fifth", "2027-11-05"),
        ("the thirtieth of november", "2026-11-30"),
        ("the twenty second", "2026-11-22"),
        ("february twenty ninth", "2028-02-29"),
        ("this week", "2026-W47"),
        ("last week", "2026-W46"),
        ("this weekend", "2026-W47-WE"),
        ("last month", "2026-10"),
        ("this year", "2026"),
        ("right now", "PRESENT_REF"),
        ("thursday gone", "2026-11-19"),
        ("this past thursday", "2026-11-19"),
        ("thursday last week", "2026-11-12"),
        ("the sunday before last", "2026-11-08"),
        ("saturday week", "2026-12-05"),
        ("sunday week", "2026-12-06"),
        ("a week ago saturday", "2026-11-14"),
        ("the night before last", "2026-11-20TNI"),
        ("a couple of days ago", "2026-11-20"),
        ("at the weekend", "2026-W47-WE"),
        ("3rd november", "2027-11-03"),
        ("the twentieth of the month", "2026-12-20"),
    ],
)
def test_days_become_what_alexa_delivers(said: str, heard: str) -> None:
    assert [day.value for day in dates_in(forms(words_of(said, ENGLISH)), SUNDAY, ENGLISH)] == [heard]


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_heard_lies_within_what_was_said(said: list[str]) -> None:
    words = forms(words_of(" ".join(said), ENGLISH))
    for heard in (
        *numbers_in(words, ENGLISH),
        *durations_in(words, ENGLISH),
        *dates_in(words, SUNDAY, ENGLISH),
    ):
        assert 0 <= heard.start < heard.end <= len(words)
        assert heard.value


@pytest.mark.parametrize("said", ["the thirty", "february thirtieth", "ten", "week", "0 days ago"])
def test_what_is_no_day_is_none(said: str) -> None:
    assert list(dates_in(forms(words_of(said, ENGLISH)), SUNDAY, ENGLISH)) == []
