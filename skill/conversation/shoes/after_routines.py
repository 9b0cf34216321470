"""What shoes have to do with a routine: the pair of a run just logged, and worn shoes under sore feet."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from skill.conversation.shoes.words import NAMED_AT_MOST, about, exactly, pair_in_words, pairs_in_words, when
from skill.conversation.talk import Talk
from skill.shoes.run import Run
from skill.shoes.shoe import Stage

ASKED_WITHIN: Final = timedelta(days=1)
"""So long a runner knows which pair it was."""
LATELY: Final = timedelta(weeks=2)
NAMED_WITH_SORE_FEET: Final = 2


def run_to_place(talk: Talk) -> Run | None:
    """The run of the last day whose pair is not known and was not asked for after a routine yet."""
    wardrobe = talk.wardrobe
    newest = next(iter(wardrobe.recent.runs), None)
    if newest is None or newest.shoe or not wardrobe.rotation.active:
        return None
    fresh = talk.turn.at - newest.at <= ASKED_WITHIN
    return newest if fresh and newest.id != wardrobe.habits.asked_about else None


def ask_for_pair(talk: Talk, run: Run) -> str:
    """The question for its pair."""
    active = talk.wardrobe.rotation.active
    line = "which_pair" if len(active) <= NAMED_AT_MOST else "which_pair_many"
    return talk.say(
        f"shoes.after.{line}",
        distance=exactly(talk, run.metres),
        day=when(talk, run.at),
        names=pairs_in_words(talk, active, choice=True),
    )


def remember_asking(talk: Talk) -> None:
    """Note that the pair was asked for; that happens once a run."""
    run = run_to_place(talk)
    if run:
        talk.wardrobe.habits = replace(talk.wardrobe.habits, asked_about=run.id)


def shoes_worn_lately(talk: Talk) -> str:
    """How far the pairs of the last two weeks have run, for sore feet; empty when none was worn."""
    since = talk.turn.at - LATELY
    worn = [
        (last, shoe)
        for shoe in talk.wardrobe.rotation.active
        if (last := shoe.wear.last_run_at) is not None and last >= since
    ]
    if not worn:
        return ""
    worn.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    shoes = [shoe for _, shoe in worn[:NAMED_WITH_SORE_FEET]]
    names = [
        talk.say("shoes.after.worn_with", pair=pair_in_words(talk, shoe), distance=about(talk, shoe.metres))
        for shoe in shoes
    ]
    text = talk.say("shoes.after.worn_lately", names=talk.words.join(names))
    if any(shoe.stage is not Stage.FRESH for shoe in shoes):
        text = f"{text} {talk.say('shoes.after.old_shoes')}"
    return text
