"""The names of exercises, and where in a routine a runner is, in words."""

from collections.abc import Iterable

from skill.coach.cue_sheet import Place
from skill.coach.preferences import CountDirection
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import DoseKind
from skill.conversation.turn.talk import Talk


def exercise_name(talk: Talk, exercise: str) -> str:
    """The name of the exercise with this id."""
    return talk.line(f"exercises.{exercise}.name")


def exercise_names(talk: Talk, exercises: Iterable[str], *, choice: bool = False) -> str:
    """The names of the exercises with these ids in a row: "a, b and c", or with "or"."""
    return talk.phrasebook.join([exercise_name(talk, exercise) for exercise in exercises], choice=choice)


def name_at(talk: Talk, walkthrough: Walkthrough) -> str:
    """The name of the exercise at the walkthrough's place."""
    return exercise_name(talk, walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id)


def place_in_words(talk: Talk, walkthrough: Walkthrough) -> str:
    """The walkthrough's place: "toes on the wall, second hold, left side, at count six"."""
    place, name = walkthrough.place, name_at(talk, walkthrough)
    if place == Place(place.step):
        return talk.line("place.beginning", exercise=name)
    return ", ".join(part for part in (name, bout_in_words(talk, walkthrough)) if part)


def bout_in_words(talk: Talk, walkthrough: Walkthrough) -> str:
    """The walkthrough's place in its exercise: "second hold, left side, at count six"."""
    place = walkthrough.place
    step = walkthrough.plan.routine.steps[place.step]
    bout = step.bouts(walkthrough.plan.preferences)[place.bout]
    parts = []
    if bout.sets > 1:
        kind = talk.line(f"place.kinds.{bout.kind}")
        parts.append(talk.line("place.set", ordinal=talk.line(f"ordinals.{bout.set}"), kind=kind))
    if bout.side:
        parts.append(talk.line("place.side", side=talk.line(f"sides.{bout.side}")))
    if place.count:
        parts.append(count_in_words(talk, walkthrough))
    return ", ".join(parts)


def count_in_words(talk: Talk, walkthrough: Walkthrough) -> str:
    """How far the bout at the walkthrough's place is, in the figures that the runner has heard."""
    plan, place = walkthrough.plan, walkthrough.place
    bout, count = plan.routine.steps[place.step].bouts(plan.preferences)[place.bout], place.count
    down = plan.preferences.count_direction is CountDirection.DOWN
    if bout.kind is DoseKind.HOLD and down:
        return talk.line("place.seconds_to_go", count=bout.amount - count)
    if bout.kind is DoseKind.HOLD:
        return talk.line("place.at_count", count=count)
    if bout.kind is DoseKind.MASSAGE:
        return talk.line("place.seconds_in", count=count)
    return talk.line("place.repetitions_done", count=count)
