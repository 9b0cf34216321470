"""How long a pair lasts yet, with the days between which it will end, and how such forecasts fared."""

from datetime import date, timedelta
from typing import Final

from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.life_notices import note_announced
from skill.conversation.shoes.life_reasons import reason_of_life
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    estimated_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.check_up import Condition
from skill.shoes.forecast_record import Fared, Foretold, newest_judged, record_of
from skill.shoes.lifetime import Forecast, forecast
from skill.shoes.own_life import spread_of_life
from skill.shoes.shoe import Shoe, Stage
from skill.speech.dates import day_in_words, on_day_in_words
from skill.value import replace

A_YEAR: Final = timedelta(days=365)
"""Beyond it a forecast says no more than that."""
SOON: Final = timedelta(days=7)
"""Up to it a forecast names no days."""
TOLD_AT_MOST: Final = 3
"""So many forecasts are told one by one."""


class LifeLeftOfWhichPair(WhichPair, name="life-left-of-which-pair"):
    """Which pair's end of life is to be told."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Tell it."""
        return replace_when(talk, heard)


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
    shoe = find_pair(talk, heard, LifeLeftOfWhichPair())
    if shoe.active:
        return say_about_shoes(talk, _tell_life(talk, shoe))
    values = {"pair": capitalised(pair_in_words(talk, shoe)), "distance": rounded_distance(talk, shoe.metres)}
    return say_about_shoes(talk, talk.line("shoes.replacing.retired", **values))


def forecasts_fared(talk: Talk) -> Outcome:
    """How the newest forecasts fared, each with its days; what is foretold of others is still to come."""
    pairs = [shoe for shoe in talk.shoes.rotation.shoes if shoe.foretold]
    judged = newest_judged(shoe.foretold for shoe in pairs)
    if not judged:
        return say_about_shoes(talk, talk.line("life.record.open" if pairs else "life.record.none"))
    said = [_record(talk)]
    for one in judged[:TOLD_AT_MOST]:
        shoe = next(shoe for shoe in pairs if shoe.foretold is one)
        said.append(_fared(talk, shoe, one))
    return say_about_shoes(talk, " ".join(said))


def _fared(talk: Talk, shoe: Shoe, one: Foretold) -> str:
    today, language = talk.place_settings.read_local_time().date(), talk.phrasebook
    return talk.line(
        f"life.record.{one.fared or Fared.HELD}",
        pair=pair_in_words(talk, shoe),
        first=day_in_words(language, one.first, today),
        last=day_in_words(language, one.last, today),
        ended=on_day_in_words(language, one.ended or today, today),
    )


def _tell_life(talk: Talk, shoe: Shoe) -> str:
    """How much life is left, about until when, and why; noted as announced."""
    note_announced(talk, shoe)
    reason = reason_of_life(talk, shoe)
    pair, due = capitalised(pair_in_words(talk, shoe)), estimated_distance(talk, shoe.life.due)
    if shoe.metres_left <= 0:
        return _tell_over(talk, shoe, reason)
    left = estimated_distance(talk, shoe.metres_left)
    until = forecast(shoe, talk.shoes.recent, talk.turn.at, spread_of_life(talk.shoes.rotation, shoe))
    if until is None:
        text = talk.line("shoes.replacing.left", pair=pair, left=left, due=due)
    elif until.likely - talk.turn.at > A_YEAR:
        text = talk.line("shoes.replacing.left_long", pair=pair, left=left, due=due)
    else:
        when = _foretell(talk, shoe, until)
        text = talk.line("shoes.replacing.left_by", pair=pair, left=left, due=due, when=when)
        text = f"{text} {_record(talk)}".strip()
    if shoe.stage is Stage.SOON and not reason:
        reason = talk.line("shoes.replacing.soon", soon=rounded_distance(talk, shoe.life.soon))
    return f"{text} {reason}".strip()


def _tell_over(talk: Talk, shoe: Shoe, reason: str) -> str:
    """A pair past its life; where a check-up found that, the kilometres are not the reason."""
    pair, distance = capitalised(pair_in_words(talk, shoe)), rounded_distance(talk, shoe.metres)
    if shoe.examination and shoe.examination.condition is Condition.WORN:
        return f"{reason} {talk.line('life.worn', pair=pair, distance=distance)}"
    due = estimated_distance(talk, shoe.life.due)
    return f"{talk.line('shoes.replacing.over', pair=pair, distance=distance, due=due)} {reason}".strip()


def _record(talk: Talk) -> str:
    """How the newest forecasts fared, in a clause; empty while none has come due."""
    record = record_of(shoe.foretold for shoe in talk.shoes.rotation.shoes)
    if not record.judged:
        return ""
    if record.judged == 1:
        return talk.line(f"life.record.one_{'held' if record.held else 'missed'}")
    return talk.line("life.record.several", count=record.judged, held=record.held)


def _foretell(talk: Talk, shoe: Shoe, until: Forecast) -> str:
    """From when to when a life will end, by the runner's own calendar; the first time it is noted."""
    now = talk.place_settings.read_local_time()
    first, last = (at.astimezone(now.tzinfo).date() for at in (until.earliest, until.latest))
    _note_foretold(talk, shoe, Foretold(now.date(), first, last))
    if last - now.date() <= SOON:
        return talk.line("shoes.replacing.within_days")
    return _between(talk, first, last, now.date())


def _between(talk: Talk, first: date, last: date, today: date) -> str:
    return talk.line(
        "shoes.replacing.between",
        first=day_in_words(talk.phrasebook, first, today),
        last=day_in_words(talk.phrasebook, last, today),
    )


def _note_foretold(talk: Talk, shoe: Shoe, foretold: Foretold) -> None:
    """Note what a runner is told of a pair's end, so that it can be judged; what was told first stands."""
    now = talk.shoes.rotation.find(shoe.id)
    if now and now.active and now.foretold is None:
        talk.shoes.rotation = talk.shoes.rotation.with_shoe(replace(now, foretold=foretold))
