"""What the runner asks about the shoes: how far, how long yet, which there are."""

from dataclasses import dataclass
from datetime import timedelta

from skill.conversation.shoes import run_reports
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.closet import closet_as_it_is
from skill.conversation.shoes.life_notices import note_announced
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    estimated_distance,
    kinds_in_words,
    pair_in_words,
    pairs_in_words,
    rounded_distance,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome, Screen
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.distance import Unit
from skill.shoes.lifetime import Forecast, forecast
from skill.shoes.periods import Period, tally_in
from skill.shoes.shoe import Shoe, Stage
from skill.speech.dates import day_in_words

A_YEAR = timedelta(days=365)
"""Beyond it a forecast says no more than that."""
SOON = timedelta(days=7)
"""Up to it a forecast names no days."""
SHOWN_AT_MOST = 30
"""Lines of a card, whose text may have 8,000 characters (Amazon's documentation)."""
LISTED_AT_MOST = 6
"""More pairs than these are counted, not told one by one."""


@dataclass(frozen=True, kw_only=True)
class DistanceOfWhichPair(WhichPair, name="distance-of-which-pair"):
    """Which pair's distance is to be told.

    Attributes:
        within: the span of days; None for everything.
    """

    within: Period | None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return shoe_distance(talk, heard, self.within)

    def period(self, talk: Talk, period: Period) -> Outcome:
        """Another span of days; which pair is still to be said."""
        return talk.ask(DistanceOfWhichPair(choices=self.choices, within=period))


class LifeLeftOfWhichPair(WhichPair, name="life-left-of-which-pair"):
    """Which pair's end of life is to be told."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return replace_when(talk, heard)


def shoe_distance(talk: Talk, heard: Slot | None, period: Period | None, unit: Unit | None = None) -> Outcome:
    """How far a pair has run, or every pair, altogether or in a period, in the unit that was asked for."""
    talk.place_settings.asked_unit = unit
    rotation = talk.shoes.rotation
    if not rotation.shoes:
        raise ask_for_first_pair(talk)
    if heard is None:
        return (
            _all_distances(talk)
            if period in (None, Period.ALL_TIME)
            else run_reports.runs_in(talk, period, unit)
        )
    found = find_pair(talk, heard, DistanceOfWhichPair(within=period))
    if period in (None, Period.ALL_TIME):
        note_announced(talk, found)
        return say_about_shoes(talk, _one(talk, found))
    return say_about_shoes(talk, _one_in(talk, found, period))


def replace_when(talk: Talk, heard: Slot | None) -> Outcome:
    """How much life is left in a pair and about until when; of all pairs, the one whose life ends first."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    if heard is None:
        worn = max(rotation.active, key=lambda shoe: (shoe.metres / shoe.life.due, shoe.id))
        text = _tell_life(talk, worn)
        if len(rotation.active) > 1 and worn.stage is not Stage.DUE:
            text = f"{talk.line('shoes.replacing.none_worn_out')} {text}"
        return say_about_shoes(talk, text)
    return say_about_shoes(talk, _tell_life(talk, find_pair(talk, heard, LifeLeftOfWhichPair())))


def list_shoes(talk: Talk) -> Outcome:
    """The pairs in the rotation, and the retired ones by name."""
    rotation = talk.shoes.rotation
    if not rotation.shoes:
        raise ask_for_first_pair(talk)
    parts = []
    if rotation.active:
        listed = [_listed(talk, shoe) for shoe in rotation.active[:LISTED_AT_MOST]]
        more = len(rotation.active) - LISTED_AT_MOST
        if more > 0:
            listed.append(talk.line("shoes.telling.and_more", count=more))
        line = talk.phrasebook.join(listed)
        parts.append(talk.line("shoes.listing.pairs", count=len(rotation.active), list=line))
    if rotation.retired:
        names = pairs_in_words(talk, rotation.retired[-LISTED_AT_MOST:])
        parts.append(talk.line("shoes.listing.retired", names=names))
    screen = Screen(
        talk.line("shoes.listing.title"),
        tuple(capitalised(_listed(talk, shoe)) for shoe in rotation.active[:SHOWN_AT_MOST]),
        closet=closet_as_it_is(talk),
    )
    return say_about_shoes(talk, " ".join(parts), screen=screen)


def _all_distances(talk: Talk) -> Outcome:
    rotation = talk.shoes.rotation
    shoes = sorted(rotation.active or rotation.retired, key=lambda shoe: -shoe.metres)
    each = [
        talk.line(
            "shoes.telling.all_next" if place else "shoes.telling.all_first",
            pair=pair_in_words(talk, shoe),
            distance=rounded_distance(talk, shoe.metres),
        )
        for place, shoe in enumerate(shoes[:LISTED_AT_MOST])
    ]
    if len(shoes) > LISTED_AT_MOST:
        each.append(talk.line("shoes.telling.and_more", count=len(shoes) - LISTED_AT_MOST))
    text = talk.line("shoes.telling.all", list=talk.phrasebook.join(each))
    if len(shoes) > 1:
        total = rounded_distance(talk, sum(shoe.metres for shoe in shoes))
        text = f"{text} {talk.line('shoes.telling.together', distance=total)}"
    return say_about_shoes(talk, text)


def _one(talk: Talk, shoe: Shoe) -> str:
    pair, distance = capitalised(pair_in_words(talk, shoe)), rounded_distance(talk, shoe.metres)
    if not shoe.active:
        return talk.line("shoes.telling.retired", pair=pair, distance=distance)
    left = estimated_distance(talk, shoe.metres_left)
    left = talk.line(f"shoes.telling.left.{shoe.stage.name.lower()}", left=left)
    return talk.line("shoes.telling.one", pair=pair, distance=distance, left=left)


def _one_in(talk: Talk, shoe: Shoe, period: Period) -> str:
    pair, said = capitalised(pair_in_words(talk, shoe)), talk.line(f"shoes.periods.{period}")
    runs_in_it = [run for run in talk.shoes.recent.runs if run.shoe == shoe.id]
    tally = tally_in(period, talk.place_settings.read_local_time().date(), [shoe.wear], runs_in_it)
    if not tally.runs:
        return talk.line("shoes.telling.one_not_in", pair=pair, period=said)
    runs, distance = talk.line("shoes.telling.runs", count=tally.runs), rounded_distance(talk, tally.metres)
    return talk.line("shoes.telling.one_in", pair=pair, distance=distance, period=said, runs=runs)


def _tell_life(talk: Talk, shoe: Shoe) -> str:
    """How much life is left, and about until when; noted as announced."""
    note_announced(talk, shoe)
    pair, due = capitalised(pair_in_words(talk, shoe)), estimated_distance(talk, shoe.life.due)
    if shoe.metres_left <= 0:
        distance = rounded_distance(talk, shoe.metres)
        return talk.line("shoes.replacing.over", pair=pair, distance=distance, due=due)
    left = estimated_distance(talk, shoe.metres_left)
    until = forecast(shoe, talk.shoes.recent, talk.turn.at)
    if until is None:
        text = talk.line("shoes.replacing.left", pair=pair, left=left, due=due)
    elif until.likely - talk.turn.at > A_YEAR:
        text = talk.line("shoes.replacing.left_long", pair=pair, left=left, due=due)
    else:
        when = _between(talk, until)
        text = talk.line("shoes.replacing.left_by", pair=pair, left=left, due=due, when=when)
    if shoe.stage is Stage.SOON:
        text = f"{text} {talk.line('shoes.replacing.soon', soon=rounded_distance(talk, shoe.life.soon))}"
    return text


def _between(talk: Talk, until: Forecast) -> str:
    """From when to when a life will end, by the days of the runner's own calendar."""
    now = talk.place_settings.read_local_time()
    first, last = (at.astimezone(now.tzinfo).date() for at in (until.earliest, until.latest))
    if last - now.date() <= SOON:
        return talk.line("shoes.replacing.within_days")
    return talk.line(
        "shoes.replacing.between",
        first=day_in_words(talk.phrasebook, first, now.date()),
        last=day_in_words(talk.phrasebook, last, now.date()),
    )


def _listed(talk: Talk, shoe: Shoe) -> str:
    key = f"one{'_kept' if shoe.kinds else ''}{'' if shoe.metres else '_new'}"
    return talk.line(
        f"shoes.listing.{key}",
        pair=pair_in_words(talk, shoe),
        distance=rounded_distance(talk, shoe.metres),
        kinds=kinds_in_words(talk, shoe),
    )
