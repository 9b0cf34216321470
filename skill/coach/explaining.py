"""What is said around the bouts of an exercise: as much as its runner needs."""

from typing import Final

from skill.coach.exercise_words import dose_line, exercise_line, instruction, start_line
from skill.coach.routine import Bout, Routine, Step
from skill.coach.telling import Telling
from skill.content.exercise import DoseKind, Side
from skill.content.instruction import InstructionSlot
from skill.content.language import Language
from skill.value import Value

_ALWAYS: Final = (InstructionSlot.MOVEMENT, InstructionSlot.DIRECTION, InstructionSlot.NOT_FELT)
_WHERE_THERE_IS_TIME: Final = (InstructionSlot.FELT, InstructionSlot.EASE)
"""In the order of their weight."""


class Explanation(Value):
    """An explanation in the order in which it is said.

    Attributes:
        position: how to be; empty where the runner knows it.
        rest: said while the runner gets there.
        later: the slots that there was no time for, told before the second bout or in a massage.
    """

    position: str
    rest: str
    later: tuple[InstructionSlot, ...] = ()


def lead_line(language: Language, routine: Routine, step: Step, telling: Telling) -> str:
    """The exercise's name, where nothing else has named it."""
    whole = len(routine.steps) > 1
    first = whole and step == routine.steps[0]
    name = exercise_line(language, step, "name")
    if telling is Telling.FULL and not first:
        return language.say("coach.now", exercise=name, purpose=exercise_line(language, step, "purpose"))
    return language.say("coach.first" if first else "coach.now_known", exercise=name)


def next_line(language: Language, routine: Routine, index: int, telling: Telling) -> str:
    """The name of the exercise that comes next, said in the rest before it."""
    step = routine.steps[index]
    key = "coach.last_comes" if index + 1 == len(routine.steps) else "coach.next_comes"
    return language.say(
        key if telling.explains else f"{key}_known",
        exercise=exercise_line(language, step, "name"),
        position=language.say(f"positions.{step.exercise.position_in(step.form)}"),
    )


def explanation(
    language: Language, step: Step, bouts: tuple[Bout, ...], telling: Telling, room: float
) -> Explanation:
    """How the exercise is explained before its first bout.

    Args:
        language: the one that the coach speaks.
        step: the exercise and its form.
        bouts: all of its bouts.
        telling: how much is told.
        room: seconds that there are for it; what keeps a runner safe and right is told all the same.
    """
    first = bouts[0]
    match telling:
        case Telling.FULL:
            return _in_full(language, step, bouts, room)
        case Telling.BRIEF:
            told = [_side_line(language, first.side), instruction(language, step, first.side, _ALWAYS)]
            return Explanation("", _joined(*told, dose_line(language, step, first)))
        case _:
            safety = exercise_line(language, step, "safety")
            return Explanation("", _joined(_side_line(language, first.side), safety))


def _in_full(language: Language, step: Step, bouts: tuple[Bout, ...], room: float) -> Explanation:
    side = bouts[0].side
    position = instruction(language, step, side, [InstructionSlot.POSITION])
    told = {slot: instruction(language, step, side, [slot]) for slot in InstructionSlot}
    slots, dose = set(_ALWAYS), ""

    def text() -> str:
        chosen = [told[slot] for slot in InstructionSlot if slot in slots]
        return _joined(*chosen, dose)

    now_or_never = len(bouts) == 1 and bouts[0].kind is not DoseKind.MASSAGE

    def has_room(added: str) -> bool:
        return now_or_never or language.seconds(f"{position} {text()} {added}") <= room

    for slot in _WHERE_THERE_IS_TIME:
        if has_room(told[slot]):
            slots.add(slot)
    if has_room(amounts := dose_line(language, step, bouts[0])):
        dose = amounts
    later = tuple(slot for slot in _WHERE_THERE_IS_TIME if slot not in slots)
    return Explanation(position, text(), later)


def bout_line(language: Language, step: Step, bouts: tuple[Bout, ...], index: int, telling: Telling) -> str:
    """What leads from one bout to the next."""
    bout = bouts[index]
    switched = bout.side != bouts[index - 1].side
    last = bout.last and bout.sets > 1
    key = f"coach.{'switch' if switched else 'again'}"
    if telling is Telling.FULL:
        lead = language.say(f"coach.last_{'switch' if switched else 'again'}" if last else key)
        return f"{lead} {start_line(language, step, bout.side)}"
    said = [_side_line(language, bout.side) if switched else ""]
    if last and telling is not Telling.SIDE:
        said.append(language.say("coach.last"))
    elif not switched:
        said.append(language.say(key))
    if switched and telling is Telling.BRIEF:
        said.insert(0, language.say(key))
    return _joined(*said)


def _side_line(language: Language, side: Side | None) -> str:
    return language.say("coach.side", side=language.say(f"sides.{side}")) if side else ""


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))
