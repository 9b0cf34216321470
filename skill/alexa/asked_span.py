"""Reads the days that are asked about from the slots of an intent: a date, "since", "the last two weeks"."""

from enum import StrEnum

from skill.alexa.slots import Slots
from skill.conversation.turn.talk import Talk
from skill.shoes import spans
from skill.shoes.spans import Span


class WindowUnit(StrEnum):
    """What the last days are counted in; the values are the ids of the `WindowUnit` slot."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


LONGEST_WINDOW = {
    WindowUnit.DAY: 730,
    WindowUnit.WEEK: 104,
    WindowUnit.FORTNIGHT: 52,
    WindowUnit.MONTH: 24,
    WindowUnit.QUARTER: 8,
    WindowUnit.YEAR: 2,
}
"""Two years of each: the sums of months go no further back."""
MONTHS_IN = {WindowUnit.MONTH: 1, WindowUnit.QUARTER: 3, WindowUnit.YEAR: 12}


def asked_span(talk: Talk, slots: Slots) -> Span | None:
    """The days that were named; None where none were, or none that are counted."""
    today = talk.place_settings.read_local_time().date()
    unit, window = slots.word("window_unit", WindowUnit), slots.whole("window")
    if unit:
        count = min(max(window or 1, 1), LONGEST_WINDOW[unit])
        if unit in MONTHS_IN:
            return spans.last_months(count * MONTHS_IN[unit], today)
        if unit is WindowUnit.DAY:
            return spans.last_days(count, today)
        return spans.last_weeks(count * (2 if unit is WindowUnit.FORTNIGHT else 1), today)
    month = slots.month("since_month")
    if month:
        return spans.since(today.replace(month=month, day=1), today)
    since = slots.span("since")
    return spans.since(since.first, today) if since else slots.span("day")
