"""Pairs added by voice: the name first, then what they had run before."""

from dataclasses import replace

from skill.conversation.habits import LastTold
from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.ending import go_on_after, refusal_in_words
from skill.conversation.shoes.finding import find, vocabulary_of
from skill.conversation.shoes.words import about, pair_in_words, starting
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import SpokenDistance
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import Refusal, RefusedError, check_starting_distance
from skill.shoes.names import bare_name
from skill.shoes.pairs import add_pair, with_starting_distance
from skill.shoes.shoe import Shoe


def add_shoes(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Reply:
    """Add a pair; ask for its name, and then for what it had run before."""
    wardrobe = talk.wardrobe
    known = wardrobe.rotation.find(_pair_id(talk))
    if known:
        return _added(talk, known)
    wardrobe.hear(distance)
    before = distance.metres(wardrobe.unit)
    metres = None if before is None else float(before)
    if metres is None and talk.question is Question.NAME_PAIR:
        metres = talk.topic.get("metres")
    if heard is None:
        text, reprompt = talk.say("shoes.adding.which"), talk.say("shoes.adding.which_reprompt")
        return talk.ask(text, Question.NAME_PAIR, reprompt=reprompt, topic={"metres": metres})
    return _add(talk, heard, metres)


def start_at(talk: Talk, heard: Slot | None, distance: SpokenDistance) -> Reply:
    """What a pair had run before it was added."""
    wardrobe = talk.wardrobe
    wardrobe.hear(distance)
    metres = distance.metres(wardrobe.unit)
    if metres is None and "metres" in talk.topic:
        metres = talk.topic["metres"]
    values = {} if metres is None else {"metres": float(metres)}
    asked_about = wardrobe.rotation.find(talk.topic.get("pair") or _pair_added_last(talk))
    found = asked_about if heard is None and asked_about else find(talk, heard, then="start", values=values)
    if isinstance(found, Reply):
        return found
    topic = {"pair": found.id}
    if metres is None:
        text = talk.say("shoes.setting.which_start", pair=pair_in_words(talk, found))
        return talk.ask(text, Question.RUN_BEFORE, topic=topic)
    try:
        started = with_starting_distance(found, float(metres))
    except RefusedError as refused:
        return talk.ask(refusal_in_words(talk, refused), Question.RUN_BEFORE, topic=topic)
    wardrobe.rotation = wardrobe.rotation.with_shoe(started)
    return _started(talk, started)


def brand_new(talk: Talk) -> Reply:
    """The pair added last has not run yet."""
    return go_on_after(talk, talk.say("shoes.adding.added_new"))


def how_far_before(talk: Talk) -> Reply:
    """It has run already, but how far?"""
    shoe = talk.wardrobe.rotation.find(talk.topic.get("pair"))
    if shoe is None:
        return brand_new(talk)
    text = talk.say("shoes.setting.which_start", pair=pair_in_words(talk, shoe))
    return talk.ask(text, Question.RUN_BEFORE, topic={"pair": shoe.id})


def _pair_id(talk: Talk) -> str:
    """The pair's id comes from the request, so that one delivered twice adds one pair."""
    return f"pair-{talk.turn.id}"


def _add(talk: Talk, heard: Slot, metres: float | None) -> Reply:
    wardrobe, words = talk.wardrobe, vocabulary_of(talk)
    try:
        before = check_starting_distance(metres or 0)
        shoe = Shoe(_pair_id(talk), bare_name(heard.said, words), talk.turn.at, starting_metres=before)
        wardrobe.rotation = add_pair(wardrobe.rotation, mark_announced(shoe), words)
    except RefusedError as refused:
        text = refusal_in_words(talk, refused)
        if refused.why in (Refusal.TOO_MANY_PAIRS, Refusal.STARTING_DISTANCE):
            return go_on_after(talk, text)
        return talk.ask(text, Question.NAME_PAIR, topic={"metres": metres})
    wardrobe.habits = replace(wardrobe.habits, last_told=LastTold(pair=shoe.id))
    return _added(talk, wardrobe.rotation.shoes[-1])


def _pair_added_last(talk: Talk) -> str | None:
    last = talk.wardrobe.habits.last_told
    return last.pair if last else None


def _added(talk: Talk, shoe: Shoe) -> Reply:
    pair = pair_in_words(talk, shoe)
    if shoe.starting_metres:
        distance = about(talk, shoe.starting_metres)
        return go_on_after(talk, talk.say("shoes.adding.added_with", pair=pair, distance=distance))
    text, reprompt = talk.say("shoes.adding.added", pair=pair), talk.say("shoes.adding.added_reprompt")
    return talk.ask(text, Question.RUN_BEFORE, reprompt=reprompt, topic={"pair": shoe.id})


def _started(talk: Talk, shoe: Shoe) -> Reply:
    pair, total = pair_in_words(talk, shoe), about(talk, shoe.metres)
    line = "shoes.setting.start" if shoe.wear.tally.runs else "shoes.setting.start_only"
    before = about(talk, shoe.starting_metres)
    return go_on_after(talk, talk.say(line, pair=starting(pair), total=total, distance=before))
