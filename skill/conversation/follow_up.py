"""What goes on after a statement, and what remains to be asked when a routine is over."""

from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName
from skill.conversation.not_understood import goes_on
from skill.conversation.shoes.worn_shoes import WornIn, worn_in_due
from skill.conversation.stretching.evening_out import more_on_side
from skill.conversation.stretching.exercise_names import name_at
from skill.conversation.stretching.in_position import fits_in_bout, in_position
from skill.conversation.stretching.performing import resume, wait
from skill.conversation.stretching.rating import HowFelt, rating_is_due
from skill.conversation.stretching.routines import StretchesOffered
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.question import Question
from skill.conversation.turn.reply import Outcome, Reply, Statement
from skill.conversation.turn.talk import AskInsteadError, Talk, first_sentences
from skill.value import replace


def follow_up(talk: Talk, statement: Statement) -> Reply:
    """The reply that a statement becomes: what was going on goes on behind it."""
    return _followed_up(talk, statement).with_card(statement.card)


def _followed_up(talk: Talk, statement: Statement) -> Reply:
    walkthrough, text = talk.resumable, statement.text
    asked = talk.asked if isinstance(talk.asked, WhatNext) else WhatNext()
    invitation = statement.invitation or asked
    talk.set_aside = invitation
    if walkthrough and goes_on(talk):
        if in_position(talk, walkthrough):
            return _go_on_in_bout(talk, walkthrough, statement)
        return resume(talk, walkthrough, text, explain=statement.explain)
    if talk.waiting:
        question = talk.waiting.asked_again()
        return _ask(talk, question, question.again(talk), statement)
    if walkthrough:
        say_continue = talk.line("walkthrough.say_continue", exercise=name_at(talk, walkthrough))
        return wait(talk, walkthrough, f"{text} {say_continue}".strip())
    question = StretchesOffered() if statement.after_run else invitation
    return _ask(talk, question, question.words(talk), statement)


def ask_instead(talk: Talk, instead: AskInsteadError) -> Outcome:
    """The question; one that need not be answered is only told where something else goes on or waits."""
    question = instead.question
    if not question.waits and instead.text and (talk.interrupted or talk.waiting):
        return talk.say(instead.text, invitation=question)
    return talk.ask(question, instead.text)


def left_to_ask(talk: Talk, walkthrough: Walkthrough) -> Question | None:
    """What is asked at a routine's end: for missing seconds, what waits, how a run felt, or in which pair.

    Args:
        talk: the turn.
        walkthrough: the one that ends, with all that will have been held by then.
    """
    routine = walkthrough.plan.routine.name
    missing = more_on_side(walkthrough)
    if missing:
        return missing
    waiting = talk.waiting
    if isinstance(waiting, WornIn):
        return replace(waiting, after_routine=True)
    if waiting or routine is RoutineName.PRE_RUN:
        return waiting
    return HowFelt() if rating_is_due(talk) else worn_in_due(talk)


def _go_on_in_bout(talk: Talk, walkthrough: Walkthrough, statement: Statement) -> Reply:
    """Go on with a bout that the runner is in behind as much as can be said in it; else let it wait."""
    for text in [statement.text] if statement.whole else [*first_sentences(statement.text)] or [""]:
        if fits_in_bout(talk, walkthrough, text):
            return resume(talk, walkthrough, text)
    text = f"{statement.text} {talk.line('walkthrough.say_continue_here')}"
    return wait(talk, walkthrough, text, unasked=True)


def _ask(talk: Talk, question: Question, words: str, statement: Statement) -> Reply:
    return talk.ask(question, f"{statement.text} {words}".strip(), screen=statement.screen)
