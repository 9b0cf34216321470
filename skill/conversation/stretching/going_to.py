"""Going to another exercise of the routine by its number, or by so many back or ahead."""

from enum import StrEnum
from typing import Final

from skill.coach.cue_sheet import Place
from skill.conversation.stretching.navigating import skip
from skill.conversation.stretching.performing import perform
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot

LAST: Final = "last"
LAST_BUT_ONE: Final = "last-but-one"


class Way(StrEnum):
    """Which way so many exercises are gone by; the values are the ids of the slot type `Way`.

    Without those that come next goes on with the one under way: "skip the next one".
    """

    BACK = "back"
    AHEAD = "ahead"
    WITHOUT = "without"


def go_to(talk: Talk, number: str | None) -> Outcome:
    """Go to an exercise by its number.

    Args:
        talk: the turn.
        number: its place in the routine from "1", or `LAST` or `LAST_BUT_ONE`; None where it is not known.
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("walkthrough.nothing_under_way"))
    count = len(walkthrough.plan.routine.steps)
    known = {LAST: count, LAST_BUT_ONE: count - 1, **{str(one): one for one in range(1, count + 1)}}
    wanted = known.get(number or "", 0)
    if wanted < 1:
        return talk.say(talk.line("moving.so_many", count=count))
    return perform(talk, walkthrough, Place(wanted - 1))


def go_by(talk: Talk, way: Way | None, number: int | None) -> Outcome:
    """Go so many exercises back or ahead, as far as there are any."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("walkthrough.nothing_under_way"))
    steps = number if number and number > 0 else 1
    count, here = len(walkthrough.plan.routine.steps), walkthrough.place.step
    if way is Way.WITHOUT:
        ahead = walkthrough.plan.routine.steps[here + 1 : here + 1 + steps]
        ids = tuple(step.exercise.id for step in ahead)
        return skip(talk, Slot("", ids)) if ids else talk.say(talk.line("moving.so_many", count=count))
    wanted = here + (steps if way is Way.AHEAD else -steps)
    if wanted < 0:
        return perform(talk, walkthrough, Place(0), talk.line("walkthrough.is_first"))
    if wanted >= count:
        return talk.say(talk.line("moving.so_many", count=count))
    return perform(talk, walkthrough, Place(wanted))
