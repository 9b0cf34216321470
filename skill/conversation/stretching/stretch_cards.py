"""Cards about stretching, for the companion app: a routine with its doses, and how the runner is coached.

A card is for what is worth reading later, and is sent when that is told: with a routine that begins, not when
it goes on, and no more once its exercises are known by heart.
"""

from collections.abc import Sequence

from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.exercise_words import dose_line, instruction
from skill.coach.routine import Plan
from skill.conversation.stretching.equipment_words import needed_for, things_in_words
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.turn.reply import Card
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import rough_duration_in_words


def card_of_beginning(talk: Talk, plan: Plan) -> Card | None:
    """The card of a routine that begins; None where the runner knows all of it without being told how."""
    explains = any(plan.telling(step).explains for step in plan.routine.steps)
    return routine_card(talk, plan) if explains else None


def routine_card(talk: Talk, plan: Plan) -> Card:
    """A routine: what to have at hand, and of each exercise how much and how it is done."""
    figures = talk.phrasebook.in_figures()
    time = rough_duration_in_words(figures, remaining_seconds(plan, Place(0), talk.phrasebook))
    title = talk.line("cards.routine", routine=talk.line(f"routines.{plan.routine.name}"), time=time)
    lines = []
    needed = needed_for(plan)
    if needed:
        lines.append(talk.line("cards.needed", things=things_in_words(talk, needed)))
    for number, step in enumerate(plan.routine.steps, start=1):
        name = _capitalised(exercise_name(talk, step.exercise.id))
        dose = dose_line(figures, step, step.bouts(plan.preferences)[0])
        how = instruction(talk.phrasebook, step, None)
        lines.append(talk.line("cards.exercise", number=str(number), exercise=name, dose=dose, how=how))
    return Card(_capitalised(title), (*lines, talk.line("cards.careful")))


def settings_card(talk: Talk, settings: Sequence[str]) -> Card:
    """How the runner is coached, a line a setting, and how it is changed."""
    return Card(talk.line("cards.settings"), (*settings, talk.line("cards.change_settings")))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
