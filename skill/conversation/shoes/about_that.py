"""What is asked of what was just told: "when was that", "which shoes was it in", "what is that in miles"."""

from enum import StrEnum
from typing import Any

from skill.conversation.shoes.choosing import choose_shoes
from skill.conversation.shoes.life_reports import replace_when
from skill.conversation.shoes.pairs_spoken_of import pair_spoken_of
from skill.conversation.shoes.race_advice import advice_for
from skill.conversation.shoes.race_meant import race_spoken_of
from skill.conversation.shoes.race_words import race_day_in_words, race_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_reports import shoe_distance
from skill.conversation.shoes.shoe_words import exact_distance, pair_in_words, time_of_run
from skill.conversation.shoes.which_pair import slot_of
from skill.conversation.shoes.which_run import run_spoken_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import NO_DISTANCE, Unit
from skill.shoes.run import Run
from skill.speech.distance_words import distance_in_words


class AskedOfThat(StrEnum):
    """What is asked; the values are the ids of the `AskedOfThat` slot."""

    WHEN = "when"
    WHICH_SHOES = "which-shoes"
    WHICH_SHOES_FOR = "which-shoes-for"
    HOW_FAR = "how-far"
    HOW_MANY_DAYS = "how-many-days"
    ALTOGETHER = "altogether"
    A_LOT = "a-lot"
    IN_MILES = "in-miles"
    IN_KILOMETRES = "in-kilometres"


_UNITS = {AskedOfThat.IN_MILES: Unit.MILES, AskedOfThat.IN_KILOMETRES: Unit.KILOMETRES}


def about_that(talk: Talk, asked: AskedOfThat | None) -> Outcome | None:
    """Answer it of the run, the race, the pair or the distance that was told last; None where none was."""
    talk.spoken_of_now = talk.subject is not None
    before = talk.turn.attributes.get("metres")
    if asked in _UNITS:
        return _in_unit(talk, before, _UNITS[asked])
    answer = _in_own_words(talk, asked)
    if talk.metres_said is None and isinstance(before, int):
        talk.metres_said = before
    return answer


def _in_own_words(talk: Talk, asked: AskedOfThat | None) -> Outcome | None:
    """The answer of the run, the race or the pair; None where none of them was told."""
    pair = pair_spoken_of(talk)
    if asked is AskedOfThat.ALTOGETHER and pair:
        return shoe_distance(talk, slot_of(pair), None, None)
    if asked is AskedOfThat.A_LOT and pair:
        return replace_when(talk, slot_of(pair))
    race, run = race_spoken_of(talk), run_spoken_of(talk)
    if asked is AskedOfThat.WHICH_SHOES_FOR:
        if race is None:
            return choose_shoes(talk, None, None, NO_DISTANCE)
        return say_about_shoes(talk, advice_for(talk, race))
    if race and asked in (AskedOfThat.WHEN, AskedOfThat.HOW_MANY_DAYS):
        days = (race.day - talk.place_settings.read_local_time().date()).days
        values = {"race": race_in_words(talk, race), "day": race_day_in_words(talk, race)}
        line = "race_when" if asked is AskedOfThat.WHEN else "race_in_days"
        return say_about_shoes(talk, talk.line(f"shoes.that.{line}", count=days, **values))
    answer = _of_run(talk, run, asked) if run else ""
    return say_about_shoes(talk, answer) if answer else None


def _of_run(talk: Talk, run: Run, asked: AskedOfThat | None) -> str:
    """What is asked of a run; empty where it is nothing of a run."""
    shoe = talk.shoes.rotation.find(run.shoe)
    days = (talk.place_settings.read_local_time().date() - run.day).days
    if asked is AskedOfThat.WHEN or (asked is AskedOfThat.HOW_MANY_DAYS and not days):
        return talk.line("shoes.that.when", when=time_of_run(talk, run.at))
    if asked is AskedOfThat.HOW_FAR:
        return talk.line("shoes.that.how_far", distance=exact_distance(talk, run.metres))
    if asked is AskedOfThat.WHICH_SHOES:
        known = "in_pair" if shoe else "in_none"
        return talk.line(f"shoes.that.{known}", pair=pair_in_words(talk, shoe) if shoe else "")
    if asked is AskedOfThat.HOW_MANY_DAYS:
        return talk.line("shoes.that.days_ago", count=days)
    return ""


def _in_unit(talk: Talk, before: Any, unit: Unit) -> Outcome | None:
    """The distance said last in another unit; nothing changes of what the coach speaks in."""
    if not isinstance(before, int):
        return None
    talk.metres_said = before
    distance = distance_in_words(talk.phrasebook, before, unit)
    return say_about_shoes(talk, talk.line("shoes.that.is", distance=distance))
