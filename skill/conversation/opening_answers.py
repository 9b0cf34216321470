"""Answers to "back from a run, or about to go?", and what the same words mean where nobody asked that."""

from skill.coach.bout_moves import one_side_alone
from skill.coach.cue_sheet import Place
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, RoutineName
from skill.conversation import answers, bare_values
from skill.conversation.not_understood import not_understood
from skill.conversation.shoes.starting_distance import RunBefore
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.stretching import navigating, stopping
from skill.conversation.stretching.back_or_going import BackOrGoing
from skill.conversation.stretching.between_runs import offer_between_runs, start_between_runs
from skill.conversation.stretching.choosing_sides import choose_sides
from skill.conversation.stretching.limited_time import HowMuchTime, RoutineWithin, limit_time
from skill.conversation.stretching.performing import Ready, resume_if_any
from skill.conversation.stretching.routines import offer_routine, start_routine
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.open_questions import answer_of
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.question import Offer
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.names import position_said

IN_ORDER = (RoutineName.POST_RUN, RoutineName.PRE_RUN)
"""The routines in the order in which the coach names them."""


def back(talk: Talk, seconds: int | None = None) -> Outcome:
    """The runner is back: at the routine that waits, else from a run.

    Args:
        talk: the turn.
        seconds: the time there is for the stretches; None where none was said.
    """
    if seconds is not None:
        return limit_time(talk, seconds, None if talk.resumable else RoutineName.POST_RUN)
    return resume_if_any(talk) if talk.resumable else bare_values.routine(talk, RoutineName.POST_RUN)


def back_or_previous(talk: Talk) -> Outcome:
    """The word "back" alone: from a run where that was asked, from a pause, else one exercise back."""
    asked = isinstance(talk.asked, WhatNext | RoutineWithin) and talk.resumable is None
    left = talk.resumable
    paused = isinstance(talk.asked, Ready) and left and left.place != Place(left.place.step)
    return back(talk) if asked or paused else navigating.previous_exercise(talk)


def going(talk: Talk, seconds: int | None = None) -> Outcome:
    """The runner goes: for a run where that was asked or time was said, else away from the coach.

    Args:
        talk: the turn.
        seconds: the time there is for the exercises; None where none was said.
    """
    if seconds is not None:
        return limit_time(talk, seconds, None if talk.resumable else RoutineName.PRE_RUN)
    return (
        bare_values.routine(talk, RoutineName.PRE_RUN) if _asked_back_or_going(talk) else stopping.stop(talk)
    )


def done(talk: Talk) -> Outcome:
    """It is done: the run, where the coach asked about one, else a bout or an exercise."""
    return (
        bare_values.routine(talk, RoutineName.POST_RUN) if _asked_back_or_going(talk) else answers.done(talk)
    )


def done_for_today(talk: Talk) -> Outcome:
    """The runner is done for today: with running, where the coach asked about that, else with the coach."""
    return done(talk) if _asked_back_or_going(talk) else stopping.stop(talk)


def not_yet(talk: Talk) -> Outcome:
    """Wait; at the opening the coach waits for the answer; a new pair asked about has not run yet."""
    if talk.asked and _asked_back_or_going(talk):
        return talk.ask(talk.asked, f"{talk.line('answers.no_hurry')} {talk.asked.again(talk)}")
    return talk.asked.no(talk) if isinstance(talk.asked, RunBefore) else navigating.pause(talk)


def rest_day(talk: Talk) -> Outcome:
    """Something for a day without a run is wanted."""
    return talk.say("") if talk.interrupted else offer_between_runs(talk, "between_runs.rest_day")


def you_choose(talk: Talk) -> Outcome:
    """The coach is to decide: what was offered is done; what only the runner knows is asked again."""
    if talk.interrupted:
        return talk.say("")
    answer = answer_of(talk, lambda one: one.you_choose(talk) if one is talk.asked else None)
    if answer:
        return answer
    waiting = talk.waiting
    if waiting:
        return talk.ask(waiting, f"{talk.line('answers.yours_to_say')} {waiting.again(talk)}")
    if isinstance(talk.asked, BackOrGoing) and talk.asked.back:
        return start_routine(talk, RoutineName.POST_RUN)
    return start_between_runs(talk)


def both(talk: Talk) -> Outcome:
    """Both routines, between which there is a run: the one for now; of two kinds of pain the worse one."""
    sharp = answer_of(talk, lambda one: one.pain_kind(talk, PainKind.SHARP) if one is talk.asked else None)
    if sharp:
        return sharp
    if talk.interrupted and talk.resumable and one_side_alone(talk.resumable):
        return choose_sides(talk, Sides.BOTH)
    if talk.interrupted or talk.waiting:
        return you_choose(talk)
    if isinstance(talk.asked, BackOrGoing) and talk.asked.back:
        return start_routine(talk, RoutineName.POST_RUN, talk.line("opening.stretches_first"))
    return start_routine(talk, RoutineName.PRE_RUN, talk.line("opening.exercises_first"))


def hello(talk: Talk) -> Outcome:
    """A greeting is returned, and what was asked is asked again."""
    if talk.asked:
        return talk.ask(talk.asked, f"{talk.line('answers.hello')} {talk.asked.again(talk)}")
    return talk.say("" if talk.interrupted else talk.line("answers.hello"))


def already_done(talk: Talk) -> Outcome:
    """It is done already: what was offered is not wanted, an exercise is over, a run is behind the runner."""
    if isinstance(talk.asked, Offer):
        return answers.no(talk)
    if talk.resumable or talk.waiting:
        return answers.ready(talk)
    return offer_routine(talk, RoutineName.POST_RUN)


def duration(talk: Talk, seconds: int | None) -> Outcome:
    """A length of time and nothing about it."""
    return bare_values.duration(talk, seconds, _asked_about(talk))


def time_there_is(
    talk: Talk, seconds: int | None, routine_name: RoutineName | None, area: BodyArea | None
) -> Outcome:
    """The runner's time, said to be that."""
    return limit_time(talk, seconds, routine_name or (None if area else _asked_about(talk)), area)


def _asked_about(talk: Talk) -> RoutineName | None:
    """The routine that time is told for: that of which it was asked, else the one offered at the opening."""
    if isinstance(talk.asked, HowMuchTime):
        return talk.asked.routine_name
    offered = isinstance(talk.asked, BackOrGoing) and talk.asked.back
    return RoutineName.POST_RUN if offered else None


def which_one(talk: Talk, heard: Slot | None) -> Outcome:
    """One of two, by its place in the row: a routine, a pair, else nothing that was named."""
    routine_or_pair = isinstance(talk.asked, WhatNext | RoutineWithin) or talk.waiting
    return pair(talk, heard) if heard and routine_or_pair else not_understood(talk)


def pair(talk: Talk, heard: Slot | None) -> Outcome:
    """A pair was named and nothing else; "the first one" is a routine where routines were named."""
    place = position_said(heard.said, vocabulary_of(talk)) if heard else None
    if place and place <= len(IN_ORDER) and isinstance(talk.asked, WhatNext | RoutineWithin):
        return bare_values.routine(talk, IN_ORDER[place if place < 0 else place - 1])
    return bare_values.pair(talk, heard)


def _asked_back_or_going(talk: Talk) -> bool:
    """Whether it was asked at last, and no routine waits."""
    return isinstance(talk.asked, BackOrGoing | RoutineWithin) and talk.resumable is None
