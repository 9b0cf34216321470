"""Runs that are told by voice after they have come in from elsewhere."""

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunChanged
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.worn_shoes import worn_in_open
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.ledger import replace_run
from skill.shoes.run import Run
from skill.shoes.sources import far_off


def run_that_came_in(talk: Talk, told: Run) -> Run | None:
    """The run that may be this one: of the same day, about as far, and not told by voice yet; None for none.

    Args:
        talk: the turn.
        told: the run as it would be logged.
    """
    alike = [
        run
        for run in talk.shoes.recent.runs
        if run.day == told.day and not run.told_by_voice and far_off(told.metres, run.sources) == 0
    ]
    return min(alike, key=lambda run: (abs(run.metres - told.metres), run.id), default=None)


def say_told(talk: Talk, came_in: Run, told: Run) -> Outcome:
    """Keep what was told of a run that came in; ask for its pair where nobody has told it."""
    run = came_in.told_too(told)
    talk.shoes.keep(replace_run(talk.shoes.rotation, came_in, run, talk.shoes.recent.runs))
    talk.changed(RunChanged(came_in, run))
    talk.run_told = run.id
    shoe = talk.shoes.rotation.find(run.shoe)
    text = talk.line(f"shoes.log.told_too{'' if shoe else '_unknown'}", **run_in_words(talk, run))
    question = worn_in_open(talk)
    if question:
        return talk.ask(question, f"{text} {question.again(talk)}")
    return say_about_shoes(talk, text, just_named=shoe)
