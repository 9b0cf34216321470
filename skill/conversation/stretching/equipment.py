"""What the runner has at hand."""

from dataclasses import replace

from skill.coach import selection
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Equipment, Form, RoutineName
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.routines import doable_now
from skill.conversation.stretching.settings_change import change_settings
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot


def lack(talk: Talk, heard: Slot | None, item: Equipment | None) -> Outcome:
    """Leave out what needs this, until the runner has it; another pre-run exercise takes the place.

    Args:
        talk: the turn.
        heard: the thing as it was said; None where none was.
        item: the thing; None where it is none that an exercise needs.
    """
    if item is None:
        return _unknown(talk, heard)
    change_settings(talk, replace(talk.profile, missing=talk.profile.missing | {item}))
    left_out = [exercise.id for exercise in talk.exercises.values() if item in exercise.equipment]
    names = exercise_names(talk, left_out)
    text = talk.line("equipment_talk.left_out", equipment=talk.line(f"equipment.{item}"), exercises=names)
    walkthrough = talk.resumable
    if walkthrough:
        changed = _without(talk, walkthrough, item)
        if changed is None:
            talk.walkthrough = walkthrough.finish(talk.turn.at)
            return talk.say(f"{text} {talk.line('equipment_talk.nothing_left')}")
        talk.walkthrough = changed
    return talk.say(text)


def have(talk: Talk, heard: Slot | None, item: Equipment | None) -> Outcome:
    """Take up again what needs this; the arguments are those of `lack`."""
    if item is None:
        return _unknown(talk, heard)
    change_settings(talk, replace(talk.profile, missing=talk.profile.missing - {item}))
    return talk.say(talk.line("equipment_talk.back_in", equipment=talk.line(f"equipment.{item}")))


def ask_whether_at_hand(talk: Talk, item: Equipment) -> Outcome:
    """A thing was named and nothing else: say what can be said of it."""
    text = talk.line("equipment_talk.at_hand_or_not", equipment=talk.line(f"equipment.{item}"))
    return talk.ask_or_go_on(Choice(text))


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
            replace(
                routine.steps[-1], exercise=exercise, form=talk.profile.forms.get(exercise.id, Form.STANDARD)
            )
            for exercise in spare[:wanted]
        ]
    if not ahead:
        return None
    kept = bool(ahead and ahead[0] == routine.steps[place.step])
    plan = replace(walkthrough.plan, routine=replace(routine, steps=(*behind, *ahead)))
    return replace(walkthrough, plan=plan, place=place if kept else replace(place, bout=0, count=0))


def _unknown(talk: Talk, heard: Slot | None) -> Outcome:
    things = talk.phrasebook.join([talk.line(f"equipment.{item}") for item in Equipment], choice=True)
    if heard:
        return talk.say(talk.line("equipment_talk.not_needed", equipment=things))
    return talk.ask_or_go_on(Choice(talk.line("equipment_talk.unknown", equipment=things)))
