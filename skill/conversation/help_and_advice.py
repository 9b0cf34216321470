"""Help, what can be said, and advice."""

from skill.content.exercise import BodyArea
from skill.conversation.not_understood import not_understood
from skill.conversation.shoes.worn_shoes import shoes_worn_lately
from skill.conversation.stretching.equipment_questions import needed_here
from skill.conversation.stretching.pain import ease_off, is_stretching
from skill.conversation.stretching.performing import wait
from skill.conversation.stretching.safety import held_back, remind
from skill.conversation.stretching.sore_places import hurts, offer_for_area
from skill.conversation.turn.invitations import WhatNext
from skill.conversation.turn.reply import Card, Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.distance import Unit

ABOUT_WORN_SHOES = frozenset({"sore-feet", "sore-and-old-shoes"})
"""Advice to which the age of the runner's own shoes belongs."""

NEEDED = "equipment"
"""The topic that a routine under way answers for its own exercise."""

PAIN = "pain"
"""The topic of the advice that interrupts a routine: nobody goes on into pain."""


def give_help(talk: Talk) -> Outcome:
    """What the coach can do now."""
    return _help(talk, under_way="helping.under_way", idle="helping.idle")


def what_can_i_say(talk: Talk) -> Outcome:
    """More of what can be said, by where the runner is."""
    return _help(talk, under_way="helping.say_under_way", idle="helping.say_idle")


def _help(talk: Talk, *, under_way: str, idle: str) -> Outcome:
    """One of two lines, and a card with more; a routine under way waits meanwhile."""
    card = Card(talk.line("cards.help"), tuple(talk.phrasebook.all("cards.help_lines")))
    if talk.resumable:
        return wait(talk, talk.resumable, talk.line(under_way)).with_card(card)
    return talk.say(talk.line(idle), invitation=WhatNext(talk.line("helping.what_next")), card=card)


def advise(talk: Talk, topic: Slot | None) -> Outcome:
    """What the article says about a topic."""
    known = [f"advice.{id_}" for id_ in (topic.ids if topic else ()) if f"advice.{id_}" in talk.phrasebook]
    key = known[0] if known else "advice.topics"
    in_miles = key.replace("advice.", "advice_in_miles.")
    if in_miles in talk.phrasebook and talk.place_settings.read_unit() is Unit.MILES:
        key = in_miles
    text = talk.line(key)
    name = known[0].partition(".")[2] if known else ""
    if name == NEEDED:
        text = needed_here(talk) or text
    if name in ABOUT_WORN_SHOES:
        text = f"{text} {shoes_worn_lately(talk)}".strip()
    if name == PAIN and held_back(talk):
        return remind(talk)
    if name == PAIN and talk.resumable:
        return ease_off(talk, talk.resumable, text)
    return talk.say(text, whole=True)


def too_cold(talk: Talk) -> Outcome:
    """What is too cold hurts in a stretch; elsewhere nobody told what it is."""
    return hurts(talk, None, None) if is_stretching(talk) else not_understood(talk)


def sore_area(talk: Talk, heard: Slot | None, area: BodyArea | None, *, is_sore: bool = False) -> Outcome:
    """Offer what suits a sore place, after how far the shoes have run that may have to do with it.

    Args:
        talk: the turn.
        heard: the place as it was said; None where none was.
        area: the place, None where it is none that the coach looks after.
        is_sore: whether it is sore, and not only tight or tired: in a stretch that is eased off first.
    """
    if is_sore and is_stretching(talk):
        return hurts(talk, heard, area)
    return offer_for_area(talk, heard, area, shoes_worn_lately(talk) if area else "")
