"""Moving about in a routine: next, previous, repeat, pause, resume, start over."""

from skill.coach.cue_sheet import Place
from skill.coach.walkthrough import IN_MIND, Walkthrough
from skill.conversation.stretching.exercise_names import exercise_names, name_at, place_in_words
from skill.conversation.stretching.moving_on import finish
from skill.conversation.stretching.pain import Halted
from skill.conversation.stretching.performing import Ready, perform, resume, wait
from skill.conversation.stretching.routine_endings import words_before
from skill.conversation.stretching.tellings import bring_back_current, bring_back_if_early
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk, last_sentence
from skill.conversation.turn.turn import Slot
from skill.value import replace


def next_exercise(talk: Talk) -> Outcome:
    """Go to the next exercise: the one that was just offered, or the one after this."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    if isinstance(talk.asked, Ready) and walkthrough.place == Place(walkthrough.place.step):
        return resume(talk, walkthrough)
    if talk.as_found and talk.as_found.is_between_exercises(talk.turn.at):
        return resume(talk, walkthrough)
    return skip(talk)


def skip(talk: Talk, exercise: Slot | None = None) -> Outcome:
    """Leave the exercise out: this one, or the one that was named where it is still to come."""
    bring_back_if_early(talk)
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    if exercise and walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id not in exercise.ids:
        return _leave_out(talk, walkthrough, exercise)
    step = walkthrough.place.step + 1
    if step < len(walkthrough.plan.routine.steps):
        return perform(talk, walkthrough, Place(step))
    return finish(talk, walkthrough, talk.line("walkthrough.was_last"))


def previous_exercise(talk: Talk) -> Outcome:
    """Go back to the exercise before, or to the beginning of the first."""
    walkthrough = talk.resumable or just_finished(talk)
    if walkthrough is None:
        return _nothing_under_way(talk)
    if walkthrough.place.step == 0 and isinstance(talk.asked, Halted):
        return talk.ask(talk.asked, talk.asked.what_to_do(talk))
    if walkthrough.place.step == 0:
        return perform(talk, walkthrough, Place(0), talk.line("walkthrough.is_first"))
    return perform(talk, walkthrough, Place(walkthrough.place.step - 1))


def repeat(talk: Talk) -> Outcome:
    """Do this hold, run or massage again, in a pause too; with none to do, say the last words again.

    What hurts is not done again: what helps is said once more.
    """
    if isinstance(talk.asked, Halted):
        return talk.ask(talk.asked, talk.asked.what_to_do(talk))
    if talk.interrupted:
        bring_back_current(talk)
    walkthrough = talk.resumable or just_finished(talk)
    waiting = walkthrough if isinstance(talk.asked, Ready) else None
    if waiting and _between(talk, waiting):
        return perform(talk, waiting, _before(waiting), talk.line("walkthrough.once_more"))
    paused_in_a_bout = waiting and waiting.place.count
    if (again := _said_last(talk)) and not paused_in_a_bout:
        return again
    if walkthrough is None:
        return _nothing_under_way(talk)
    return perform(talk, walkthrough, Place(walkthrough.place.step, walkthrough.place.bout))


def say_again(talk: Talk) -> Outcome:
    """Say the last words again: between two exercises how it goes on, in an exercise how it is done."""
    walkthrough = talk.resumable
    if walkthrough and isinstance(talk.asked, Ready) and _between(talk, walkthrough):
        return wait(talk, walkthrough, words_before(talk, walkthrough, walkthrough.place))
    return _said_last(talk) or repeat(talk)


def pause(talk: Talk) -> Outcome:
    """Wait, with the place kept; where nothing is under way, what was asked waits, and at a pain too."""
    if isinstance(talk.asked, Halted):  # "not yet" is no "fine"
        return talk.ask(talk.asked, f"{talk.line('answers.take_your_time')} {talk.asked.again(talk)}")
    bring_back_if_early(talk)
    walkthrough = talk.resumable
    if walkthrough is None:
        question = talk.asked or WhatNext()
        return talk.ask(question, f"{talk.line('answers.wait_for_you')} {question.again(talk)}")
    text = talk.line("walkthrough.paused", place=place_in_words(talk, walkthrough))
    return wait(talk, walkthrough, text, reprompt=talk.line("walkthrough.paused_reprompt"))


def wait_or_stop(talk: Talk, walkthrough: Walkthrough) -> Outcome:
    """Wait, and say how to go on or to stop."""
    return wait(talk, walkthrough, talk.line("walkthrough.go_on_or_stop"), unasked=True)


def start_over(talk: Talk) -> Outcome:
    """Go through the routine from its beginning; not before what hurts is fine."""
    if isinstance(talk.asked, Halted):
        return talk.ask(talk.asked, talk.asked.what_to_do(talk))
    walkthrough = talk.resumable or just_finished(talk)
    if walkthrough is None:
        return _nothing_under_way(talk)
    return perform(talk, walkthrough, Place(0), talk.line("walkthrough.from_the_top"))


def _leave_out(talk: Talk, walkthrough: Walkthrough, exercise: Slot) -> Outcome:
    """Take an exercise that is still to come out of the routine."""
    plan, step = walkthrough.plan, walkthrough.place.step
    ahead = [one for one in plan.routine.steps[step + 1 :] if one.exercise.id not in exercise.ids]
    steps = (*plan.routine.steps[: step + 1], *ahead)
    if len(steps) == len(plan.routine.steps):
        name = name_at(talk, walkthrough)
        return talk.say(talk.line("walkthrough.not_to_come", exercise=name))
    name = exercise_names(talk, exercise.ids)
    talk.walkthrough = replace(walkthrough, plan=replace(plan, routine=replace(plan.routine, steps=steps)))
    return talk.say(talk.line("walkthrough.left_out", exercise=name))


def _before(walkthrough: Walkthrough) -> Place:
    """The bout or the exercise that was just done, when the walkthrough waits behind it."""
    place = walkthrough.place
    if place.bout:
        return Place(place.step, place.bout - 1)
    return Place(max(place.step - 1, 0))


def just_finished(talk: Talk) -> Walkthrough | None:
    """The walkthrough that has come to its end, as long as the runner may still mean it."""
    walkthrough = talk.walkthrough
    if walkthrough is None or walkthrough.unfinished:
        return None if talk.turn.new_session else walkthrough
    return walkthrough if talk.turn.at - walkthrough.touched_at <= IN_MIND else None


def _between(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether the last words were those that tell what comes next, performed or said again."""
    said = _said(talk)
    return not said or said == words_before(talk, walkthrough, walkthrough.place)


def _said_last(talk: Talk) -> Outcome | None:
    """The last words, where they were said and not performed."""
    said = _said(talk)
    return talk.ask(talk.asked or WhatNext(), said, reprompt=last_sentence(said)) if said else None


def _said(talk: Talk) -> str:
    said = talk.turn.attributes.get("said")
    return said if isinstance(said, str) else ""


def _nothing_under_way(talk: Talk) -> Outcome:
    return talk.say(talk.line("walkthrough.nothing_under_way"))
