"""What fits the runner's time: a routine shortened before it begins, or under way."""

from collections.abc import Mapping, Sequence
from math import inf

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.preferences import HOLD_STEP, LONGEST_HOLD, SHORTEST_HOLD
from skill.coach.routine import Plan
from skill.coach.timing import BREATH
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import BodyArea, Exercise, RoutineName
from skill.conversation.stretching.coaching_settings import (
    HoldChange,
    change_hold,
    hold_changed,
    hold_now,
    set_hold,
)
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.performing import Ready, begin, perform
from skill.conversation.stretching.routines import (
    StartOffered,
    doable_now,
    exercises_now,
    length_of,
    plan_of,
)
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import OpenQuestion, SettingOffered, Wanted
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import SpokenDistance
from skill.speech.numbers import duration_in_words, rough_duration_in_words
from skill.value import replace

SHORTEST_TIME = 60
LONGEST_TIME = 3600
"""Seconds that "I only have ..." may name."""
TOO_LONG_FOR_A_HOLD = 180
"""Whole minutes from which "make it ten minutes" is the runner's time: nobody asks for such a hold."""
QUICK_SECONDS = 180
"""What "a quick one" takes, our figure: two exercises without haste."""
CLOSING_SECONDS = 7
"""What the words at the end take of the runner's time."""
OVER = 2
"""Seconds that nobody notices."""


class RoutineWithin(OpenQuestion, name="routine-within"):
    """Which routine is to fit the runner's time.

    Attributes:
        seconds: the time.
    """

    over_with_a_routine = True

    seconds: int

    def named_answers(self) -> tuple[str, ...]:
        """The two."""
        return ("post_run", "pre_run")

    def routine(self, talk: Talk, routine: RoutineName) -> Outcome:
        """Start it, shortened."""
        return limit_time(talk, self.seconds, routine)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """A number that corrects the time is minutes: "actually make it ten"."""
        minutes = distance.whole_number()
        return None if minutes is None else limit_time(talk, minutes * 60, None)

    def you_choose(self, talk: Talk) -> Outcome:
        """Start what is good on any day."""
        chosen = selection.exercises_between_runs(doable_now(talk))
        return _start_within(talk, RoutineName.POST_RUN, chosen, self.seconds)

    def words(self, talk: Talk) -> str:
        """The question, with the time said back."""
        return talk.line("routine.which_within", time=duration_in_words(talk.phrasebook, self.seconds))


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


class HoldsThatLong(SettingOffered, name="holds-that-long"):
    """Whether each hold is to last as long as was said: "half a minute" is no time for a routine.

    Attributes:
        seconds: how long.
    """

    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Set it."""
        return set_hold(talk, self.seconds)

    def no(self, talk: Talk) -> Outcome:
        """Ask how much time there is."""
        return talk.ask_or_go_on(HowMuchTime(None))

    def words(self, talk: Talk) -> str:
        """The question; where no routine could be meant, nothing of one."""
        return (
            self.again(talk) if self.in_routine else talk.line("routine.too_short", question=self.again(talk))
        )

    def values(self, talk: Talk) -> Mapping[str, str]:
        """The time, said back."""
        return {"time": duration_in_words(talk.phrasebook, self.seconds)}


class HoldsChanged(HoldsThatLong, name="holds-changed"):
    """Whether each hold is to last as long as "double it" makes it, which may have been said of a run."""

    def no(self, talk: Talk) -> Outcome:
        """Leave them as they are."""
        return talk.say(talk.line("answers.nothing_changed"), invitation=AnythingElse())

    def words(self, talk: Talk) -> str:
        """The question alone."""
        return self.again(talk)


def limit_time(
    talk: Talk, seconds: int | None, routine: RoutineName | None, area: BodyArea | None = None
) -> Outcome:
    """Start what fits the runner's time, or shorten what is under way.

    What can only be the length of a hold is asked about.

    Args:
        talk: the turn.
        seconds: the time; None for "a quick one".
        routine: the one that was named; None for none.
        area: the place in the body that it is for; None for none.
    """
    if routine is None and seconds is not None and SHORTEST_HOLD <= seconds < SHORTEST_TIME:
        return talk.ask(HoldsThatLong(seconds, in_routine=talk.interrupted))
    if seconds is not None and not SHORTEST_TIME <= seconds <= LONGEST_TIME:
        return talk.ask_or_go_on(HowMuchTime(routine))
    walkthrough = talk.resumable
    if not routine and not area and walkthrough and (talk.interrupted or isinstance(talk.asked, Ready)):
        return _shorten(talk, walkthrough, seconds)
    return _start_limited(talk, seconds or QUICK_SECONDS, routine, area)


def offer_change_of_holds(talk: Talk, change: HoldChange | None, seconds: int | None) -> Outcome:
    """Ask before holds are made longer or shorter, where something else may be meant."""
    if change is None:
        return change_hold(talk, change, seconds)
    return talk.ask(HoldsChanged(hold_changed(hold_now(talk), change, seconds or HOLD_STEP)))


def hold_or_time(talk: Talk, seconds: int | None) -> Outcome:
    """Make holds this long; so many minutes are the runner's time: "make it ten minutes"."""
    if seconds and seconds >= TOO_LONG_FOR_A_HOLD and seconds % 60 == 0:
        return limit_time(talk, seconds, None)
    return set_hold(talk, seconds)


def _start_limited(talk: Talk, seconds: int, routine: RoutineName | None, area: BodyArea | None) -> Outcome:
    """Start what was named or offered, in so many seconds; ask which routine where nothing was."""
    if area:
        suiting = selection.exercises_for_area(doable_now(talk), area)
        return _start_within(talk, RoutineName.POST_RUN, suiting, seconds)
    if routine:
        return _start_within(talk, routine, exercises_now(talk, routine), seconds)
    if isinstance(talk.asked, StartOffered):
        offered = [talk.exercises[id_] for id_ in talk.asked.exercises if id_ in talk.exercises]
        return _start_within(talk, RoutineName.POST_RUN, offered, seconds)
    return talk.ask(RoutineWithin(seconds))


def number_in_routine(talk: Talk, number: int) -> Outcome:
    """A number was said in a routine and nothing else: asked whether holds are meant, if they can be so long.

    What else it is, is most likely counted along with the coach.
    """
    if SHORTEST_HOLD <= number <= LONGEST_HOLD and number % HOLD_STEP == 0:
        return talk.ask(HoldsThatLong(number, in_routine=True))
    return talk.say("")


def _start_within(talk: Talk, name: RoutineName, chosen: Sequence[Exercise], seconds: int) -> Outcome:
    if not chosen:
        return talk.say(talk.line("routine.nothing_fits"))

    def length(plan: Plan) -> float:
        opening = talk.phrasebook.seconds(_opening(talk, plan, seconds)) + BREATH
        return opening + length_of(talk, plan) + CLOSING_SECONDS

    plan = selection.fit(plan_of(talk, name, chosen), seconds + OVER, length)
    return begin(talk, plan, _opening(talk, plan, seconds))


def _opening(talk: Talk, plan: Plan, seconds: int) -> str:
    """Few words: they are a part of the runner's time."""
    steps = plan.routine.steps
    time = duration_in_words(talk.phrasebook, seconds)
    names = exercise_names(talk, (step.exercise.id for step in steps))
    return talk.line("routine.opening_within", count=len(steps), names=names, time=time)


def _shorten(talk: Talk, walkthrough: Walkthrough, seconds: int | None) -> Reply:
    """Fit what is left of the routine under way into the time, from the bout that was left on.

    Args:
        talk: the turn.
        walkthrough: stopped.
        seconds: the time; None for half of what is left.
    """
    routine, place = walkthrough.plan.routine, walkthrough.place
    rest = replace(routine, steps=routine.steps[place.step :])

    def left(plan: Plan) -> Place | None:
        return plan.routine.next_place(Place(0, place.bout, place.count), plan.preferences)

    def length(plan: Plan) -> float:
        start = left(plan)
        return remaining_seconds(plan, start, talk.phrasebook) if start else inf

    plan = replace(walkthrough.plan, routine=rest)
    limit = seconds or max(SHORTEST_TIME, length(plan) / 2)
    opening = talk.line("routine.shortened", time=duration_in_words(talk.phrasebook, SHORTEST_TIME))
    spoken = talk.phrasebook.seconds(opening) + BREATH + CLOSING_SECONDS
    plan = selection.fit(plan, limit - spoken + OVER, length, keep=1)
    start = left(plan) or Place(0)
    time = rough_duration_in_words(talk.phrasebook, remaining_seconds(plan, start, talk.phrasebook))
    shortened = replace(walkthrough, plan=plan, place=start)
    return perform(talk, shortened, start, talk.line("routine.shortened", time=time))
