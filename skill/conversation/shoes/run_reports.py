"""What the runner asks about runs: how far, when, in what; in a period, on a day, the last one."""

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    exact_distance,
    pair_in_words,
    rounded_distance,
    span_in_words,
    time_of_run,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes import spans
from skill.shoes.distance import Unit
from skill.shoes.periods import Period, reaches_beyond, span_of, tally_in
from skill.shoes.run import Run, RunKind
from skill.shoes.spans import Span
from skill.speech.dates import on_day_in_words

TOLD_ONE_BY_ONE = 3
"""More runs than these of a day or a weekend are added up."""


class LastRunInWhichPair(WhichPair, name="last-run-in-which-pair"):
    """Which pair's last run is to be told."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return last_run_in(talk, heard)


def runs_in(talk: Talk, period: Period | None, unit: Unit | None = None) -> Outcome:
    """How far the runner ran in a period, this week where none was named, in the unit that was asked for."""
    talk.place_settings.asked_unit = unit
    period = period or Period.THIS_WEEK
    today = talk.place_settings.read_local_time().date()
    tally = tally_in(period, today, talk.shoes.rotation.wears, talk.shoes.recent.runs)
    said = talk.line(f"shoes.periods.{period}")
    if not tally.runs:
        return say_about_shoes(talk, talk.line("shoes.telling.not_in_period", period=said))
    runs = talk.line("shoes.telling.runs", count=tally.runs)
    line = "at_least" if reaches_beyond(period, today, talk.shoes.recent) else "in_period"
    distance = rounded_distance(talk, tally.metres)
    text = talk.line(f"shoes.telling.{line}", distance=distance, period=said, runs=runs)
    return say_about_shoes(talk, text)


def list_runs(talk: Talk, period: Period | None, days: Span | None) -> Outcome:
    """The newest runs of some days, each with its day and pair; the newest of all where none were named."""
    now = talk.place_settings.read_local_time()
    if period is Period.ALL_TIME:
        period = None
    span = days.gone_by(now) if days else span_of(period, now.date()) if period else None
    runs = spans.runs_in(span, talk.shoes.recent.runs) if span else talk.shoes.recent.runs
    if not runs:
        in_words = span_in_words(talk, span) if span else talk.line("shoes.records.at_all")
        said = talk.line(f"shoes.periods.{period}") if period and not days else in_words
        return say_about_shoes(talk, talk.line("shoes.telling.not_in_period", period=said))
    told = runs[:TOLD_ONE_BY_ONE]
    each = [
        f"{_run_in_words(talk, run)} {on_day_in_words(talk.phrasebook, run.day, now.date())}" for run in told
    ]
    line = "one_run" if len(runs) == 1 else "newest_runs" if len(told) < len(runs) else "all_runs"
    text = talk.line(f"shoes.telling.{line}", count=len(told), runs=talk.phrasebook.join(each))
    return say_about_shoes(talk, text)


def last_run(talk: Talk) -> Outcome:
    """When, how far and in which pair the last run was."""
    run = next(iter(talk.shoes.recent.runs), None)
    if run is None:
        return say_about_shoes(talk, talk.line("shoes.telling.no_last_run"))
    return _say_last_run(talk, run)


def last_run_of_kind(talk: Talk, kind: RunKind) -> Outcome:
    """When, how far and in which pair the last run of a kind was, among those of which it was told."""
    run = next((one for one in talk.shoes.recent.runs if one.kind is kind), None)
    if run is None:
        said = talk.line(f"shoes.kinds.{kind}")
        return say_about_shoes(talk, talk.line("shoes.telling.none_of_kind", kinds=said))
    return _say_last_run(talk, run)


def _say_last_run(talk: Talk, run: Run) -> Outcome:
    talk.speak_of_run(run.id)
    today = talk.place_settings.read_local_time().date()
    day, distance = on_day_in_words(talk.phrasebook, run.day, today), exact_distance(talk, run.metres)
    shoe = talk.shoes.rotation.find(run.shoe)
    if shoe is None:
        return say_about_shoes(talk, talk.line("shoes.telling.last_run_unknown", day=day, distance=distance))
    pair = pair_in_words(talk, shoe)
    return say_about_shoes(talk, talk.line("shoes.telling.last_run", day=day, distance=distance, pair=pair))


def last_run_in(talk: Talk, heard: Slot) -> Outcome:
    """When a pair was worn last, and how far."""
    shoe = find_pair(talk, heard, LastRunInWhichPair())
    pair, at = capitalised(pair_in_words(talk, shoe)), shoe.wear.last_run_at
    if at is None:
        known = "long_ago" if shoe.wear.tally.runs else "never"
        return say_about_shoes(talk, talk.line(f"shoes.telling.worn.{known}", pair=pair))
    when = time_of_run(talk, at)
    run = next((one for one in talk.shoes.recent.runs if one.shoe == shoe.id and one.at == at), None)
    if run is None:
        return say_about_shoes(talk, talk.line("shoes.telling.worn.last", pair=pair, when=when))
    distance = exact_distance(talk, run.metres)
    talk.speak_of_run(run.id)
    return say_about_shoes(
        talk, talk.line("shoes.telling.worn.last_so_far", pair=pair, when=when, distance=distance)
    )


def runs_on(talk: Talk, asked: Span | None, unit: Unit | None = None) -> Outcome:
    """What was run on a day, each run with its pair; or in a week, a month or a year, added up.

    Args:
        talk: the turn.
        asked: the days; None for such as are not counted, as a season.
        unit: that was asked for.
    """
    talk.place_settings.asked_unit = unit
    now = talk.place_settings.read_local_time()
    if asked is None:
        return say_about_shoes(talk, talk.line("shoes.telling.no_such_days"))
    span = asked.gone_by(now)
    if span.first > now.date():
        return say_about_shoes(talk, talk.line("shoes.telling.still_to_come"))
    said = span_in_words(talk, span)
    tally = spans.tally_in(span, talk.shoes.rotation.wears, talk.shoes.recent.runs)
    beyond = spans.reaches_beyond(span, now.date(), talk.shoes.recent)
    if not tally.runs:
        why_none = "too_long_ago" if beyond else "not_in_period"
        return say_about_shoes(talk, talk.line(f"shoes.telling.{why_none}", period=said))
    runs = spans.runs_in(span, talk.shoes.recent.runs)[::-1]
    if span.short and len(runs) <= TOLD_ONE_BY_ONE and not beyond:
        each = talk.phrasebook.join([_run_in_words(talk, run) for run in runs])
        return say_about_shoes(talk, talk.line("shoes.telling.on_day", period=said, runs=each))
    how_sure = "at_least" if beyond else "in_period"
    counted = talk.line("shoes.telling.runs", count=tally.runs)
    distance = rounded_distance(talk, tally.metres)
    return say_about_shoes(
        talk, talk.line(f"shoes.telling.{how_sure}", distance=distance, period=said, runs=counted)
    )


def _run_in_words(talk: Talk, run: Run) -> str:
    """A run with its pair, where that is known."""
    shoe = talk.shoes.rotation.find(run.shoe)
    distance = exact_distance(talk, run.metres)
    if shoe is None:
        return distance
    return talk.line("shoes.telling.run_in", distance=distance, pair=pair_in_words(talk, shoe))
