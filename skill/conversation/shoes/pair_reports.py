"""What the runner asks about pairs by their runs: how many, which is worn most, which are retired."""

from enum import StrEnum
from typing import Final

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.asked_days import asked_days, sums_reach_beyond, tally_of
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.periods import Period
from skill.shoes.shoe import Shoe
from skill.shoes.spans import Span
from skill.speech.dates import on_day_in_words

TOLD_AT_MOST: Final = 4
"""More retired pairs than these are counted."""


class Rank(StrEnum):
    """Which pair of all; the values are the ids of the `Rank` slot."""

    MOST = "most"
    LEAST = "least"


class RunsOfWhichPair(WhichPair, kw_only=True, name="runs-of-which-pair"):
    """Which pair's runs are to be counted.

    Attributes:
        within: the span of days; None for everything.
    """

    within: Period | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Count them."""
        return runs_of_pair(talk, heard, self.within, None)


def runs_of_pair(talk: Talk, heard: Slot | None, period: Period | None, span: Span | None) -> Outcome:
    """How often a pair was worn, altogether or in some days.

    Args:
        talk: the turn.
        heard: the pair; None for the only one, or it is asked for.
        period: of the runs; None for all of them.
        span: the days, where they were named by a date.
    """
    if not talk.shoes.rotation.shoes:
        raise ask_for_first_pair(talk)
    days = asked_days(talk, period, span)
    shoe = find_pair(talk, heard, RunsOfWhichPair(within=period))
    tally, pair = tally_of(talk, days, shoe), capitalised(pair_in_words(talk, shoe))
    when = f" {days.said}" if days.said else ""
    if not tally.runs:
        return say_about_shoes(talk, talk.line("shoes.counted.none", pair=pair, period=when))
    runs = talk.line("shoes.telling.runs", count=tally.runs)
    line = "at_least" if sums_reach_beyond(talk, days) else "runs"
    distance = rounded_distance(talk, tally.metres)
    return say_about_shoes(
        talk, talk.line(f"shoes.counted.{line}", pair=pair, runs=runs, period=when, distance=distance)
    )


def most_worn(talk: Talk, rank: Rank, period: Period | None, span: Span | None) -> Outcome:
    """Which pair in use ran most or least: altogether with what it had run before, or in some days."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    days = asked_days(talk, period, span)
    metres = {
        shoe.id: shoe.metres if days.span is None else tally_of(talk, days, shoe).metres
        for shoe in rotation.active
    }
    if not any(metres.values()):
        said = days.said or talk.line("shoes.records.at_all")
        return say_about_shoes(talk, talk.line("shoes.records.none", period=said))
    order = sorted(rotation.active, key=lambda shoe: metres[shoe.id], reverse=rank is Rank.MOST)
    first = order[0]
    text = talk.line(
        f"shoes.counted.{rank}",
        pair=pair_in_words(talk, first),
        distance=rounded_distance(talk, metres[first.id]),
        period=f", {days.said}" if days.said else "",
    )
    if len(order) > 1:
        distance = rounded_distance(talk, metres[order[1].id])
        text = (
            f"{text} {talk.line('shoes.counted.next', pair=pair_in_words(talk, order[1]), distance=distance)}"
        )
    return say_about_shoes(talk, text)


def retired_shoes(talk: Talk) -> Outcome:
    """The retired pairs, the newest first, with what they ran and when they were retired."""
    retired = sorted(
        talk.shoes.rotation.retired,
        key=lambda shoe: (shoe.retired_at or shoe.added_at, shoe.id),
        reverse=True,
    )
    if not retired:
        return say_about_shoes(talk, talk.line("shoes.retiring.none_retired"))
    told = [_retired_in_words(talk, shoe) for shoe in retired[:TOLD_AT_MOST]]
    if len(retired) > TOLD_AT_MOST:
        told.append(talk.line("shoes.telling.and_more", count=len(retired) - TOLD_AT_MOST))
    text = talk.line("shoes.counted.retired", count=len(retired), list=talk.phrasebook.join(told))
    return say_about_shoes(talk, text)


def _retired_in_words(talk: Talk, shoe: Shoe) -> str:
    now = talk.place_settings.read_local_time()
    at = shoe.retired_at or shoe.added_at
    return talk.line(
        "shoes.counted.retired_one",
        pair=pair_in_words(talk, shoe),
        distance=rounded_distance(talk, shoe.metres),
        day=on_day_in_words(talk.phrasebook, at.astimezone(now.tzinfo).date(), now.date()),
    )
