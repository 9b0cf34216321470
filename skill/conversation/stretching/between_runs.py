"""What is good on a day without a run: offered to who is neither back nor about to go."""

from collections.abc import Sequence

from skill.coach import selection
from skill.content.exercise import Exercise, RoutineName
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.performing import begin
from skill.conversation.stretching.routines import StartOffered, doable_now, length_of, plan_of
from skill.conversation.turn.invitations import end_quietly
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import rough_duration_in_words


class BetweenRunsOffered(StartOffered, name="between-runs-offered"):
    """Whether to do what is good between two runs, which nobody asked for."""

    def no(self, talk: Talk) -> Outcome:
        """Two noes are enough."""
        return end_quietly(talk)


def offer_between_runs(talk: Talk, line: str) -> Reply:
    """Offer it.

    Args:
        talk: the turn.
        line: the key of the offer.
    """
    chosen = selection.exercises_between_runs(doable_now(talk))
    offered = BetweenRunsOffered(exercises=tuple(exercise.id for exercise in chosen))
    return talk.ask(offered, _in_words(talk, line, chosen))


def start_between_runs(talk: Talk) -> Reply:
    """Start it, for who leaves the choice to the coach."""
    chosen = selection.exercises_between_runs(doable_now(talk))
    opening = _in_words(talk, "between_runs.chosen", chosen)
    return begin(talk, plan_of(talk, RoutineName.POST_RUN, chosen), opening)


def _in_words(talk: Talk, line: str, chosen: Sequence[Exercise]) -> str:
    seconds = length_of(talk, plan_of(talk, RoutineName.POST_RUN, chosen))
    time = rough_duration_in_words(talk.phrasebook, seconds)
    return talk.line(line, names=exercise_names(talk, (one.id for one in chosen)), time=time)
