"""The words of an exercise in the form in which it is done."""

from collections.abc import Iterable

from skill.coach.routine import Bout, Step
from skill.content.exercise import Side
from skill.content.instruction import InstructionSlot
from skill.content.language import Language


def exercise_line(language: Language, step: Step, name: str, **values: str | int) -> str:
    """The exercise's line of that name: the form's own, or else the standard one.

    `{side}` is the side that begins, and `{other_side}` the one across from it.
    """
    return language.say(_key(language, step, name), **_sides(language, _first(step)), **values)


def exercise_lines(language: Language, step: Step, name: str) -> list[str]:
    """The exercise's list of that name, empty if it has none."""
    key = _key(language, step, name)
    return language.all(key) if key in language else []


def start_line(language: Language, step: Step, side: Side | None) -> str:
    """The reminder of the position before a bout."""
    return sided_line(language, step, "start", side)


def sided_line(language: Language, step: Step, name: str, side: Side | None) -> str:
    """The exercise's line of that name, with the side that works and the other one in their places."""
    return language.say(_key(language, step, name), **_sides(language, side or _first(step)))


def instruction(
    language: Language,
    step: Step,
    side: Side | None,
    slots: Iterable[InstructionSlot] = tuple(InstructionSlot),
) -> str:
    """What is told of the exercise, or these slots of it.

    Args:
        language: the one that the coach speaks.
        step: the exercise and its form.
        side: the side that works; None for the one that works first, or where both do.
        slots: in the order in which they are said.
    """
    return " ".join(sided_line(language, step, slot, side) for slot in slots)


def own_answer(language: Language, step: Step, aspect: str, side: Side | None) -> str | None:
    """The exercise's own answer to a question about its form; None where it has none."""
    exercise = step.exercise.id
    keys = (f"exercises.{exercise}.{step.form}.answers.{aspect}", f"exercises.{exercise}.answers.{aspect}")
    found = next((key for key in keys if key in language), None)
    return language.say(found, **_sides(language, side or _first(step))) if found else None


def dose_line(language: Language, step: Step, first: Bout) -> str:
    """How much of the exercise is ahead, by its first bout: how long and how often."""
    times = language.say("coach.dose.times", count=first.sets)
    way = "_each" if len(step.order) > 1 else ""
    key = f"coach.dose.{first.kind}{way}{'_once' if first.sets == 1 else ''}"
    return language.say(key, count=first.amount, times=times)


def _first(step: Step) -> Side | None:
    return step.order[0] if step.order else None


def _sides(language: Language, side: Side | None) -> dict[str, str]:
    if side is None:
        return {"side": "", "other_side": ""}
    return {"side": language.say(f"sides.{side}"), "other_side": language.say(f"sides.{side.other}")}


def _key(language: Language, step: Step, name: str) -> str:
    own = f"exercises.{step.exercise.id}.{step.form}.{name}"
    return own if own in language else f"exercises.{step.exercise.id}.{name}"
