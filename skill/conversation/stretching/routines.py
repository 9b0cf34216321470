"""Starting a routine: the whole of it, one exercise, what suits a sore place, or what fits a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import next_pair
from skill.coach.routine import Plan
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import BodyArea, Exercise, RoutineName
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.performing import Ready, begin, perform, wait
from skill.conversation.turn.invitations import Choice, WhatNext
from skill.conversation.turn.question import Offer, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.speech.numbers import duration_in_words, rough_duration_in_words

SHORTEST_TIME = 60
LONGEST_TIME = 3600
"""Seconds that "I only have ..." may name."""
OPENING_SECONDS = 20
"""What the words ahead of the first exercise, and those at the end, take of the runner's time."""


@dataclass(frozen=True, kw_only=True)
class StartOffered(Offer, name="start-offered"):
    """Whether to start the exercises that were offered.

    Attributes:
        exercises: their ids.
    """

    exercises: tuple[str, ...]

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The names of the exercises."""
        return {"exercises": exercise_names(talk, self.exercises)}

    def yes(self, talk: Talk) -> Outcome:
        """Start them."""
        chosen = [talk.exercises[id_] for id_ in self.exercises if id_ in talk.exercises]
        return _begin(talk, RoutineName.POST_RUN, chosen) if chosen else start_routine(talk, None)

    def no(self, talk: Talk) -> Outcome:
        """Leave them; without anything else to go on with, goodbye."""
        return not_now(talk)


class StretchesOffered(Offer, name="stretches-offered"):
    """Whether to do the post-run stretches, after a run was logged."""

    def yes(self, talk: Talk) -> Outcome:
        """Start them."""
        return start_routine(talk, RoutineName.POST_RUN)

    def no(self, talk: Talk) -> Outcome:
        """Not now."""
        return not_now(talk)


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


class ExerciseToStart(OpenQuestion, name="exercise-to-start"):
    """Which exercise to start."""

    over_with_a_routine = True
    wanted = Wanted.EXERCISE

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:
        """Start it."""
        return start_exercise(talk, heard)


def not_now(talk: Talk) -> Outcome:
    """Leave what was offered; without anything else to go on with, goodbye."""
    if talk.resumable or talk.waiting:
        return talk.say(talk.line("answers.as_you_like"))
    return talk.end(talk.line("walkthrough.goodbye"))


def start_routine(talk: Talk, name: RoutineName | None) -> Reply:
    """Start the routine that was named, or ask which."""
    if name is None:
        return talk.ask(WhatNext(), talk.line("routine.which"))
    return _start(talk, name, exercises_now(talk, name))


def start_exercise(talk: Talk, exercise: Slot | None) -> Reply:
    """Do one exercise by its name: within the routine under way where it belongs to it, else by itself."""
    found = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if not found:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(ExerciseToStart(), talk.line("routine.unknown_exercise", names=names))
    if len(found) > 1:
        names = exercise_names(talk, (one.id for one in found), choice=True)
        return talk.ask(ExerciseToStart(), talk.line("routine.which_exercise", names=names))
    walkthrough = talk.resumable
    if walkthrough:
        for index, step in enumerate(walkthrough.plan.routine.steps):
            if step.exercise == found[0]:
                return perform(talk, walkthrough, Place(index))
    return _begin(talk, found[0].routine, found)


def offer_for_area(talk: Talk, heard: Slot | None, area: BodyArea | None, before: str = "") -> Outcome:
    """Offer what suits a sore place; a routine waits when it is one that the coach knows nothing of.

    Args:
        talk: the turn.
        heard: the place as it was said; None where none was.
        area: the place, None where it is none that the coach looks after.
        before: said ahead of an offer.
    """
    if area is None:
        other = talk.line("routine.other_area") if heard else ""
        if other and talk.resumable:
            return wait_in_pain(talk, talk.resumable, other)
        areas = talk.phrasebook.join([talk.line(f"areas.{name}") for name in BodyArea], choice=True)
        where = talk.line("routine.which_area", areas=areas)
        return talk.ask(Choice(where), f"{other} {where}".strip())
    suiting = selection.exercises_for_area(doable_now(talk), area)
    if not suiting:
        return talk.say(talk.line("routine.nothing_for_area", area=talk.line(f"areas.{area}")))
    ids = tuple(exercise.id for exercise in suiting)
    names = exercise_names(talk, ids)
    text = talk.line("routine.for_area", area=talk.line(f"areas.{area}"), exercises=names)
    text = f"{before} {text} {talk.line('routine.shall_we_start')}".strip()
    return talk.ask(StartOffered(exercises=ids), text)


def wait_in_pain(talk: Talk, walkthrough: Walkthrough, text: str) -> Reply:
    """Say it and let the routine wait: nobody goes on into pain."""
    return wait(talk, walkthrough, f"{text} {talk.line('walkthrough.paused_for_pain')}")


def limit_time(talk: Talk, seconds: int | None, routine: RoutineName | None) -> Outcome:
    """Start what fits the runner's time."""
    if seconds is None or not SHORTEST_TIME <= seconds <= LONGEST_TIME:
        return talk.ask_or_go_on(HowMuchTime(routine))
    if routine:
        return _start_within(talk, routine, seconds)
    walkthrough = talk.resumable
    if walkthrough and (talk.interrupted or isinstance(talk.asked, Ready)):
        return _shorten(talk, walkthrough, seconds)
    return talk.ask(RoutineWithin(seconds))


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


def doable_now(talk: Talk) -> list[Exercise]:
    """The exercises that need nothing the runner lacks."""
    return selection.doable_exercises(talk.exercises.values(), talk.profile.missing)


def exercises_now(talk: Talk, name: RoutineName) -> Sequence[Exercise]:
    """The exercises of a routine for this time: of the pre-run ones the pair whose turn it is."""
    chosen = selection.exercises_in_routine(doable_now(talk), name)
    if name is RoutineName.POST_RUN:
        return chosen
    last = talk.profile.last_pre_run
    last_pair = last.pair if last else None
    ids = [exercise.id for exercise in chosen]
    pair = next_pair(ids, talk.profile.scores, last_pair, talk.random)
    return [exercise for exercise in chosen if exercise.id in (pair or ())]


def length_of(talk: Talk, plan: Plan) -> float:
    """How long a plan takes from its beginning, in seconds."""
    return remaining_seconds(plan, Place(0), talk.phrasebook)


def _plan(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Plan:
    routine = selection.routine_of(name, chosen, dict(talk.profile.forms))
    if routine is None:
        raise LookupError(f"no exercise is left of {name}")
    return Plan(routine, talk.profile.preferences, talk.profile.known)


def _begin(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Reply:
    return begin(talk, _plan(talk, name, chosen))


def _start(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Reply:
    plan = _plan(talk, name, chosen)
    return _open_with(talk, name, plan, rough_duration_in_words(talk.phrasebook, length_of(talk, plan)))


def _start_within(talk: Talk, name: RoutineName, seconds: int) -> Reply:
    plan = selection.fit(
        _plan(talk, name, exercises_now(talk, name)),
        seconds - OPENING_SECONDS,
        lambda candidate: length_of(talk, candidate),
    )
    return _open_with(talk, name, plan, rough_duration_in_words(talk.phrasebook, length_of(talk, plan)))


def _open_with(talk: Talk, name: RoutineName, plan: Plan, time: str) -> Reply:
    steps = plan.routine.steps
    names = exercise_names(talk, (step.exercise.id for step in steps))
    opening = talk.line(f"routine.opening.{name}", count=len(steps), names=names, time=time)
    needed = _equipment_words(talk, plan)
    if needed:
        opening = f"{opening} {needed}"
    return begin(talk, plan, opening)


def _equipment_words(talk: Talk, plan: Plan) -> str:
    """What to have at hand; a runner who knows the exercises knows it."""
    if {step.exercise.id for step in plan.routine.steps} <= plan.brief_for:
        return ""
    needed: list[str] = []
    for step in plan.routine.steps:
        needed += [
            item
            for name in sorted(step.exercise.equipment)
            if (item := talk.line(f"equipment.{name}")) not in needed
        ]
    return talk.line("routine.at_hand", equipment=talk.phrasebook.join(needed)) if needed else ""


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
