"""The things that exercises need, in words."""

from skill.coach.routine import Plan
from skill.content.exercise import Equipment
from skill.conversation.turn.talk import Talk


def needed_for(plan: Plan) -> list[Equipment]:
    """What a plan needs, each thing once, in the order in which it is needed."""
    steps = plan.routine.steps
    return list(dict.fromkeys(item for step in steps for item in sorted(step.exercise.equipment)))


def things_in_words(talk: Talk, items: list[Equipment]) -> str:
    """Things by their names: "a wall, a chair and a frozen bottle"."""
    return talk.phrasebook.join(list(dict.fromkeys(thing_in_words(talk, item) for item in items)))


def thing_in_words(talk: Talk, item: Equipment) -> str:
    """A thing by its name, or by that of what stands in for it today."""
    instead = talk.profile.stand_ins.get(item)
    return talk.line(f"stand_ins.{item}.{instead}.name" if instead else f"equipment.{item}")
