"""What the runner has at hand."""

from dataclasses import replace

from skill.coach import selection
from skill.coach.routine import Step
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Equipment, Form, RoutineName
from skill.conversation.reply import Reply
from skill.conversation.stretching.describing import exercise_names
from skill.conversation.stretching.performing import carry_on
from skill.conversation.stretching.routines import doable_now
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot


def lack(talk: Talk, equipment: Slot | None) -> Reply:
    """Leave out what needs this, until the runner has it; another pre-run exercise takes the place."""
    item = _item(equipment)
    if item is None:
        return _unknown(talk)
    talk.profile = replace(talk.profile, missing=talk.profile.missing | {item})
    left_out = [exercise.id for exercise in talk.exercises.values() if item in exercise.equipment]
    names = exercise_names(talk, left_out)
    text = talk.say("equipment_talk.left_out", equipment=talk.say(f"equipment.{item}"), exercises=names)
    walkthrough = talk.under_way
    if walkthrough:
        changed = _without(talk, walkthrough, item)
        if changed is None:
            talk.walkthrough = walkthrough.finish(talk.turn.at)
            return carry_on(talk, f"{text} {talk.say('equipment_talk.nothing_left')}")
        talk.walkthrough = changed
    return carry_on(talk, text)


def have(talk: Talk, equipment: Slot | None) -> Reply:
    """Take up again what needs this."""
    item = _item(equipment)
    if item is None:
        return _unknown(talk)
    talk.profile = replace(talk.profile, missing=talk.profile.missing - {item})
    return carry_on(talk, talk.say("equipment_talk.back_in", equipment=talk.say(f"equipment.{item}")))


def _without(talk: Talk, walkthrough: Walkthrough, item: Equipment) -> Walkthrough | None:
    """The walkthrough without the steps still ahead that need the item; None when none is left."""
    place, routine = walkthrough.place, walkthrough.plan.routine
    behind = routine.steps[: place.step]
    ahead = [step for step in routine.steps[place.step :] if item not in step.exercise.equipment]
    if len(ahead) == len(routine.steps) - place.step:
        return walkthrough
    if routine.name is RoutineName.PRE_RUN:
        used = {step.exercise.id for step in (*behind, *ahead)}
        others = selection.exercises_in_routine(doable_now(talk), routine.name)
        spare = [exercise for exercise in others if exercise.id not in used]
        wanted = len(routine.steps) - len(behind) - len(ahead)
        ahead += [
            Step(exercise, talk.profile.forms.get(exercise.id, Form.STANDARD)) for exercise in spare[:wanted]
        ]
    if not ahead:
        return None
    kept = bool(ahead and ahead[0] == routine.steps[place.step])
    plan = replace(walkthrough.plan, routine=replace(routine, steps=(*behind, *ahead)))
    return replace(walkthrough, plan=plan, place=place if kept else replace(place, bout=0, count=0))


def _item(equipment: Slot | None) -> Equipment | None:
    return Equipment(equipment.ids[0]) if equipment and equipment.ids else None


def _unknown(talk: Talk) -> Reply:
    things = [talk.say(f"equipment.{item}") for item in Equipment]
    return carry_on(talk, talk.say("equipment_talk.unknown", equipment=talk.words.join(things, choice=True)))
