"""Days that a runner asks about, and the runs in them."""

from skill.conversation.shoes.shoe_words import span_in_words
from skill.conversation.turn.talk import Talk
from skill.shoes import spans
from skill.shoes.periods import Period, span_of
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.spans import Span
from skill.shoes.wear import NO_RUNS, Tally
from skill.value import Value


class AskedDays(Value):
    """The days that a question is about.

    Attributes:
        span: the days; None for everything that there is.
        said: how they are said, "in November"; empty for everything.
    """

    span: Span | None
    said: str


def asked_days(talk: Talk, period: Period | None, span: Span | None) -> AskedDays:
    """The days of a period or of a date that was said; everything where neither was."""
    if span:
        gone_by = span.gone_by(talk.place_settings.read_local_time())
        return AskedDays(gone_by, span_in_words(talk, gone_by))
    if period is None or period is Period.ALL_TIME:
        return AskedDays(None, "")
    today = talk.place_settings.read_local_time().date()
    return AskedDays(span_of(period, today), talk.line(f"shoes.periods.{period}"))


def tally_of(talk: Talk, days: AskedDays, shoe: Shoe | None = None) -> Tally:
    """The runs of those days added up: a pair's, or all of them."""
    wears = [shoe.wear] if shoe else talk.shoes.rotation.wears
    if days.span is None:
        return sum_of([wear.tally for wear in wears])
    return spans.tally_in(days.span, wears, runs_of(talk, days, shoe))


def sum_of(tallies: list[Tally]) -> Tally:
    """All of them together."""
    together = NO_RUNS
    for tally in tallies:
        together = together.plus(tally)
    return together


def runs_of(talk: Talk, days: AskedDays, shoe: Shoe | None = None) -> list[Run]:
    """The runs of those days as far back as they are known one by one, newest first."""
    runs = [run for run in talk.shoes.recent.runs if shoe is None or run.shoe == shoe.id]
    return spans.runs_in(days.span, runs) if days.span else runs


def sums_reach_beyond(talk: Talk, days: AskedDays) -> bool:
    """Whether those days may hold more runs than their tally counts."""
    today = talk.place_settings.read_local_time().date()
    return days.span is not None and spans.reaches_beyond(days.span, today, talk.shoes.recent)


def runs_reach_beyond(talk: Talk, days: AskedDays) -> bool:
    """Whether those days may hold more runs than are known one by one."""
    since = talk.shoes.recent.complete_since
    return since is not None and (days.span is None or since.date() > days.span.first)
