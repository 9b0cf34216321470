"""The last words of a performance: how to go on, or what remains to be asked when the routine is over."""

from skill.coach.cue_sheet import Place
from skill.coach.preferences import Flow
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.conversation.stretching.ending_remarks import remark
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.turn.question import Question
from skill.conversation.turn.talk import Talk
from skill.value import Value


class Ending(Value):
    """How a performance ends.

    Attributes:
        text: what is said.
        question: what a short answer would be about; None ends the session.
    """

    text: str
    question: Question | None


def continues_unasked(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether the device asks for the next reply when this one is over: it has a screen, and may flow on."""
    return talk.turn.device.screen and walkthrough.plan.preferences.flow is Flow.FLOW_ON


def words_before(talk: Talk, walkthrough: Walkthrough, resume_at: Place) -> str:
    """The last words of a performance after which the next one goes on at `resume_at`."""
    step = walkthrough.plan.routine.steps[resume_at.step]
    position = talk.line(f"positions.{step.exercise.position_in(step.form)}")
    if resume_at.bout:
        line = "more_of"
    elif resume_at.step + 1 == len(walkthrough.plan.routine.steps):
        line = "last_exercise"
    else:
        line = "next_exercise"
    known = "" if walkthrough.plan.telling(step).explains else "_known"
    name = exercise_name(talk, step.exercise.id)
    text = talk.line(f"closing.{line}{known}", exercise=name, position=position)
    return with_say_continue(talk, walkthrough, text, in_short=bool(known))


def with_say_continue(talk: Talk, walkthrough: Walkthrough, text: str, *, in_short: bool = False) -> str:
    """The text, and how to go on behind it where the device does not go on by itself.

    Args:
        talk: the turn.
        walkthrough: the one that goes on.
        text: what is said.
        in_short: whether the runner knows the exercise that comes.
    """
    known = "_known" if in_short else ""
    if continues_unasked(talk, walkthrough):
        return text
    return f"{text} {talk.line(f'closing.say_continue{known}')}"


def ending_of_routine(talk: Talk, walkthrough: Walkthrough, done: str = "") -> Ending:
    """What follows a routine: the one thing there is to ask, else a goodbye.

    Args:
        talk: the turn.
        walkthrough: the one that ends, with all that will have been held by then.
        done: said ahead of it; the routine's own well done where it is empty.
    """
    routine = walkthrough.plan.routine
    counts_as_pair = len(routine.steps) > 1  # one exercise is no pair to be rated
    question = talk.left_to_ask(talk, walkthrough)
    if not done:
        done = talk.line(f"closing.done.{routine.name}" if counts_as_pair else "closing.exercise_done")
        if not question:
            done = f"{done} {remark(talk, walkthrough)}".strip()
    if question:
        return Ending(f"{done} {question.words(talk)}", question)
    if routine.name is RoutineName.POST_RUN:
        return Ending(f"{done} {talk.line('closing.goodbye')}", None)
    line = "closing.tell_me_afterward" if counts_as_pair else "closing.enjoy_your_run"
    return Ending(f"{done} {talk.line(line)}", None)
