"""Which run is meant."""

from skill.conversation.shoes.run_changes import known_run, run_to_change
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day, latest
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.run import Run


def run_in_question(talk: Talk, day: Day | None = None) -> Run:
    """The run told last in this conversation, else the newest; where a day was said, one of that day.

    Raises:
        RefusedError: there is none, or none of that day.
    """
    told, recent = known_run(talk, talk.run_told), talk.shoes.recent.runs
    if told and (day is None or is_on(talk, told, day)):
        return told
    if day is None:
        return run_to_change(talk, recent[0].id if recent else None)
    of_that_day = next(
        (known for run in recent if is_on(talk, run, day) and (known := known_run(talk, run.id))), None
    )
    if of_that_day is None:
        raise RefusedError(Refusal.NO_RUN_THEN)
    return of_that_day


def is_on(talk: Talk, run: Run, day: Day) -> bool:
    """Whether the run was on the day, which is one gone by."""
    now = talk.place_settings.read_local_time()
    return day.date is not None and run.day == latest(day.date, now)
