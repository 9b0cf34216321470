"""Questions about equipment: what is needed, and what does instead."""

from skill.content.exercise import Equipment
from skill.content.stand_ins import StandIn
from skill.conversation.stretching.at_hand import stand_in_names
from skill.conversation.stretching.equipment import StandInOffered, stands_in_for, which_things
from skill.conversation.stretching.equipment_words import thing_in_words
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def instead_of(talk: Talk, item: Equipment | None, instead: StandIn | None = None) -> Outcome:
    """What can be used instead of a thing, or whether something can."""
    if instead:
        return _judge(talk, instead, item)
    walkthrough = talk.resumable
    if item is None and walkthrough:
        here = walkthrough.plan.routine.steps[walkthrough.place.step].exercise
        item = next((one for one in Equipment if one in here.equipment), None)
    if item is None:
        return talk.ask_or_go_on(Choice(which_things(talk)))
    equipment = talk.line(f"equipment.{item}")
    return talk.say(
        talk.line("equipment_talk.instead_of", equipment=equipment, instead=stand_in_names(talk, item))
    )


def needed_here(talk: Talk) -> str:
    """What the exercise under way needs; empty where none is."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return ""
    step = walkthrough.plan.routine.steps[walkthrough.place.step]
    things = [thing_in_words(talk, item) for item in sorted(step.exercise.equipment)]
    if not things:
        return talk.line("equipment_talk.nothing_here")
    return talk.line("equipment_talk.here", equipment=talk.phrasebook.join(things))


def ask_whether_at_hand(talk: Talk, item: Equipment) -> Outcome:
    """A thing was named and nothing else: say what can be said of it."""
    text = talk.line("equipment_talk.at_hand_or_not", equipment=talk.line(f"equipment.{item}"))
    return talk.ask_or_go_on(Choice(text))


def _judge(talk: Talk, instead: StandIn, item: Equipment | None) -> Outcome:
    """Say that it does, and offer to take it."""
    meant = stands_in_for(talk, instead, item)
    offer = talk.line(f"stand_ins.{meant}.{instead}.offer")
    if talk.interrupted and talk.resumable:
        return talk.say(f"{offer} {talk.line('equipment_talk.tell_me')}")
    return talk.ask(StandInOffered(meant, instead), f"{offer} {talk.line('equipment_talk.shall_we')}")
