"""More of the hold, the massage or the repetitions under way, and of these alone: no setting is changed."""

from skill.coach.cue_sheet import Place
from skill.coach.routine import LONGEST_BOUT
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import DoseKind
from skill.conversation.stretching.navigating import pause, repeat
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.value import replace

A_FEW = {DoseKind.HOLD: 10, DoseKind.MASSAGE: 15, DoseKind.REPETITIONS: 3}
"""Seconds, or repetitions, of who wants "a few more" and names no number."""
A_WHILE = 60
"""Seconds: who wants that much more while nothing is counted wants to wait: "another two minutes, please"."""


def more_of_this(talk: Talk, seconds: int | None, number: int | None) -> Outcome:
    """Go on for so much longer, at once where the runner is in it, else when the routine goes on.

    Args:
        talk: the turn.
        seconds: how many more; None where no seconds were named.
        number: how many more of what the exercise goes by; None where nothing like that was named.
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("walkthrough.nothing_under_way"))
    if seconds and seconds >= A_WHILE and not talk.interrupted:
        return pause(talk)
    place = place_meant(talk, walkthrough)
    step = walkthrough.plan.routine.steps[place.step]
    bout = step.bouts(walkthrough.plan.preferences)[place.bout]
    by_repetitions = bout.kind is DoseKind.REPETITIONS
    if number == 1 and not by_repetitions:
        return repeat(talk)
    more = round(seconds / bout.unit) if seconds and by_repetitions else seconds or number
    more = min(more or A_FEW[bout.kind], LONGEST_BOUT[bout.kind] - bout.amount)
    if more < 1:
        return talk.say(talk.line("more.longest"))
    steps = list(walkthrough.plan.routine.steps)
    steps[place.step] = step.extended(place.bout, more)
    routine = replace(walkthrough.plan.routine, steps=tuple(steps))
    talk.walkthrough = replace(walkthrough, plan=replace(walkthrough.plan, routine=routine), place=place)
    return talk.say(talk.line(f"more.{'repetitions' if by_repetitions else 'seconds'}", count=more))


def place_meant(talk: Talk, walkthrough: Walkthrough) -> Place:
    """The place in the bout that is meant: the one under way, else the end of the one that is just over."""
    found, place = talk.as_found, walkthrough.place
    if found is None or found.performance is None:
        return place
    if talk.interrupted:
        return found.over_at(talk.turn.at) or place
    steps, preferences = walkthrough.plan.routine.steps, walkthrough.plan.preferences
    before = Place(place.step, place.bout - 1) if place.bout else Place(place.step - 1)
    if before.step < 0:
        return place
    bouts = steps[before.step].bouts(preferences)
    bout = before.bout if place.bout else len(bouts) - 1
    return Place(before.step, bout, bouts[bout].amount)
