"""Says where in a routine a runner is."""

from skill.coach.cue_sheet import Place
from skill.coach.routine import Bout
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import DoseKind
from skill.conversation.talk import Talk


def exercise_name(talk: Talk, walkthrough: Walkthrough) -> str:
    """The name of the exercise at the walkthrough's place."""
    return talk.say(f"exercises.{walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id}.name")


def place_in_words(talk: Talk, walkthrough: Walkthrough) -> str:
    """The walkthrough's place: "toes on the wall, second hold, left side, at count six"."""
    place = walkthrough.place
    step = walkthrough.plan.routine.steps[place.step]
    bout = step.bouts(walkthrough.plan.preferences)[place.bout]
    name = exercise_name(talk, walkthrough)
    if place == Place(place.step):
        return talk.say("place.beginning", exercise=name)
    parts = [name]
    if bout.sets > 1:
        kind = talk.say(f"place.kinds.{bout.kind}")
        parts.append(talk.say("place.set", ordinal=talk.say(f"ordinals.{bout.set}"), kind=kind))
    if bout.side:
        parts.append(talk.say("place.side", side=talk.say(f"sides.{bout.side}")))
    if place.count:
        parts.append(_count_in_words(talk, bout, place.count))
    return ", ".join(parts)


def _count_in_words(talk: Talk, bout: Bout, count: int) -> str:
    if bout.kind is DoseKind.HOLD:
        return talk.say("place.at_count", count=count)
    if bout.kind is DoseKind.MASSAGE:
        return talk.say("place.seconds_in", count=count)
    return talk.say("place.repetitions_done", count=count)
