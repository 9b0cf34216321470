"""Performs a part of a walkthrough, or carries on with it after a word in between."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from skill.coach.compiler import Budget, compile_sheet
from skill.coach.cue_sheet import Cue, Place
from skill.coach.routine import Plan
from skill.coach.walkthrough import Progress, Walkthrough
from skill.conversation.reply import Question, Reply, Screen
from skill.conversation.stretching import closing
from skill.conversation.stretching.describing import exercise_name, name_at
from skill.conversation.talk import Talk, last_sentence
from skill.speech import apla, ssml

LONGEST_PERFORMANCE = apla.LONGEST - 20
"""Seconds of a routine in one reply; the words at its end, and a slower voice, need the rest."""
LARGEST_PERFORMANCE = ssml.LONGEST - 700
"""Characters of it as SSML, with room for the words at its end."""
STILL_WARM = timedelta(minutes=2)
"""A bout left for longer than this begins anew: the stretch is gone."""


def begin(talk: Talk, plan: Plan, opening: str = "") -> Reply:
    """Start a routine from its beginning."""
    talk.walkthrough = Walkthrough(
        plan=plan,
        place=Place(0),
        progress=Progress.PAUSED,
        begun_at=talk.turn.at,
        touched_at=talk.turn.at,
    )
    return perform(talk, talk.walkthrough, Place(0), opening)


def perform(
    talk: Talk, walkthrough: Walkthrough, place: Place, opening: str = "", *, explain: bool = True
) -> Reply:
    """Perform as much of the walkthrough from the place on as one reply holds, and remember that.

    Args:
        talk: its walkthrough is replaced by the one that plays.
        walkthrough: stopped; see `Walkthrough.stop_at`.
        place: inside its routine.
        opening: said ahead of it.
        explain: whether an exercise begun at its beginning is explained.
    """
    end = partial(closing.words_at_end, talk, walkthrough)
    sheet = compile_sheet(
        walkthrough.plan,
        place,
        talk.words,
        Budget(LONGEST_PERFORMANCE, LARGEST_PERFORMANCE, partial(_characters, talk.turn.language)),
        opening=talk.noticed(opening),
        explain=explain,
        closing=lambda resume_at: end(resume_at).text,
    )
    ending = end(sheet.resume_at)
    talk.walkthrough = walkthrough.play(sheet, talk.turn.at)
    if sheet.resume_at is None:
        closing.remember_the_end(talk, walkthrough)
    return Reply(
        sheet,
        ends=ending.question is None,
        reprompt="" if ending.question is None else ending.reprompt or last_sentence(ending.text),
        question=ending.question,
        topic=ending.topic,
        screen=_screen(talk, walkthrough, place),
        performs=True,
        flows_on=sheet.resume_at is not None and closing.goes_on_by_itself(talk, walkthrough),
    )


def go_on(talk: Talk, opening: str = "", *, explain: bool = True) -> Reply:
    """Go on where the walkthrough was left; a bout that was left long ago begins anew.

    Args:
        talk: the turn.
        opening: said ahead of it.
        explain: whether an exercise that has not begun yet is explained.
    """
    walkthrough = talk.under_way
    if walkthrough is None:
        return talk.ask(
            f"{opening} {talk.say('walkthrough.nothing_to_resume')}".strip(), Question.WHICH_ROUTINE
        )
    place = walkthrough.place
    explain = explain and place == Place(place.step)
    if talk.turn.at - walkthrough.touched_at > STILL_WARM:
        place = replace(place, count=0)
    return perform(talk, walkthrough, place, opening, explain=explain)


def go_on_by_itself(talk: Talk) -> Reply:
    """Go on when what was performed is over and nobody has said anything; otherwise nothing happens."""
    playing = talk.before.performance if talk.before else None
    if playing is None or talk.interrupted or talk.under_way is None:
        talk.walkthrough = talk.before
        return talk.tell("")
    return go_on(talk)


def finish(talk: Talk, walkthrough: Walkthrough, text: str) -> Reply:
    """End the walkthrough where nothing is left to do, having said why."""
    ending = closing.after_routine(talk, walkthrough, text)
    closing.remember_the_end(talk, walkthrough)
    talk.walkthrough = walkthrough.finish(talk.turn.at)
    if ending.question is None:
        return talk.tell(ending.text)
    return talk.ask(ending.text, ending.question, reprompt=ending.reprompt, topic=ending.topic)


def carry_on(talk: Talk, text: str, *, invitation: str = "prompts.what_next", explain: bool = True) -> Reply:
    """Say something in between and go on with whatever was going on.

    A routine that was being performed goes on by itself; one that waits goes on waiting.

    Args:
        talk: the turn.
        text: what is said.
        invitation: key of the question for when nothing is under way.
        explain: whether an exercise that has not begun yet is explained.
    """
    walkthrough = talk.under_way
    if walkthrough is None:
        return talk.ask(f"{text} {talk.say(invitation)}")
    if talk.interrupted:
        return go_on(talk, text, explain=explain)
    name = name_at(talk, walkthrough)
    return talk.ask(f"{text} {talk.say('walkthrough.say_continue', exercise=name)}", Question.READY)


def _characters(language: str, cues: Sequence[Cue]) -> int:
    return ssml.measure(cues, cues[-1].at + cues[-1].seconds, language) if cues else 0


def _screen(talk: Talk, walkthrough: Walkthrough, place: Place) -> Screen:
    names = [exercise_name(talk, step.exercise.id) for step in walkthrough.plan.routine.steps]
    lines = tuple(
        talk.say("screen.now" if index == place.step else "screen.other", exercise=name)
        for index, name in enumerate(names)
    )
    return Screen(talk.say(f"routines.{walkthrough.plan.routine.name}"), lines)
