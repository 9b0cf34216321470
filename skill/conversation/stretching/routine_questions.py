"""Questions about the routine: how long, how many, where, how, and what there is."""

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.cue_sheet import Place
from skill.coach.exercise_words import instruction
from skill.coach.routine import Step
from skill.coach.sides import Sides
from skill.content.exercise import Form, RoutineName
from skill.conversation.stretching.bout_questions import left_of_bout, length_of_hold, whats_after
from skill.conversation.stretching.exercise_names import (
    bout_in_words,
    exercise_name,
    exercise_names,
    name_at,
    place_in_words,
)
from skill.conversation.stretching.pain import Halted
from skill.conversation.stretching.routines import ExerciseToStart, StartOffered, plan_of
from skill.conversation.stretching.stretch_cards import routine_card
from skill.conversation.stretching.tellings import bring_back
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Card, Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.speech.numbers import rough_duration_in_words


class ExerciseToExplain(OpenQuestion, name="exercise-to-explain"):
    """Which exercise to explain."""

    wanted = Wanted.EXERCISE

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:
        """Explain it."""
        return explain(talk, heard)


def how_long_left(talk: Talk) -> Outcome:
    """How long the routine still takes, nobody interrupting; with none under way, how long each is."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.no_time_running"))
    seconds = remaining_seconds(walkthrough.plan, walkthrough.place, talk.phrasebook)
    time = rough_duration_in_words(talk.phrasebook, seconds)
    if here := left_of_bout(talk, walkthrough):
        return talk.say(talk.line("asking.time_left_here", here=here, time=time))
    if hold := length_of_hold(talk, walkthrough):
        return talk.say(talk.line("asking.time_left_and_hold", hold=hold, time=time))
    return talk.say(talk.line("asking.time_left", time=time))


def how_many_left(talk: Talk) -> Outcome:
    """How many exercises are left, this one among them."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.no_time_running"))
    steps = walkthrough.plan.routine.steps[walkthrough.place.step :]
    names = [exercise_name(talk, step.exercise.id) for step in steps]
    if len(names) == 1:
        return talk.say(talk.line("asking.last_one", exercise=names[0]))
    rest = talk.phrasebook.join(names[1:])
    text = talk.line("asking.exercises_left", exercise=names[0], count=len(names) - 1, rest=rest)
    return talk.say(text)


def whats_next(talk: Talk, behind: Slot | None = None) -> Outcome:
    """Which exercise comes next; with no routine under way, which there are to begin.

    Args:
        talk: the turn.
        behind: the exercise behind which it comes; None for the one under way.
    """
    told = whats_after(talk, behind.ids[0]) if behind and behind.ids else None
    if told:
        return told
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.nowhere"))
    steps, step = walkthrough.plan.routine.steps, walkthrough.place.step
    between = talk.as_found is not None and talk.as_found.is_between_exercises(talk.turn.at)
    is_to_begin = walkthrough.place == Place(step) and (between or not talk.interrupted)
    coming = steps[step if is_to_begin else step + 1 :][:1]
    if not coming:
        return talk.say(talk.line("asking.last_one", exercise=name_at(talk, walkthrough)))
    return talk.say(talk.line("asking.next_one", exercise=exercise_name(talk, coming[0].exercise.id)))


def where_am_i(talk: Talk) -> Outcome:
    """Which exercise, set, side and count it is; what is likelier to be lost in a bout comes first there."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.nowhere"))
    if talk.counted and walkthrough.place.count:
        bout = bout_in_words(talk, walkthrough)
        return talk.say(
            talk.line(
                "asking.here_in_bout", bout=bout[0].upper() + bout[1:], exercise=name_at(talk, walkthrough)
            )
        )
    text = talk.line("asking.here", place=place_in_words(talk, walkthrough))
    place, order = walkthrough.place, walkthrough.plan.routine.steps[walkthrough.place.step].order
    if order and place == Place(place.step):
        sides = Sides.first(order[0]) if len(order) > 1 else Sides.only(order[0])
        text = f"{text} {talk.line(f'choosing_sides.{sides}')}"
    return talk.say(text)


def explain(talk: Talk, exercise: Slot | None) -> Outcome:
    """The full instructions of an exercise: the one that was named, else the one under way."""
    if isinstance(talk.asked, Halted) and exercise is None:
        return talk.ask(talk.asked, talk.asked.what_to_do(talk))
    walkthrough = talk.resumable
    plan, place = (walkthrough.plan, walkthrough.place) if walkthrough else (None, Place(0))
    current = plan.routine.steps[place.step] if plan else None
    known = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if exercise and not known:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(ExerciseToExplain(), talk.line("routine.unknown_exercise", names=names))
    step = current
    if known and not (current and current.exercise == known[0]):
        sides = talk.profile.preferences.sides
        step = Step(known[0], talk.profile.forms.get(known[0].id, Form.STANDARD), sides)
    if step is None:
        return talk.ask(ExerciseToExplain())
    bring_back(talk, step.exercise.id)
    side = step.bouts(plan.preferences)[place.bout].side if plan and step == current else None
    text = instruction(talk.phrasebook, step, side)
    if walkthrough:
        return talk.say(text, explain=step != current, whole=True)
    question = StartOffered(exercises=(step.exercise.id,))
    return talk.ask(question, f"{text} {talk.line('asking.shall_we')}")


def list_exercises(talk: Talk, routine: RoutineName | None) -> Outcome:
    """What there is: the exercises of one routine, or of both."""
    texts = []
    for name in [routine] if routine else list(RoutineName):
        listed = selection.exercises_in_routine(talk.exercises.values(), name)
        names = exercise_names(talk, (exercise.id for exercise in listed))
        texts.append(talk.line(f"asking.exercises.{name}", names=names))
    card = _card_of(talk, routine) if routine else None
    return talk.say(" ".join(texts), invitation=ExerciseToStart(), card=card, whole=True)


def _card_of(talk: Talk, routine: RoutineName) -> Card:
    """The whole of a routine to be read, whatever is at hand today."""
    listed = selection.exercises_in_routine(talk.exercises.values(), routine)
    return routine_card(talk, plan_of(talk, routine, listed))
