"""What puts the log right once the runner has said yes to a cause; each way is taken back by "undo"."""

from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunChanged, RunDeleted, RunLogged
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.shoe_words import capitalised, pair_in_words, rounded_distance
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.books import Cause, Guess
from skill.shoes.days import past_time
from skill.shoes.ledger import log_run, replace_run
from skill.shoes.limits import check_time
from skill.shoes.pairs import with_starting_distance
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe


def put_right(talk: Talk, shoe: Shoe, guess: Guess) -> Outcome:
    """Log the run that is missing, delete the one that is doubled, put one on its pair, or set the start.

    Args:
        talk: the turn.
        shoe: the pair whose totals differ.
        guess: the cause.
    """
    match guess:
        case Guess(cause=Cause.MISSING):
            return _log_missing(talk, shoe, guess)
        case Guess(cause=Cause.DOUBLED, run=Run() as run):
            deleted = RunLogged(run).take_back(talk)
            talk.changed(RunDeleted(run))
            return deleted
        case Guess(cause=Cause.IN_OTHER_PAIR, run=Run() as run):
            return _put_on(talk, run, shoe.id)
        case Guess(cause=Cause.FROM_OTHER_PAIR, run=Run() as run):
            return _put_on(talk, run, guess.pair)
    moved = with_starting_distance(shoe, shoe.starting_metres + guess.metres)
    after = change_pair(talk, shoe, talk.shoes.rotation.with_shoe(moved))
    return _say_total(talk, after, "books.done.start")


def _put_on(talk: Talk, run: Run, shoe_id: str | None) -> Outcome:
    """Put a run on a pair; where it is not known which, that stays open."""
    after, before = run.put_on(shoe_id), talk.shoes.rotation.find(run.shoe)
    talk.shoes.keep(replace_run(talk.shoes.rotation, run, after, talk.shoes.recent.runs))
    talk.changed(RunChanged(run, after))
    talk.run_told = run.id
    worn = talk.shoes.rotation.find(shoe_id)
    if worn is None and before:
        return _say_total(talk, talk.shoes.rotation.find(before.id) or before, "books.done.open")
    return say_about_shoes(
        talk, talk.line("shoes.correct.pair", **run_in_words(talk, after)), just_named=worn
    )


def _log_missing(talk: Talk, shoe: Shoe, guess: Guess) -> Outcome:
    now = talk.place_settings.read_local_time()
    day = guess.day or now.date()
    at = past_time(day, None, now)
    check_time(at, now)
    run = Run(talk.turn.id, at, day, guess.metres, shoe.id)
    talk.shoes.keep(log_run(talk.shoes.rotation, run))
    talk.changed(RunLogged(run))
    talk.run_told = run.id
    line = talk.line("shoes.log.logged", **run_in_words(talk, run))
    return say_about_shoes(talk, line, just_named=talk.shoes.rotation.find(shoe.id))


def _say_total(talk: Talk, shoe: Shoe, key: str) -> Outcome:
    pair, distance = capitalised(pair_in_words(talk, shoe)), rounded_distance(talk, shoe.metres)
    return say_about_shoes(talk, talk.line(key, pair=pair, distance=distance))
