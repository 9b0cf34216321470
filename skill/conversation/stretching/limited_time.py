"""What fits the runner's time: a routine shortened before it begins, or under way."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.preferences import SHORTEST_HOLD
from skill.coach.routine import Plan
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.conversation.stretching.coaching_settings import set_hold
from skill.conversation.stretching.performing import Ready, perform
from skill.conversation.stretching.routines import exercises_now, length_of, open_with, plan_of
from skill.conversation.turn.question import Offer, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import duration_in_words, rough_duration_in_words

SHORTEST_TIME = 60
LONGEST_TIME = 3600
"""Seconds that "I only have ..." may name."""
OPENING_SECONDS = 20
"""What the words ahead of the first exercise, and those at the end, take of the runner's time."""


@dataclass(frozen=True)
class RoutineWithin(OpenQuestion, name="routine-within"):
    """Which routine is to fit the runner's time.

    Attributes:
        seconds: the time.
    """

    over_with_a_routine = True

    seconds: int

    def routine(self, talk: Talk, routine: RoutineName) -> Outcome:
        """Start it, shortened."""
        return _start_within(talk, routine, self.seconds)

    def words(self, talk: Talk) -> str:
        """The question, with the time said back."""
        return talk.line("routine.which_within", time=duration_in_words(talk.phrasebook, self.seconds))


@dataclass(frozen=True)
class HowMuchTime(OpenQuestion, name="how-much-time"):
    """How much time there is for a routine.

    Attributes:
        routine_name: the one that was named; None where none was.
    """

    over_with_a_routine = True
    wanted = Wanted.DURATION

    routine_name: RoutineName | None

    def duration(self, talk: Talk, seconds: int) -> Outcome:
        """Start what fits."""
        return limit_time(talk, seconds, self.routine_name)


@dataclass(frozen=True)
class HoldsThatLong(Offer, name="holds-that-long"):
    """Whether each hold is to last as long as was said: "half a minute" is no time for a routine.

    Attributes:
        seconds: how long.
    """

    over_with_a_routine = False

    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Set it."""
        return set_hold(talk, self.seconds)

    def no(self, talk: Talk) -> Outcome:
        """Ask how much time there is."""
        return talk.ask_or_go_on(HowMuchTime(None))

    def values(self, talk: Talk) -> Mapping[str, str]:
        """The time, said back."""
        return {"time": duration_in_words(talk.phrasebook, self.seconds)}


def limit_time(talk: Talk, seconds: int | None, routine: RoutineName | None) -> Outcome:
    """Start what fits the runner's time; what can only be the length of a hold is asked about."""
    if routine is None and seconds is not None and SHORTEST_HOLD <= seconds < SHORTEST_TIME:
        return talk.ask(HoldsThatLong(seconds))
    if seconds is None or not SHORTEST_TIME <= seconds <= LONGEST_TIME:
        return talk.ask_or_go_on(HowMuchTime(routine))
    if routine:
        return _start_within(talk, routine, seconds)
    walkthrough = talk.resumable
    if walkthrough and (talk.interrupted or isinstance(talk.asked, Ready)):
        return _shorten(talk, walkthrough, seconds)
    return talk.ask(RoutineWithin(seconds))


def _start_within(talk: Talk, name: RoutineName, seconds: int) -> Reply:
    plan = selection.fit(
        plan_of(talk, name, exercises_now(talk, name)),
        seconds - OPENING_SECONDS,
        lambda candidate: length_of(talk, candidate),
    )
    return open_with(talk, name, plan)


def _shorten(talk: Talk, walkthrough: Walkthrough, seconds: int) -> Reply:
    """Fit what is left of the routine under way into the time, from the bout that was left on."""
    routine, place = walkthrough.plan.routine, walkthrough.place
    rest = replace(routine, steps=routine.steps[place.step :])

    def left(plan: Plan) -> Place | None:
        return plan.routine.next_place(Place(0, place.bout, place.count), plan.preferences)

    def length(plan: Plan) -> float:
        start = left(plan)
        return remaining_seconds(plan, start, talk.phrasebook) if start else inf

    plan = selection.fit(replace(walkthrough.plan, routine=rest), seconds - OPENING_SECONDS, length)
    start = left(plan) or Place(0)
    time = rough_duration_in_words(talk.phrasebook, remaining_seconds(plan, start, talk.phrasebook))
    shortened = replace(walkthrough, plan=plan, place=start)
    return perform(talk, shortened, start, talk.line("routine.shortened", time=time))
