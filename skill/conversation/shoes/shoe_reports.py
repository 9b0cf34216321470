"""What the runner asks about the shoes: how far they have run, and which there are."""

from skill.conversation.shoes import run_reports
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.closet import closet_as_it_is
from skill.conversation.shoes.life_notices import note_announced
from skill.conversation.shoes.pairs_spoken_of import unknown_is_spoken_of
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
from skill.shoes.periods import Period, tally_in
from skill.shoes.shoe import Shoe

SHOWN_AT_MOST = 30
"""Lines of a card, whose text may have 8,000 characters (Amazon's documentation)."""
LISTED_AT_MOST = 6
"""More pairs than these are counted, not told one by one."""


class DistanceOfWhichPair(WhichPair, kw_only=True, name="distance-of-which-pair"):
    """Which pair's distance is to be told.

    Attributes:
        within: the span of days; None for everything.
    """

    within: Period | None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return shoe_distance(talk, heard, self.within)

    def period(self, talk: Talk, period: Period) -> Outcome | None:
        """Another span of days, and which pair is still to be said; behind an unknown name it is of all."""
        if unknown_is_spoken_of(talk) or len(self.choices) == 1:
            return None
        return talk.ask(DistanceOfWhichPair(choices=self.choices, within=period))


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


def _listed(talk: Talk, shoe: Shoe) -> str:
    key = f"one{'_kept' if shoe.kinds else ''}{'' if shoe.metres else '_new'}"
    return talk.line(
        f"shoes.listing.{key}",
        pair=pair_in_words(talk, shoe),
        distance=rounded_distance(talk, shoe.metres),
        kinds=kinds_in_words(talk, shoe),
    )
