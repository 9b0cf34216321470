"""The words of an exercise in the form in which it is done."""

from skill.coach.routine import Bout, Step
from skill.coach.script import Wording


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


def dose_line(words: Wording, first: Bout) -> str:
    """How much of the exercise is ahead, by its first bout: on which side it begins, how long, how often."""
    times = words.say("coach.dose.times", count=first.sets)
    side = words.say(f"sides.{first.side}") if first.side else ""
    key = f"coach.dose.{first.kind}{'_sided' if first.side else ''}{'_once' if first.sets == 1 else ''}"
    return words.say(key, count=first.amount, times=times, side=side)


def _key(words: Wording, step: Step, name: str) -> str:
    own = f"exercises.{step.exercise.id}.{step.form}.{name}"
    return own if own in words else f"exercises.{step.exercise.id}.{name}"
