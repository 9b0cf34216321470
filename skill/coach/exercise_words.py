"""The words of an exercise in the form in which it is done."""

from skill.coach.routine import Step
from skill.coach.script import Wording
from skill.content.exercise import DoseKind


def exercise_line(words: Wording, step: Step, name: str, **values: str | int) -> str:
    """The exercise's line of that name: the form's own, or else the standard one."""
    return words.say(_key(words, step, name), **values)


def exercise_lines(words: Wording, step: Step, name: str) -> list[str]:
    """The exercise's list of that name, empty where it has none."""
    key = _key(words, step, name)
    return words.all(key) if key in words else []


def start_line(words: Wording, step: Step, side: str | None) -> str:
    """The reminder of the position before a bout."""
    return exercise_line(words, step, "start", side=words.say(f"sides.{side}") if side else "")


def dose_line(words: Wording, kind: DoseKind, amount: int, sets: int, *, sided: bool) -> str:
    """How much of the exercise is ahead: "twenty seconds at a time, two times on each side"."""
    times = words.say("coach.dose.times", count=sets)
    key = f"coach.dose.{kind}{'_sided' if sided else ''}{'_once' if sets == 1 else ''}"
    return words.say(key, count=amount, times=times)


def _key(words: Wording, step: Step, name: str) -> str:
    own = f"exercises.{step.exercise.id}.{step.form}.{name}"
    return own if own in words else f"exercises.{step.exercise.id}.{name}"
