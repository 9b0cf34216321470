"""Moving about in what is under way: the check-up of a pair that was asked about last, else a routine."""

from collections.abc import Callable

from skill.conversation import opening_answers
from skill.conversation.bare_values import next_one as next_in_routine
from skill.conversation.shoes import checking
from skill.conversation.shoes.checking import Move
from skill.conversation.stretching import equipment, navigating, stopping
from skill.conversation.stretching.performing import resume_if_any
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def _moves(how: Move, in_routine: Callable[[Talk], Outcome]) -> Callable[[Talk], Outcome]:
    return lambda talk: checking.move(talk, how) or in_routine(talk)


pause = _moves(Move.PAUSE, opening_answers.not_yet)
resume = _moves(Move.RESUME, resume_if_any)
repeat = _moves(Move.REPEAT, navigating.repeat)
say_again = _moves(Move.REPEAT, navigating.say_again)
next_one = _moves(Move.NEXT, next_in_routine)
previous = _moves(Move.BACK, navigating.previous_exercise)
skip = _moves(Move.NEXT, lambda talk: equipment.skip_or_leave_out(talk, None))
start_over = _moves(Move.START_OVER, navigating.start_over)


def stop(talk: Talk) -> Outcome:
    """End the session; of a check-up under way it is said how to go on with it."""
    kept = checking.place_kept(talk)
    return talk.end(kept) if kept else stopping.stop(talk)
