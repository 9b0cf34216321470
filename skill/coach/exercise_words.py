"""The words of an exercise in the form in which it is done."""

from skill.coach.routine import Bout, Step
from skill.content.exercise import Side
from skill.content.language import Language


def exercise_line(language: Language, step: Step, name: str, **values: str | int) -> str:
    """The exercise's line of that name: the form's own, or else the standard one.

    `{side}` is the side that begins, and `{other_side}` the one across from it.
    """
    first = step.order[0] if step.order else None
    return language.say(_key(language, step, name), **_sides(language, first), **values)


def exercise_lines(language: Language, step: Step, name: str) -> list[str]:
    """The exercise's list of that name, empty if it has none."""
    key = _key(language, step, name)
    return language.all(key) if key in language else []


def start_line(language: Language, step: Step, side: Side | None) -> str:
    """The reminder of the position before a bout on this side."""
    return language.say(_key(language, step, "start"), **_sides(language, side))


def dose_line(language: Language, step: Step, first: Bout) -> str:
    """How much of the exercise is ahead, by its first bout: on which side it begins, how long, how often."""
    times = language.say("coach.dose.times", count=first.sets)
    side = language.say(f"sides.{first.side}") if first.side else ""
    way = "" if not first.side else "_alone" if len(step.order) == 1 else "_sided"
    key = f"coach.dose.{first.kind}{way}{'_once' if first.sets == 1 else ''}"
    return language.say(key, count=first.amount, times=times, side=side)


def _sides(language: Language, side: Side | None) -> dict[str, str]:
    if side is None:
        return {"side": "", "other_side": ""}
    return {"side": language.say(f"sides.{side}"), "other_side": language.say(f"sides.{side.other}")}


def _key(language: Language, step: Step, name: str) -> str:
    own = f"exercises.{step.exercise.id}.{step.form}.{name}"
    return own if own in language else f"exercises.{step.exercise.id}.{name}"
