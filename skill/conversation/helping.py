"""Help, what can be said, advice, and words that were not understood."""

from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.after_routines import shoes_worn_lately
from skill.conversation.stretching.performing import carry_on
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot

ABOUT_WORN_SHOES = frozenset({"sore-feet", "sore-and-old-shoes"})
"""Advice to which the age of the runner's own shoes belongs."""

PAIN = "pain"
"""The topic of the advice that interrupts a routine: nobody goes on into pain."""


def help_(talk: Talk) -> Reply:
    """What the coach can do now; a routine waits meanwhile."""
    if talk.under_way:
        return talk.ask(talk.say("helping.under_way"), Question.READY)
    return talk.ask(talk.say("helping.idle"), Question.WHICH_ROUTINE)


def what_can_i_say(talk: Talk) -> Reply:
    """More of what can be said, by where the runner is."""
    if talk.under_way:
        return talk.ask(talk.say("helping.say_under_way"), Question.READY)
    return talk.ask(talk.say("helping.say_idle"), Question.WHICH_ROUTINE)


def fallback(talk: Talk) -> Reply:
    """Words that mean nothing here: say so and what would; a routine that sounded goes on."""
    if talk.interrupted:
        return carry_on(talk, talk.say("helping.going_on"))
    question = talk.question
    key = f"helping.after.{question}" if question else "helping.not_understood"
    return talk.ask(talk.say(key), question or Question.WHICH_ROUTINE, topic=talk.topic)


def advise(talk: Talk, topic: Slot | None) -> Reply:
    """What the article says about a topic."""
    known = [id_ for id_ in topic.ids if f"advice.{id_}" in talk.words] if topic else []
    if not known:
        return carry_on(talk, talk.say("advice.topics"))
    text = talk.say(f"advice.{known[0]}")
    if known[0] in ABOUT_WORN_SHOES:
        text = f"{text} {shoes_worn_lately(talk)}".strip()
    if known[0] == PAIN and talk.under_way:
        return talk.ask(f"{text} {talk.say('walkthrough.paused_for_pain')}", Question.READY)
    return carry_on(talk, text)
