"""What is not clear is told with more words again: of that exercise alone."""

from typing import Final

from skill.coach.cue_sheet import Place
from skill.coach.telling import Telling
from skill.coach.walkthrough import Walkthrough
from skill.conversation.turn.talk import Talk
from skill.value import replace

EARLY: Final = 5
"""Counts of a first bout; who pauses or leaves so soon was not ready, or did not know how."""


def bring_back(talk: Talk, exercise: str) -> None:
    """Tell more of the exercise with this id, now and the next time: the runner did not know how."""
    walkthrough = talk.resumable
    if walkthrough is None or exercise not in walkthrough.settled:
        talk.profile = talk.profile.with_telling_brought_back(exercise)
    if walkthrough and exercise in walkthrough.plan.routine.ids:
        told = walkthrough.plan.tellings.get(exercise, Telling.FULL)
        plan = walkthrough.plan.with_telling(exercise, told.brought_back)
        talk.walkthrough = replace(walkthrough, plan=plan).settle({exercise})


def bring_back_current(talk: Talk) -> None:
    """The same for the exercise under way, if there is one."""
    if talk.resumable:
        bring_back(talk, _current(talk.resumable))


def bring_back_if_early(talk: Talk) -> None:
    """The same where a pause or a skip comes in an explanation or right after it."""
    if talk.resumable and talk.interrupted and _is_early(talk.resumable.place):
        bring_back_current(talk)


def keep_telling(talk: Talk) -> None:
    """Tell as much of the exercise under way the next time: the runner asked about it, and knew what."""
    if talk.resumable and talk.walkthrough:
        talk.walkthrough = talk.walkthrough.settle({_current(talk.resumable)})


def _is_early(place: Place) -> bool:
    return place.bout == 0 and place.count <= EARLY


def _current(walkthrough: Walkthrough) -> str:
    return walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id
