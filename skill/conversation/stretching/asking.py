"""Questions about the routine: how long, how many, where, how, and what there is."""

from skill.coach import selection
from skill.coach.compiler import remaining_seconds
from skill.coach.exercise_words import exercise_line
from skill.coach.routine import Step
from skill.content.exercise import Form, RoutineName
from skill.conversation.reply import Question, Reply
from skill.conversation.stretching.describing import exercise_name, exercise_names, place_in_words
from skill.conversation.stretching.performing import carry_on
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.speech.numbers import rough_duration_in_words


def how_long_left(talk: Talk) -> Reply:
    """How long the routine still takes, nobody interrupting; with none under way, how long each is."""
    walkthrough = talk.under_way
    if walkthrough is None:
        return carry_on(talk, talk.say("asking.no_time_running"))
    seconds = remaining_seconds(walkthrough.plan, walkthrough.place, talk.words)
    return carry_on(talk, talk.say("asking.time_left", time=rough_duration_in_words(talk.words, seconds)))


def how_many_left(talk: Talk) -> Reply:
    """How many exercises are left, this one among them."""
    walkthrough = talk.under_way
    if walkthrough is None:
        return carry_on(talk, talk.say("asking.no_time_running"))
    steps = walkthrough.plan.routine.steps[walkthrough.place.step :]
    names = [exercise_name(talk, step.exercise.id) for step in steps]
    if len(names) == 1:
        return carry_on(talk, talk.say("asking.last_one", exercise=names[0]))
    rest = talk.words.join(names[1:])
    text = talk.say("asking.exercises_left", exercise=names[0], count=len(names) - 1, rest=rest)
    return carry_on(talk, text)


def where_am_i(talk: Talk) -> Reply:
    """Which exercise, set, side and count it is."""
    walkthrough = talk.under_way
    if walkthrough is None:
        return carry_on(talk, talk.say("asking.nowhere"))
    return carry_on(talk, talk.say("asking.here", place=place_in_words(talk, walkthrough)))


def explain(talk: Talk, exercise: Slot | None) -> Reply:
    """The full instructions of an exercise: the one that was named, else the one under way."""
    walkthrough = talk.under_way
    current = walkthrough.plan.routine.steps[walkthrough.place.step] if walkthrough else None
    known = [talk.exercises[id_] for id_ in exercise.ids if id_ in talk.exercises] if exercise else []
    if exercise and not known:
        names = exercise_names(talk, talk.exercises, choice=True)
        return talk.ask(talk.say("routine.unknown_exercise", names=names))
    step = Step(known[0], talk.profile.forms.get(known[0].id, Form.STANDARD)) if known else current
    if step is None:
        return talk.ask(talk.say("asking.explain_which"))
    text = exercise_line(talk.words, step, "full")
    if walkthrough:
        return carry_on(talk, text, explain=step != current)
    topic = {"exercises": [step.exercise.id]}
    return talk.ask(f"{text} {talk.say('asking.shall_we')}", Question.START_ROUTINE, topic=topic)


def list_exercises(talk: Talk, routine: Slot | None) -> Reply:
    """What there is: the exercises of one routine, or of both."""
    texts = []
    for name in [RoutineName(id_) for id_ in routine.ids] if routine and routine.ids else list(RoutineName):
        listed = selection.exercises_in_routine(talk.exercises.values(), name)
        names = exercise_names(talk, (exercise.id for exercise in listed))
        texts.append(talk.say(f"asking.exercises.{name}", names=names))
    return carry_on(talk, " ".join(texts), invitation="prompts.which_exercise")
