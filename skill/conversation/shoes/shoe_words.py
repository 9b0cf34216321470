"""How pairs, distances and times of runs are said in a turn."""

from collections.abc import Sequence
from datetime import date, datetime

from skill.conversation.turn.talk import Talk
from skill.shoes.days import WEEK
from skill.shoes.distance import METRES_IN
from skill.shoes.name_vocabulary import load_name_vocabulary
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.spans import Span, SpanKind
from skill.shoes.wear import MONTHS_IN_YEAR
from skill.speech.dates import (
    day_in_words,
    on_day_in_words,
    since_in_words,
    time_in_words,
    year_in_words,
)
from skill.speech.distance_words import distance_in_words, exact_distance_in_words

NAMED_AT_MOST = 4
"""More names than these nobody keeps in mind while choosing."""


def pair_in_words(talk: Talk, shoe: Shoe) -> str:
    """A pair inside a sentence: "the blue Pegasus", "the blue ones"."""
    return named_in_words(talk, shoe.nickname)


def named_in_words(talk: Talk, nickname: str) -> str:
    """A pair of that name inside a sentence."""
    bare = load_name_vocabulary(talk.turn.language).only_describes(nickname)
    return talk.line("shoes.pair_described" if bare else "shoes.pair", name=nickname)


def capitalised(text: str) -> str:
    """The text as a sentence's beginning."""
    return text[:1].upper() + text[1:]


def pairs_in_words(talk: Talk, shoes: Sequence[Shoe], *, choice: bool = False) -> str:
    """Pairs in a row: "the Ghosts, the Nimbus and the Pegasus", or with "or"."""
    return talk.phrasebook.join([pair_in_words(talk, shoe) for shoe in shoes], choice=choice)


def rounded_distance(talk: Talk, metres: int) -> str:
    """A sum in the runner's unit."""
    _note_said(talk, metres)
    return distance_in_words(talk.phrasebook, max(metres, 0), talk.place_settings.read_unit())


def little_distance(talk: Talk, metres: int) -> str:
    """A sum that is little for what is wanted of a pair: "only ten kilometres", "nothing"."""
    distance = rounded_distance(talk, metres)
    return talk.line("shoes.only", distance=distance) if metres > 0 else distance


def exact_distance(talk: Talk, metres: int) -> str:
    """A run's distance, in the unit it was just told in, else the runner's."""
    _note_said(talk, metres)
    return exact_distance_in_words(
        talk.phrasebook, metres, talk.place_settings.told_unit or talk.place_settings.read_unit()
    )


def _note_said(talk: Talk, metres: int) -> None:
    """Note the first distance of a turn: "what is that in miles" is about it."""
    if talk.metres_said is None:
        talk.metres_said = metres


def estimated_distance(talk: Talk, metres: int) -> str:
    """An estimate: above a hundred kilometres or miles, in tens."""
    unit = METRES_IN[talk.place_settings.read_unit()]
    step = int(unit * 10)
    rough = round(round(metres / step) * step) if metres >= unit * 100 else metres
    return rounded_distance(talk, rough)


def time_of_run(talk: Talk, at: datetime) -> str:
    """When a run was: "this morning", "yesterday", "on Tuesday"."""
    now = talk.place_settings.read_local_time()
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return time_in_words(talk.phrasebook, local, now)
    return on_day_in_words(talk.phrasebook, local.date(), now.date())


def time_since_run(talk: Talk, at: datetime) -> str:
    """Since when a pair has rested: "since Tuesday"."""
    now = talk.place_settings.read_local_time()
    return since_in_words(talk.phrasebook, at.astimezone(now.tzinfo), now)


def span_in_words(talk: Talk, span: Span) -> str:
    """Days that were asked about: "on Tuesday", "in November", "in the week from March the second"."""
    today, language = talk.place_settings.read_local_time().date(), talk.phrasebook
    first, this_year = span.first, span.first.year == today.year
    year = year_in_words(language, first.year)
    month = language.all("dates.months")[first.month - 1]
    match span.kind:
        case SpanKind.DAY:
            return on_day_in_words(language, first, today)
        case SpanKind.MONTH:
            return talk.line(f"dates.in_month{'' if this_year else '_of_year'}", month=month, year=year)
        case SpanKind.YEAR:
            return talk.line("dates.in_year", year=year)
        case SpanKind.SINCE:
            whole_month = month if this_year else f"{month} {year}"
            day = whole_month if first.day == 1 else day_in_words(language, first, today)
            return talk.line("dates.since", day=day)
    counted = _last_in_words(talk, span)
    if counted:
        return counted
    ordinal = language.all("dates.ordinals")[first.day - 1]
    day = talk.line("dates.day_of_month", month=month, ordinal=ordinal)
    return talk.line(f"dates.{span.kind}_from", day=day)


def _last_in_words(talk: Talk, span: Span) -> str:
    """The last so many days, weeks or months; empty where they were named otherwise."""
    months = (span.last.year - span.first.year) * MONTHS_IN_YEAR + span.last.month - span.first.month
    counts = {
        SpanKind.LAST_DAYS: span.days,
        SpanKind.LAST_WEEKS: span.days // WEEK.days,
        SpanKind.LAST_MONTHS: months + (span.first.day == 1),
    }
    count = counts.get(span.kind)
    return talk.line(f"shoes.telling.{span.kind}", count=count) if count else ""


def day_of_run(talk: Talk, day: date | None) -> str:
    """A run's day behind its distance, with a space before it; empty when it was today, or is not known."""
    today = talk.place_settings.read_local_time().date()
    if day in (None, today):
        return ""
    return talk.line("shoes.log.when", day=on_day_in_words(talk.phrasebook, day, today))


def kinds_in_words(talk: Talk, shoe: Shoe) -> str:
    """What a pair is kept for: "races and long runs"."""
    kinds = [talk.line(f"shoes.kinds.{kind}") for kind in RunKind if kind in shoe.kinds]
    return talk.phrasebook.join(kinds)
