"""Starting a routine: the whole of it, or one exercise."""

from collections.abc import Sequence

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import next_pair
from skill.coach.routine import Plan
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise, RoutineName
from skill.conversation.stretching.equipment_words import needed_for, things_in_words
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.performing import Ready, begin, perform, resume
from skill.conversation.turn.invitations import AnythingElse, WhatNext, end_quietly
from skill.conversation.turn.question import Offer, OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.speech.numbers import rough_duration_in_words
from skill.value import replace


class StartOffered(Offer, kw_only=True, name="start-offered"):
    """Whether to start the exercises that were offered.

    Attributes:
        exercises: their ids.
        sides: the sides on which they are done.
    """

    exercises: tuple[str, ...]
    sides: Sides = Sides.BOTH

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The names of the exercises."""
        return {"exercises": exercise_names(talk, self.exercises)}

    def yes(self, talk: Talk) -> Outcome:
        """Start them."""
        chosen = [talk.exercises[id_] for id_ in self.exercises if id_ in talk.exercises]
        talk.sides = None if self.sides is Sides.BOTH else self.sides
        if chosen and talk.resumable:
            return _go_off(talk, talk.resumable, chosen)
        return _begin(talk, RoutineName.POST_RUN, chosen) if chosen else start_routine(talk, None)

    def no(self, talk: Talk) -> Outcome:
        """Leave them, and go on; without anything to go on with, ask once what else: they answered a wish."""
        if talk.resumable:
            return resume(talk, talk.resumable, talk.line("answers.as_you_like"))
        if talk.waiting:
            return talk.say(talk.line("answers.as_you_like"))
        return talk.ask(AnythingElse(), talk.line("answers.something_else"))

    def you_choose(self, talk: Talk) -> Outcome:
        """Start them."""
        return self.yes(talk)


class StretchesOffered(Offer, name="stretches-offered"):
    """Whether to do the post-run stretches, after a run was logged."""

    def still_open(self, talk: Talk) -> bool:
        """As long as there was a run: not once it is taken back."""
        return super().still_open(talk) and talk.run_told is not None

    def yes(self, talk: Talk) -> Outcome:
        """Start them."""
        return start_routine(talk, RoutineName.POST_RUN)

    def no(self, talk: Talk) -> Outcome:
        """Leave them; without anything else to go on with that was all: the run is logged, as was wanted."""
        if talk.resumable or talk.waiting:
            return talk.say(talk.line("answers.as_you_like"))
        return end_quietly(talk)

    def you_choose(self, talk: Talk) -> Outcome:
        """Start them."""
        return self.yes(talk)


class ExerciseToStart(OpenQuestion, name="exercise-to-start"):
    """Which exercise to start."""

    over_with_a_routine = True
    wanted = Wanted.EXERCISE

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:
        """Start it."""
        return start_exercise(talk, heard)


def start_routine(talk: Talk, name: RoutineName | None, before: str = "") -> Reply:
    """Start the routine that was named, or ask which; `before` is said ahead of its opening."""
    if name is None:
        return talk.ask(WhatNext(), talk.line("routine.which"))
    return open_with(talk, name, plan_of(talk, name, exercises_now(talk, name)), before)


def offer_routine(talk: Talk, name: RoutineName) -> Reply:
    """Offer a routine, with the time it takes."""
    chosen = exercises_now(talk, name)
    time = rough_duration_in_words(talk.phrasebook, length_of(talk, plan_of(talk, name, chosen)))
    offered = StartOffered(exercises=tuple(exercise.id for exercise in chosen))
    return talk.ask(offered, talk.line(f"routine.offered.{name}", time=time))


def start_exercise(talk: Talk, exercise: Slot | None) -> Reply:
    """Do one exercise by its name, in the routine under way where it belongs to it.

    Into another routine it is offered as a detour; in the place of a single exercise it is done at once.
    """
    found = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if not found:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(ExerciseToStart(), talk.line("routine.unknown_exercise", names=names))
    if len(found) > 1:
        names = exercise_names(talk, (one.id for one in found), choice=True)
        return talk.ask(ExerciseToStart(), talk.line("routine.which_exercise", names=names))
    return _do(talk, found[0])


def _do(talk: Talk, exercise: Exercise) -> Reply:
    """Do an exercise where it belongs to the routine under way; else ask first, or begin it."""
    walkthrough = talk.resumable
    chosen = StartOffered(exercises=(exercise.id,), sides=talk.sides or Sides.BOTH)
    steps = walkthrough.plan.routine.steps if walkthrough else ()
    for index, step in enumerate(steps):
        if walkthrough and step.exercise == exercise:
            sided = replace(step, sides=talk.sides) if talk.sides else step
            return perform(talk, walkthrough.with_step(index, sided), Place(index))
    name = exercise_names(talk, chosen.exercises)
    if exercise.id in talk.profile.left_out:  # something may have hurt in it
        return talk.ask(chosen, talk.line("moving.left_out", exercise=name))
    goes_on = walkthrough and (len(steps) > 1 or walkthrough.goes_back_to)
    if goes_on and (talk.interrupted or isinstance(talk.asked, Ready)):
        return talk.ask(chosen, talk.line("moving.not_in_routine", exercise=name))
    return _begin(talk, exercise.routine, [exercise])


def doable_now(talk: Talk) -> list[Exercise]:
    """The exercises that need nothing the runner lacks, without those left out today."""
    doable = selection.doable_exercises(talk.exercises.values(), talk.profile.lacking)
    return [exercise for exercise in doable if exercise.id not in talk.profile.left_out]


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


def plan_of(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Plan:
    """The plan of these exercises, in the runner's forms and preferences; LookupError where none is left."""
    preferences = talk.profile.preferences
    sides = talk.sides or preferences.sides
    routine = selection.routine_of(name, chosen, dict(talk.profile.forms), sides)
    if routine is None:
        raise LookupError(f"no exercise is left of {name}")
    return Plan(routine, preferences, talk.profile.tellings)


def _go_off(talk: Talk, walkthrough: Walkthrough, chosen: Sequence[Exercise]) -> Reply:
    """Do these in between, in the time that there is for the routine, which goes on behind them."""
    plan = plan_of(talk, walkthrough.plan.routine.name, chosen)
    plan = replace(plan, preferences=walkthrough.plan.preferences)
    return perform(talk, walkthrough.go_off(plan, talk.turn.at), Place(0))


def _begin(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Reply:
    return begin(talk, plan_of(talk, name, chosen))


def open_with(talk: Talk, name: RoutineName, plan: Plan, before: str = "") -> Reply:
    """Begin a plan with the words ahead of it: what is coming, how long it takes, what to have at hand."""
    time = rough_duration_in_words(talk.phrasebook, length_of(talk, plan))
    steps = plan.routine.steps
    names = exercise_names(talk, (step.exercise.id for step in steps))
    known = not any(plan.telling(step).explains for step in steps)
    key = f"routine.opening_known.{name}" if known else f"routine.opening.{name}"
    opening = talk.line(key, count=len(steps), names=names, time=time)
    return begin(talk, plan, f"{before} {opening} {_equipment_words(talk, plan)}".strip())


def _equipment_words(talk: Talk, plan: Plan) -> str:
    """What to have at hand, said once of each thing; who asks hears it always."""
    needed = needed_for(plan)
    if talk.profile.equipment_told.issuperset(needed):
        return ""
    told = talk.profile.equipment_told.union(needed)
    talk.profile = replace(talk.profile, equipment_told=told)
    return talk.line("routine.at_hand", equipment=things_in_words(talk, needed))
