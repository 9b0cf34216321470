"""Questions about the form of an exercise, answered in one breath from what is told of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from skill.coach.exercise_words import exercise_line, instruction, own_answer
from skill.coach.routine import Step
from skill.content.exercise import Form, Side
from skill.content.instruction import InstructionSlot
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.tellings import keep_telling
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot


class Aspect(StrEnum):
    """What of the form is asked about; the values are the ids of the `Aspect` slot."""

    POSITION = "position"
    MOVEMENT = "movement"
    DIRECTION = "direction"
    FELT = "felt"
    PAIN = "pain"
    EASE = "ease"
    HARD = "hard"
    FAR = "far"
    SPEED = "speed"
    BREATHING = "breathing"
    BOUNCE = "bounce"
    BURN = "burn"
    UNEVEN = "uneven"
    SPOT = "spot"
    KNEE = "knee"
    HEEL = "heel"
    TOES = "toes"
    FOOT = "foot"
    HANDS = "hands"
    HIPS = "hips"
    BACK = "back"
    WEIGHT = "weight"
    SOCK = "sock"
    EYES = "eyes"
    PURPOSE = "purpose"
    BALANCE = "balance"


_SLOTS: Final[Mapping[Aspect, InstructionSlot]] = {
    Aspect.POSITION: InstructionSlot.POSITION,
    Aspect.MOVEMENT: InstructionSlot.MOVEMENT,
    Aspect.DIRECTION: InstructionSlot.DIRECTION,
    Aspect.FELT: InstructionSlot.FELT,
    Aspect.EASE: InstructionSlot.EASE,
}
"""The aspects that a slot of the instruction answers."""


class FormOfWhich(OpenQuestion, name="form-of-which"):
    """Of which exercise the form was asked about.

    Attributes:
        aspect: what was asked.
    """

    wanted = Wanted.EXERCISE

    aspect: Aspect

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:
        """Answer it."""
        return answer_about_form(talk, self.aspect, heard)


def answer_about_form(talk: Talk, aspect: Aspect | None, exercise: Slot | None) -> Outcome:
    """The answer for the exercise that was named, else the one under way, whose count then goes on.

    Args:
        talk: the turn.
        aspect: what is asked about; None where it is not known, which is answered by what to do.
        exercise: the one that was named; None for none.
    """
    aspect = aspect or Aspect.MOVEMENT
    walkthrough = talk.resumable
    known = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if exercise and not known:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(FormOfWhich(aspect), talk.line("routine.unknown_exercise", names=names))
    current = walkthrough.plan.routine.steps[walkthrough.place.step] if walkthrough else None
    if walkthrough and current and (not known or known[0] == current.exercise):
        keep_telling(talk)
        bout = current.bouts(walkthrough.plan.preferences)[walkthrough.place.bout]
        return talk.say(_answer(talk, current, bout.side, aspect), explain=False)
    if not known:
        return talk.ask(FormOfWhich(aspect))
    step = Step(known[0], talk.profile.forms.get(known[0].id, Form.STANDARD))
    return talk.say(_answer(talk, step, None, aspect))


def _answer(talk: Talk, step: Step, side: Side | None, aspect: Aspect) -> str:
    """The exercise's own answer, else that of a slot, else the one for exercises of its kind, or for all."""
    language = talk.phrasebook
    if own := own_answer(language, step, aspect, side):
        return own
    if aspect in _SLOTS:
        return instruction(language, step, side, [_SLOTS[aspect]])
    if aspect is Aspect.PURPOSE:
        return talk.line("form_questions.purpose", purpose=exercise_line(language, step, "purpose"))
    if aspect is Aspect.PAIN:
        not_felt = instruction(language, step, side, [InstructionSlot.NOT_FELT])
        return f"{not_felt} {exercise_line(language, step, 'safety')}"
    of_its_kind = f"form_questions.{step.exercise.dose.kind}.{aspect}"
    return talk.line(of_its_kind if of_its_kind in language else f"form_questions.{aspect}")
