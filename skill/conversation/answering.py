"""Bare answers: yes, no, ready."""

from skill.coach.walkthrough import Progress
from skill.conversation import data, opening
from skill.conversation.reply import Question, Reply
from skill.conversation.shoes import answering as shoes_answering
from skill.conversation.stretching.performing import carry_on, go_on
from skill.conversation.stretching.routines import start_offered
from skill.conversation.talk import Talk, last_sentence


def yes(talk: Talk) -> Reply:  # noqa: PLR0911 - a reply per question
    """Do what the coach asked about last."""
    about_shoes = shoes_answering.yes(talk)
    if about_shoes:
        return about_shoes
    match talk.question:
        case Question.GO_ON | Question.READY:
            return go_on(talk)
        case Question.START_ROUTINE:
            return start_offered(talk)
        case Question.DELETE_DATA:
            return data.delete(talk)
        case Question.HOW_FELT:
            return talk.ask(talk.say("rating.which"), Question.HOW_FELT)
        case _ if talk.interrupted:
            return go_on(talk)
        case _:
            return talk.ask(talk.say("routine.which"), Question.WHICH_ROUTINE)


def no(talk: Talk) -> Reply:  # noqa: PLR0911 - a reply per question
    """Leave what the coach asked about last."""
    about_shoes = shoes_answering.no(talk)
    if about_shoes:
        return about_shoes
    match talk.question:
        case Question.GO_ON:
            if talk.walkthrough:
                talk.walkthrough = talk.walkthrough.finish(talk.turn.at)
            return talk.ask(talk.say("answering.start_afresh"), Question.WHICH_ROUTINE)
        case Question.READY:
            return talk.ask(talk.say("answering.take_your_time"), Question.READY)
        case Question.DELETE_DATA:
            return talk.ask(talk.say("data.kept"))
        case Question.HOW_FELT:
            return talk.ask(talk.say("answering.not_rated"), Question.WHICH_ROUTINE)
        case Question.START_ROUTINE if talk.under_way:
            return carry_on(talk, talk.say("answering.as_you_like"))
        case Question.WHICH_ROUTINE | Question.START_ROUTINE:
            return opening.stop(talk)
        case _:
            return _no_to_nothing(talk)


def _no_to_nothing(talk: Talk) -> Reply:
    """A no where nothing was asked: whatever goes on goes on, and what waits waits."""
    if talk.interrupted:
        return go_on(talk)
    if talk.under_way:
        return talk.ask(talk.say("answering.take_your_time"), Question.READY)
    return talk.ask(talk.say("prompts.what_next"), Question.WHICH_ROUTINE)


def thanks(talk: Talk) -> Reply:
    """The runner is polite; that answers no question."""
    welcome = talk.say("answering.welcome")
    asked = talk.turn.attributes.get("said")
    if talk.question and isinstance(asked, str) and asked:
        return talk.ask(f"{welcome} {last_sentence(asked)}", talk.question, topic=talk.topic)
    return carry_on(talk, welcome)


def ready(talk: Talk) -> Reply:
    """The runner is ready: go on, or do what was offered."""
    if talk.question in (Question.START_ROUTINE, Question.DELETE_DATA, Question.HOW_FELT):
        return yes(talk)
    if talk.walkthrough and talk.walkthrough.progress is not Progress.FINISHED:
        return go_on(talk)
    return talk.ask(talk.say("routine.which"), Question.WHICH_ROUTINE)
