"""Starting a routine: the whole of it, one exercise, what suits a sore place, or what fits a time."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import next_pair
from skill.coach.routine import Plan
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import BodyArea, Exercise, RoutineName
from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.after_routines import shoes_worn_lately
from skill.conversation.stretching.describing import exercise_names
from skill.conversation.stretching.performing import begin, carry_on, perform
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.speech.numbers import duration_in_words, rough_duration_in_words

SHORTEST_TIME = 60
LONGEST_TIME = 3600
"""Seconds that "I only have ..." may name."""
OPENING_SECONDS = 20
"""What the words ahead of the first exercise, and those at the end, take of the runner's time."""


def start_routine(talk: Talk, routine: Slot | None) -> Reply:
    """Start the routine that was named, or ask which."""
    if routine is None or not routine.ids:
        return talk.ask(talk.say("routine.which"), Question.WHICH_ROUTINE)
    seconds = talk.topic.get("seconds") if talk.question is Question.WHICH_ROUTINE else None
    name = RoutineName(routine.ids[0])
    if isinstance(seconds, int):
        return _start_within(talk, name, seconds)
    return _start(talk, name, exercises_now(talk, name))


def start_exercise(talk: Talk, exercise: Slot | None) -> Reply:
    """Do one exercise by its name: within the routine under way where it belongs to it, else by itself."""
    found = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if not found:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(talk.say("routine.unknown_exercise", names=names))
    if len(found) > 1:
        names = exercise_names(talk, (one.id for one in found), choice=True)
        return talk.ask(talk.say("routine.which_exercise", names=names))
    walkthrough = talk.under_way
    if walkthrough:
        for index, step in enumerate(walkthrough.plan.routine.steps):
            if step.exercise == found[0]:
                return perform(talk, walkthrough, Place(index))
    return _begin(talk, found[0].routine, found)


def sore_area(talk: Talk, area: Slot | None) -> Reply:
    """Offer what suits a sore place; a routine waits when it is one that the coach knows nothing of."""
    if area is None or not area.ids:
        other = talk.say("routine.other_area") if area else ""
        if other and talk.under_way:
            return talk.ask(f"{other} {talk.say('walkthrough.paused_for_pain')}", Question.READY)
        areas = talk.words.join([talk.say(f"areas.{name}") for name in BodyArea], choice=True)
        return talk.ask(f"{other} {talk.say('routine.which_area', areas=areas)}".strip())
    where = BodyArea(area.ids[0])
    suiting = selection.exercises_for_area(doable_now(talk), where)
    if not suiting:
        return carry_on(talk, talk.say("routine.nothing_for_area", area=talk.say(f"areas.{where}")))
    names = exercise_names(talk, (exercise.id for exercise in suiting))
    text = talk.say("routine.for_area", area=talk.say(f"areas.{where}"), exercises=names)
    text = f"{shoes_worn_lately(talk)} {text}".strip()
    topic = {"exercises": [exercise.id for exercise in suiting]}
    return talk.ask(text, Question.START_ROUTINE, topic=topic)


def start_offered(talk: Talk) -> Reply:
    """Start what was offered last."""
    chosen = [talk.exercises[id_] for id_ in talk.topic.get("exercises", ()) if id_ in talk.exercises]
    if not chosen:
        return start_routine(talk, Slot("", (RoutineName.POST_RUN,)))
    return _begin(talk, RoutineName.POST_RUN, chosen)


def limit_time(talk: Talk, seconds: int | None, routine: Slot | None) -> Reply:
    """Start what fits the runner's time."""
    if seconds is None or not SHORTEST_TIME <= seconds <= LONGEST_TIME:
        return carry_on(talk, talk.say("routine.time_out_of_range"))
    if routine and routine.ids:
        return _start_within(talk, RoutineName(routine.ids[0]), seconds)
    walkthrough = talk.under_way
    if walkthrough and (talk.interrupted or talk.question is Question.READY):
        return _shorten(talk, walkthrough, seconds)
    text = talk.say("routine.which_within", time=duration_in_words(talk.words, seconds))
    return talk.ask(text, Question.WHICH_ROUTINE, topic={"seconds": seconds})


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
    return remaining_seconds(plan, Place(0), talk.words)


def _plan(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Plan:
    routine = selection.routine_of(name, chosen, dict(talk.profile.forms))
    if routine is None:
        raise LookupError(f"no exercise is left of {name}")
    return Plan(routine, talk.profile.preferences, talk.profile.known)


def _begin(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Reply:
    return begin(talk, _plan(talk, name, chosen))


def _start(talk: Talk, name: RoutineName, chosen: Sequence[Exercise]) -> Reply:
    plan = _plan(talk, name, chosen)
    return _open_with(talk, name, plan, rough_duration_in_words(talk.words, length_of(talk, plan)))


def _start_within(talk: Talk, name: RoutineName, seconds: int) -> Reply:
    plan = selection.fit(
        _plan(talk, name, exercises_now(talk, name)),
        seconds - OPENING_SECONDS,
        lambda candidate: length_of(talk, candidate),
    )
    return _open_with(talk, name, plan, rough_duration_in_words(talk.words, length_of(talk, plan)))


def _open_with(talk: Talk, name: RoutineName, plan: Plan, time: str) -> Reply:
    steps = plan.routine.steps
    names = exercise_names(talk, (step.exercise.id for step in steps))
    opening = talk.say(f"routine.opening.{name}", count=len(steps), names=names, time=time)
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
            if (item := talk.say(f"equipment.{name}")) not in needed
        ]
    return talk.say("routine.at_hand", equipment=talk.words.join(needed)) if needed else ""


def _shorten(talk: Talk, walkthrough: Walkthrough, seconds: int) -> Reply:
    """Fit what is left of the routine under way into the time, from the bout that was left on."""
    routine, place = walkthrough.plan.routine, walkthrough.place
    rest = replace(routine, steps=routine.steps[place.step :])

    def left(plan: Plan) -> Place | None:
        return plan.routine.next_place(Place(0, place.bout, place.count), plan.preferences)

    def length(plan: Plan) -> float:
        start = left(plan)
        return remaining_seconds(plan, start, talk.words) if start else inf

    plan = selection.fit(replace(walkthrough.plan, routine=rest), seconds - OPENING_SECONDS, length)
    start = left(plan) or Place(0)
    time = rough_duration_in_words(talk.words, remaining_seconds(plan, start, talk.words))
    shortened = replace(walkthrough, plan=plan, place=start)
    return perform(talk, shortened, start, talk.say("routine.shortened", time=time))
