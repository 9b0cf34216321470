"""What a coach confirms by what it says, read with its own lines of English.

Any other reply changes nothing. A line is given here by its key alone: its words may change, its meaning not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain, zip_longest
from random import Random

from skill.conversation.turn.talk import first_sentences
from skill.shoes.distance import Unit
from skill.shoes.price import HUNDREDTHS, Currency, Price
from skill.speech.dates import day_in_words, on_day_in_words
from skill.speech.distance_words import distance_in_words, exact_distance_in_words
from skill.speech.numbers import duration_in_words
from skill.speech.phrasebook import Phrasebook, lines_of

ENGLISH = Phrasebook.of("en", Random(0))  # noqa: S311 - none of these lines is drawn
CONFIRMING = (
    "shoes.log.logged",
    "shoes.log.logged_only",
    "shoes.log.logged_unknown",
    "shoes.log.logged_unknown_many",
    "shoes.log.logged_no_pairs",
    "shoes.log.logged_all_retired",
    "shoes.log.logged_in_no_pair",
    "shoes.log.logged_runs",
    "shoes.log.in_their_pairs",
    "shoes.log.set_pair",
    "shoes.correct.moved",
    "shoes.correct.moved_unknown",
    "shoes.correct.kind",
    "shoes.correct.kind_unknown",
    "shoes.correct.pair",
    "shoes.correct.distance",
    "shoes.correct.distance_unknown",
    "shoes.adding.added",
    "shoes.adding.added_with",
    "shoes.retiring.done",
    "shoes.retiring.done_new",
    "shoes.retiring.back",
    "shoes.setting.renamed",
    "shoes.setting.life",
    "shoes.setting.life_soon",
    "shoes.setting.kind",
    "pairs.kinds.any",
    "pairs.told.noted",
    "pairs.told.moved",
    "pairs.alert.set",
    "pairs.alert.cleared",
    "pairs.default.set",
    "pairs.default.cleared",
    "pairs.default.logged",
    "shoes.modes.used_up",
    "shoes.modes.saved",
    "shoes.modes.saved_until",
    "shoes.modes.saved_for",
    "shoes.modes.saved_for_race",
    "shoes.modes.even",
    "shoes.felt.good",
    "shoes.felt.bad",
    "shoes.taking.taken",
    "shoes.races.kept",
    "shoes.races.moved",
    "shoes.races.distance",
    "shoes.races.off",
    "pairs.replacing.done",
    "pairs.replacing.done_with",
    "pairs.deleting.done",
    "pairs.deleting.done_runs_stay",
    "pairs.deleting.done_with_runs",
    "pairs.adding.added",
    "pairs.adding.added_new",
    "pairs.adding.and_logged",
    "shoes.setting.start",
    "shoes.setting.start_only",
    "shoes.setting.rest",
    "shoes.setting.rest_on",
    "shoes.setting.rest_off",
    "shoes.setting.unit",
    "adjusting.hold",
    "adjusting.sets",
    "adjusting.repetitions",
    "adjusting.reset",
    "data.deleted",
)
FAMILIES = ("adjusting.count_style", "adjusting.count_direction", "adjusting.pace", "adjusting.flow")
"""Of these, and of the next two, every line below the key confirms."""
FORMS, RATINGS = "adjusting.form", "rating.noted"
TAKEN_BACK = re.compile(r"changes\..+\.done")


@dataclass(frozen=True)
class Confirmation:
    """A line that tells of a change.

    Attributes:
        line: its key.
        values: what was said in its placeholders.
    """

    line: str
    values: Mapping[str, str]

    @property
    def family(self) -> str:
        """The key without its last part."""
        return self.line.rpartition(".")[0]

    @property
    def word(self) -> str:
        """The last part of the key."""
        return self.line.rpartition(".")[2]


def confirmation_in(text: str) -> Confirmation | None:
    """What a reply confirms in its first words; None where it confirms nothing."""
    for line, pattern in _patterns():
        found = pattern.match(text)
        if found:
            return Confirmation(line, found.groupdict())
    return None


def confirmations_in(text: str) -> tuple[Confirmation, ...]:
    """What a reply confirms: a pair can come into use in the same breath as a run, or a fact of it."""
    first = confirmation_in(text)
    if first is None:
        return ()
    if first.line == "pairs.adding.and_logged":
        return (
            Confirmation("pairs.adding.added", {"pair": first.values["pair"]}),
            Confirmation("shoes.log.logged", first.values),
        )
    added = ("pairs.adding.added", "pairs.adding.added_new", "shoes.adding.added_with")
    in_use = (*added, "shoes.retiring.back")
    if first.line not in (*in_use, "pairs.replacing.done", "pairs.replacing.done_with"):
        return (first,)
    rest = text.partition(". ")[2]
    fact = said_in("pairs.told.they", rest)
    if fact:
        return first, Confirmation("pairs.told.they", fact)
    if first.line not in in_use:
        return (first,)
    logged = confirmation_in(rest)
    return (first, logged) if logged else (first,)


def parts(row: str) -> list[str]:
    """The parts of a row: "races, long runs and trail runs"."""
    return [part for part in re.split(r", | and ", row) if part]


def facts(row: str) -> list[str]:
    """The facts in a row of them: "cost one hundred and forty euros and were bought yesterday"."""
    return re.split(r"(?:,| and) (?=are |cost |were )", row)


def said_in(line: str, text: str) -> Mapping[str, str] | None:
    """What is said in the placeholders of a line, somewhere in a text; None where it is not said."""
    found = next((found for pattern in _of_line(line) if (found := pattern.search(text))), None)
    return found.groupdict() if found else None


@cache
def runs_in_words(metres: Iterable[int]) -> Mapping[str, int]:
    """What each of these distances of runs is called, in either unit."""
    return _by_words(metres, exact_distance_in_words)


@cache
def sums_in_words(metres: Iterable[int]) -> Mapping[str, int]:
    """What nothing and each of these sums is called, in either unit."""
    return _by_words((0, *metres), distance_in_words)


@cache
def days_in_words(today: date) -> Mapping[str, date]:
    """What the days of the last weeks are called behind a run."""
    days = [today - timedelta(days=days) for days in range(40)]
    return {f" {on_day_in_words(ENGLISH, day, today)}": day for day in days[1:]} | {"": today}


@cache
def days_named(today: date, *, ahead: bool) -> Mapping[str, date]:
    """What the days ahead, or today and those gone by, are called by themselves."""
    days = [today + timedelta(days=days) for days in (range(1, 60) if ahead else range(-40, 1))]
    return {day_in_words(ENGLISH, day, today): day for day in days}


@cache
def days_to_come(today: date) -> Mapping[str, date]:
    """What the days ahead are called behind what is on them."""
    days = [today + timedelta(days=days) for days in range(60)]
    return {on_day_in_words(ENGLISH, day, today): day for day in days}


@cache
def prices_in_words() -> Mapping[str, Price]:
    """What prices in whole dollars and euros are called."""
    return {
        ENGLISH.say(f"pairs.money.{currency}", count=count): Price(count * HUNDREDTHS, currency)
        for currency in (Currency.DOLLARS, Currency.EUROS)
        for count in range(1, 1000)
    }


@cache
def counts_in_words() -> Mapping[str, int]:
    """What numbers are called."""
    return {ENGLISH.number(number): number for number in range(11)}


@cache
def rests_in_words() -> Mapping[str, int]:
    """What hours of rest are called."""
    return {ENGLISH.say("shoes.setting.hours", count=hours): hours for hours in range(169)}


@cache
def holds_in_words() -> Mapping[str, int]:
    """What lengths of holds are called."""
    return {duration_in_words(ENGLISH, seconds): seconds for seconds in range(61)}


@cache
def words_below(key: str) -> Mapping[str, str]:
    """The last parts of the keys below a key, by their words."""
    return {
        str(line): name[len(key) + 1 :] for name, line in lines_of("en").items() if name.startswith(f"{key}.")
    }


def _by_words(metres: Iterable[int], in_words: object) -> Mapping[str, int]:
    assert callable(in_words)
    said = {
        (in_words(ENGLISH, each, unit), each) for each in metres for unit in (Unit.KILOMETRES, Unit.MILES)
    }
    words = dict(said)
    assert len(words) == len(said), "two distances sound the same"
    return words


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    below = (*FAMILIES, FORMS, RATINGS)
    lines = [
        key
        for key in lines_of("en")
        if key in CONFIRMING or key.rpartition(".")[0] in below or TAKEN_BACK.fullmatch(key)
    ]
    assert set(CONFIRMING) <= set(lines)
    patterns = [(line, re.compile(_pattern(text, line))) for line in lines for text in _sayable(line)]
    return sorted(patterns, key=_said_by, reverse=True)


def _said_by(line_and_pattern: tuple[str, re.Pattern[str]]) -> tuple[bool, int, int]:
    """How much a pattern says: "Logged five kilometres" begins what has a pair, too."""
    line, pattern = line_and_pattern
    return bool(TAKEN_BACK.fullmatch(line)), pattern.groups, len(pattern.pattern)


@cache
def _of_line(key: str) -> list[re.Pattern[str]]:
    return [re.compile(_pattern(text, key)) for text in _texts(key)]


def _sayable(key: str) -> list[str]:
    """The line, and what is said of it in a hold, where there is only time for its first sentences."""
    return sorted({part for text in _texts(key) for part in first_sentences(text)}, key=len, reverse=True)


def _texts(key: str) -> Iterator[str]:
    match lines_of("en")[key]:
        case str(text):
            yield text
        case dict(forms):
            yield from forms.values()
        case several:
            yield from several


def _pattern(line: str, key: str) -> str:
    """The line with a group for each placeholder, the first time that it is there."""
    parts = re.split(r"\{(\w+)\}", line)
    names, words = parts[1::2], map(re.escape, parts[::2])
    groups = ["" if name in names[:at] else f"?P<{name}>" for at, name in enumerate(names)]
    words_inside = {**_INSIDE, **_INSIDE_OF.get(key, {})}
    inside = [
        f"({group or '?:'}{words_inside.get(name, _SHORT)})"
        for group, name in zip(groups, names, strict=True)
    ]
    return f"{''.join(chain(*zip_longest(words, inside, fillvalue='')))}(?= |$)"


_SHORT = "[^.,:?]*?"
_INSIDE = {
    "when": r"(?: (?:yesterday|on [^.:?]+?))?",
    "day": r"(?:this \w+|yesterday|today|tomorrow|on [^.:?]+?)",
    "before": ".*",
    "kinds": "(?!any run)[^.:?]*?",
    "told": r"(?:are made by|cost|were bought) [^.,:?]+?",
    "names": ".*",
    "runs": "[^.:?]*?",
    "exercises": ".*",
}
"""What stands in a placeholder; elsewhere a few words without a mark."""
_DAY_ALONE = (
    *("shoes.modes.saved_until", "shoes.modes.saved_for_race"),
    *("shoes.correct.moved", "shoes.correct.moved_unknown"),
)
"""Lines with a day by itself: "Friday", "December the sixth"."""
_INSIDE_OF = {
    **{key: {"day": "[^.:?]+?"} for key in _DAY_ALONE},
    "pairs.told.they": {"told": "(?:are made by|are for|cost|were bought) [^.:?]+?"},
}
"""The same for single lines: what was told with a pair that is new can be what it is for."""
