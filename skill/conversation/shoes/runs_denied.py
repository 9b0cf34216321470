"""A run that was not run."""

from skill.conversation.shoes.deleting import DeleteRun
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.which_run import is_on
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day


def deny_run(talk: Talk, day: Day | None) -> Outcome:
    """Log nothing; a run of the log may be the one, told just now or of that day: ask whether it is to go.

    Args:
        talk: the turn.
        day: on which there was no run; None where none was said.
    """
    told = known_run(talk, talk.run_told)
    if told and (day is None or day.date is None or is_on(talk, told, day)):
        return talk.ask(DeleteRun(told.id))
    of_that_day = [run for run in talk.shoes.recent.runs if day and is_on(talk, run, day)]
    if of_that_day:
        return talk.ask(DeleteRun(of_that_day[0].id))
    return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))
