"""How pairs, distances and times of runs are said in a turn."""

from collections.abc import Sequence
from datetime import datetime

from skill.conversation.talk import Talk
from skill.shoes.distance import METRES_IN
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.speech.dates import on_day_in_words, since_in_words, time_in_words
from skill.speech.distance_words import distance_in_words, exact_distance_in_words

NAMED_AT_MOST = 4
"""More names than these nobody keeps in mind while choosing."""


def pair_in_words(talk: Talk, shoe: Shoe) -> str:
    """A pair inside a sentence: "the blue Pegasus"."""
    return talk.say("shoes.pair", name=shoe.nickname)


def starting(text: str) -> str:
    """The text as a sentence's beginning."""
    return text[:1].upper() + text[1:]


def pairs_in_words(talk: Talk, shoes: Sequence[Shoe], *, choice: bool = False) -> str:
    """Pairs in a row: "the Ghosts, the Nimbus and the Pegasus", or with "or"."""
    return talk.words.join([pair_in_words(talk, shoe) for shoe in shoes], choice=choice)


def about(talk: Talk, metres: int) -> str:
    """A sum in the runner's unit."""
    return distance_in_words(talk.words, max(metres, 0), talk.wardrobe.unit)


def exactly(talk: Talk, metres: int) -> str:
    """A run's distance, in the unit it was just told in, else the runner's."""
    return exact_distance_in_words(talk.words, metres, talk.wardrobe.told_unit or talk.wardrobe.unit)


def roughly(talk: Talk, metres: int) -> str:
    """An estimate: above a hundred kilometres or miles, in tens."""
    unit = METRES_IN[talk.wardrobe.unit]
    step = int(unit * 10)
    rough = round(round(metres / step) * step) if metres >= unit * 100 else metres
    return about(talk, rough)


def when(talk: Talk, at: datetime) -> str:
    """When something was: "this morning", "yesterday", "on Tuesday"."""
    local, now = at.astimezone(talk.wardrobe.local_time.tzinfo), talk.wardrobe.local_time
    if local.date() == now.date():
        return time_in_words(talk.words, local, now)
    return on_day_in_words(talk.words, local.date(), now.date())


def since(talk: Talk, at: datetime) -> str:
    """Since when: "since Tuesday"."""
    return since_in_words(
        talk.words, at.astimezone(talk.wardrobe.local_time.tzinfo), talk.wardrobe.local_time
    )


def on_day_of(talk: Talk, run: Run) -> str:
    """The run's day behind its distance, with a space before it; nothing when it was today."""
    if run.day == talk.wardrobe.local_time.date():
        return ""
    return talk.say(
        "shoes.log.when", day=on_day_in_words(talk.words, run.day, talk.wardrobe.local_time.date())
    )


def kinds_in_words(talk: Talk, shoe: Shoe) -> str:
    """What a pair is kept for: "races and long runs"."""
    kinds = [talk.say(f"shoes.kinds.{kind}") for kind in RunKind if kind in shoe.kinds]
    return talk.words.join(kinds)
