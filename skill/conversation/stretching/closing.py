"""What is said at the end of a performance: how to go on, or what remains to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from skill.coach.cue_sheet import Place
from skill.coach.preferences import Flow
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.conversation.reply import Question
from skill.conversation.shoes import after_routines
from skill.conversation.stretching.describing import exercise_name
from skill.conversation.talk import Talk

RATED_AFTER = timedelta(minutes=15)
RATED_WITHIN = timedelta(days=2)
"""A run can be rated from a quarter of an hour after its pre-run routine began, for two days."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The last words of a performance.

    Attributes:
        text: what is said.
        question: what a bare answer would be about; None ends the session.
        reprompt: said when nothing is heard; the text's last sentence where it is empty.
        topic: more about the question.
    """

    text: str
    question: Question | None
    reprompt: str = ""
    topic: Mapping[str, Any] = field(default_factory=dict)


def words_at_end(talk: Talk, walkthrough: Walkthrough, resume_at: Place | None) -> Ending:
    """The last words of a performance that is gone on with at `resume_at`, or that ends the routine."""
    if resume_at is None:
        return after_routine(talk, walkthrough, _done(talk, walkthrough))
    step = walkthrough.plan.routine.steps[resume_at.step]
    name = exercise_name(talk, step.exercise.id)
    reprompt = talk.say("closing.next_reprompt", exercise=name)
    position = talk.say(f"positions.{step.exercise.position_in(step.form)}")
    if resume_at.bout:
        line = "more_of"
    elif resume_at.step + 1 == len(walkthrough.plan.routine.steps):
        line = "last_exercise"
    else:
        line = "next_exercise"
    text = talk.say(f"closing.{line}", exercise=name, position=position)
    if not goes_on_by_itself(talk, walkthrough):
        text = f"{text} {talk.say('closing.say_continue')}"
    return Ending(text, Question.READY, reprompt)


def goes_on_by_itself(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether the device asks for the next reply when this one is over: it has a screen, and may flow on."""
    return talk.turn.device.screen and walkthrough.plan.preferences.flow is Flow.FLOW_ON


def remember_the_end(talk: Talk, walkthrough: Walkthrough) -> None:
    """Note that what the end asks has been asked."""
    if walkthrough.plan.routine.name is RoutineName.POST_RUN and run_to_rate(talk):
        talk.profile = talk.profile.having_asked()
    elif walkthrough.plan.routine.name is RoutineName.POST_RUN:
        after_routines.remember_asking(talk)


def run_to_rate(talk: Talk) -> bool:
    """Whether there was a run after a pre-run routine about which the runner has not been asked."""
    last = talk.profile.last_pre_run
    return bool(
        last and not last.asked and not last.rated and RATED_AFTER <= talk.turn.at - last.at <= RATED_WITHIN
    )


def after_routine(talk: Talk, walkthrough: Walkthrough, done: str) -> Ending:
    """What follows a routine: the one thing there is to ask, else a goodbye.

    Args:
        talk: the turn.
        walkthrough: the one that ended.
        done: said ahead of it.
    """
    if walkthrough.plan.routine.name is RoutineName.PRE_RUN:
        counts = len(walkthrough.plan.routine.steps) > 1  # one exercise is no pair to be rated
        line = "closing.tell_me_afterward" if counts else "closing.enjoy_your_run"
        return Ending(f"{done} {talk.say(line)}", None)
    if run_to_rate(talk):
        question = talk.say("rating.question")
        return Ending(f"{done} {question}", Question.HOW_FELT, question)
    run = after_routines.run_to_place(talk)
    if run:
        question = after_routines.ask_for_pair(talk, run)
        topic = {"then": "worn", "run": run.id}
        return Ending(f"{done} {question}", Question.WHICH_PAIR, question, topic)
    return Ending(f"{done} {talk.say('closing.goodbye')}", None)


def _done(talk: Talk, walkthrough: Walkthrough) -> str:
    routine = walkthrough.plan.routine
    if len(routine.steps) == 1:
        return talk.say("closing.exercise_done")
    return talk.say(f"closing.done.{routine.name}")
