"""Whether the runner is in a bout that can go on at once, and how much may be said in it."""

from datetime import timedelta
from typing import Final

from skill.coach.bout_moves import bout_at
from skill.coach.cue_sheet import Place
from skill.coach.entry import seconds_at_once
from skill.coach.routine import Plan
from skill.coach.walkthrough import Walkthrough
from skill.conversation.turn.talk import Talk

LONGEST_GAP: Final = 6.0
"""Seconds from the end of the runner's word in a bout to its next count."""
IN_POSITION: Final = timedelta(seconds=30)
"""So long a runner who was asked something in a bout is thought to have kept the position."""


def in_position(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether the runner is in the bout at the walkthrough's place: a word came in it, or a question did."""
    if counted := talk.counted:
        return talk.as_found is not None and _is_same_bout(talk.as_found.plan, counted, walkthrough)
    asked = talk.asked is not None and talk.asked.keeps_position()
    return asked and walkthrough.place.count > 0 and talk.turn.at - walkthrough.touched_at <= IN_POSITION


def _is_same_bout(plan: Plan, counted: Place, walkthrough: Walkthrough) -> bool:
    """Whether the walkthrough is in the bout that was counted; its sides may have changed since."""
    place = walkthrough.place
    same = (counted.step, counted.bout) == (place.step, place.bout)
    return same and bout_at(plan, counted).side is bout_at(walkthrough.plan, place).side


def fits_in_bout(talk: Talk, walkthrough: Walkthrough, answer: str) -> bool:
    """Whether a bout that the runner is in can go on behind the answer within `LONGEST_GAP`."""
    place, preferences = walkthrough.place, walkthrough.plan.preferences
    bout = walkthrough.plan.routine.steps[place.step].bouts(preferences)[place.bout]
    return seconds_at_once(talk.phrasebook, bout, place, preferences, talk.noticed(answer)) <= LONGEST_GAP
