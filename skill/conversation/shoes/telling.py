"""What the runner asks about the shoes and the runs: how far, how long yet, which there are."""

from datetime import timedelta

from skill.conversation.reply import Reply, Screen
from skill.conversation.shoes.ending import ask_for_first_pair, go_on_after
from skill.conversation.shoes.finding import find
from skill.conversation.shoes.words import (
    about,
    kinds_in_words,
    pair_in_words,
    pairs_in_words,
    roughly,
    starting,
)
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import Unit
from skill.shoes.lifetime import forecast, mark_announced
from skill.shoes.periods import Period, reaches_beyond, tally_in
from skill.shoes.shoe import Shoe, Stage
from skill.speech.dates import about_when_in_words

A_YEAR = timedelta(days=365)
"""Beyond it a forecast says no more than that."""
SHOWN_AT_MOST = 30
"""Lines of a card, whose text may have 8,000 characters (Amazon's documentation)."""
LISTED_AT_MOST = 6
"""More pairs than these are counted, not told one by one."""


def shoe_distance(talk: Talk, heard: Slot | None, period: Period | None, unit: Unit | None = None) -> Reply:
    """How far a pair has run, or every pair, altogether or in a period, in the unit that was asked for."""
    talk.wardrobe.asked_unit = unit
    rotation = talk.wardrobe.rotation
    if not rotation.shoes:
        return ask_for_first_pair(talk)
    if heard is None:
        return _all_distances(talk) if period in (None, Period.ALL_TIME) else runs_in(talk, period, unit)
    found = find(talk, heard, then="distance", values={"period": period})
    if isinstance(found, Reply):
        return found
    if period in (None, Period.ALL_TIME):
        return go_on_after(talk, _one(talk, found))
    return go_on_after(talk, _one_in(talk, found, period))


def runs_in(talk: Talk, period: Period | None, unit: Unit | None = None) -> Reply:
    """How far the runner ran in a period, this week where none was named, in the unit that was asked for."""
    talk.wardrobe.asked_unit = unit
    period = period or Period.THIS_WEEK
    today = talk.wardrobe.local_time.date()
    tally = tally_in(period, today, talk.wardrobe.rotation.wears, talk.wardrobe.recent.runs)
    said = talk.say(f"shoes.periods.{period}")
    if not tally.runs:
        return go_on_after(talk, talk.say("shoes.telling.not_in_period", period=said))
    runs = talk.say("shoes.telling.runs", count=tally.runs)
    line = "at_least" if reaches_beyond(period, today, talk.wardrobe.recent) else "in_period"
    return go_on_after(
        talk, talk.say(f"shoes.telling.{line}", distance=about(talk, tally.metres), period=said, runs=runs)
    )


def replace_when(talk: Talk, heard: Slot | None) -> Reply:
    """How much life is left in a pair and about until when; of all pairs, the one whose life ends first."""
    rotation = talk.wardrobe.rotation
    if not rotation.active:
        return ask_for_first_pair(talk)
    if heard is None:
        worn = max(rotation.active, key=lambda shoe: (shoe.metres / shoe.life.due, shoe.id))
        text = _life(talk, worn)
        if len(rotation.active) > 1 and worn.stage is not Stage.DUE:
            text = f"{talk.say('shoes.replacing.none_worn_out')} {text}"
        return go_on_after(talk, text)
    found = find(talk, heard, then="replace", values={})
    return found if isinstance(found, Reply) else go_on_after(talk, _life(talk, found))


def list_shoes(talk: Talk) -> Reply:
    """The pairs in the rotation, and the retired ones by name."""
    rotation = talk.wardrobe.rotation
    if not rotation.shoes:
        return ask_for_first_pair(talk)
    parts = []
    if rotation.active:
        listed = [_listed(talk, shoe) for shoe in rotation.active[:LISTED_AT_MOST]]
        more = len(rotation.active) - LISTED_AT_MOST
        if more > 0:
            listed.append(talk.say("shoes.telling.and_more", count=more))
        line = talk.words.join(listed)
        parts.append(talk.say("shoes.listing.pairs", count=len(rotation.active), list=line))
    if rotation.retired:
        names = pairs_in_words(talk, rotation.retired[-LISTED_AT_MOST:])
        parts.append(talk.say("shoes.listing.retired", names=names))
    screen = Screen(
        talk.say("shoes.listing.title"),
        tuple(starting(_listed(talk, shoe)) for shoe in rotation.active[:SHOWN_AT_MOST]),
    )
    return go_on_after(talk, " ".join(parts), screen=screen)


def _all_distances(talk: Talk) -> Reply:
    rotation = talk.wardrobe.rotation
    shoes = sorted(rotation.active or rotation.retired, key=lambda shoe: -shoe.metres)
    each = [
        talk.say(
            "shoes.telling.all_next" if place else "shoes.telling.all_first",
            pair=pair_in_words(talk, shoe),
            distance=about(talk, shoe.metres),
        )
        for place, shoe in enumerate(shoes[:LISTED_AT_MOST])
    ]
    if len(shoes) > LISTED_AT_MOST:
        each.append(talk.say("shoes.telling.and_more", count=len(shoes) - LISTED_AT_MOST))
    text = talk.say("shoes.telling.all", list=talk.words.join(each))
    if len(shoes) > 1:
        total = about(talk, sum(shoe.metres for shoe in shoes))
        text = f"{text} {talk.say('shoes.telling.together', distance=total)}"
    return go_on_after(talk, text)


def _one(talk: Talk, shoe: Shoe) -> str:
    pair, distance = starting(pair_in_words(talk, shoe)), about(talk, shoe.metres)
    if not shoe.active:
        return talk.say("shoes.telling.retired", pair=pair, distance=distance)
    talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(mark_announced(shoe))
    left = talk.say(f"shoes.telling.left.{shoe.stage.name.lower()}", left=roughly(talk, shoe.metres_left))
    return talk.say("shoes.telling.one", pair=pair, distance=distance, left=left)


def _one_in(talk: Talk, shoe: Shoe, period: Period) -> str:
    pair, said = starting(pair_in_words(talk, shoe)), talk.say(f"shoes.periods.{period}")
    runs_in_it = [run for run in talk.wardrobe.recent.runs if run.shoe == shoe.id]
    tally = tally_in(period, talk.wardrobe.local_time.date(), [shoe.wear], runs_in_it)
    if not tally.runs:
        return talk.say("shoes.telling.one_not_in", pair=pair, period=said)
    runs, distance = talk.say("shoes.telling.runs", count=tally.runs), about(talk, tally.metres)
    return talk.say("shoes.telling.one_in", pair=pair, distance=distance, period=said, runs=runs)


def _life(talk: Talk, shoe: Shoe) -> str:
    """How much life is left, and about until when; the runner then knows the stage it is in."""
    talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(mark_announced(shoe))
    pair, due = starting(pair_in_words(talk, shoe)), roughly(talk, shoe.life.due)
    if shoe.metres_left <= 0:
        distance = about(talk, shoe.metres)
        return talk.say("shoes.replacing.over", pair=pair, distance=distance, due=due)
    left = roughly(talk, shoe.metres_left)
    until = forecast(shoe, talk.wardrobe.recent, talk.turn.at)
    if until is None:
        text = talk.say("shoes.replacing.left", pair=pair, left=left, due=due)
    elif until - talk.turn.at > A_YEAR:
        text = talk.say("shoes.replacing.left_long", pair=pair, left=left, due=due)
    else:
        said = about_when_in_words(talk.words, until, talk.turn.at)
        text = talk.say("shoes.replacing.left_by", pair=pair, left=left, due=due, when=said)
    if shoe.stage is Stage.SOON:
        text = f"{text} {talk.say('shoes.replacing.soon', soon=about(talk, shoe.life.soon))}"
    return text


def _listed(talk: Talk, shoe: Shoe) -> str:
    key = f"one{'_kept' if shoe.kinds else ''}{'' if shoe.metres else '_new'}"
    return talk.say(
        f"shoes.listing.{key}",
        pair=pair_in_words(talk, shoe),
        distance=about(talk, shoe.metres),
        kinds=kinds_in_words(talk, shoe),
    )
