"""Runs told by voice: logged, with what was left out asked for."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from skill.conversation.habits import LastTold
from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.crossing import speak_up
from skill.conversation.shoes.days import WEEK, Day, UnclearDayError, past_time, read_day, turned_back
from skill.conversation.shoes.ending import go_on_after, refusal_in_words
from skill.conversation.shoes.finding import find
from skill.conversation.shoes.words import (
    NAMED_AT_MOST,
    about,
    exactly,
    on_day_of,
    pair_in_words,
    pairs_in_words,
)
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.shoes.distance import SpokenDistance
from skill.shoes.ledger import log_run
from skill.shoes.limits import SURPRISING_RUN, RefusedError, check_distance, check_time
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe


@dataclass(frozen=True, slots=True)
class Draft:
    """A run as far as it has been told.

    Attributes:
        metres: None until told.
        day: the runner's own day.
        hour: of the part of the day, None when it was not told.
        kind: None when it was not told.
        heard: what the pair was called; None when it was not told.
        sure: whether a surprising distance was confirmed.
    """

    day: date
    metres: int | None = None
    hour: int | None = None
    kind: RunKind | None = None
    heard: Slot | None = None
    sure: bool = False

    def topic(self) -> dict[str, Any]:
        """The draft as a question's topic."""
        return {
            "metres": self.metres,
            "day": self.day.isoformat(),
            "hour": self.hour,
            "kind": self.kind,
            "heard": self.heard and [self.heard.said, *self.heard.ids],
            "sure": self.sure,
        }


def draft_of(talk: Talk) -> Draft:
    """The draft in the topic of the last question; an empty one of today where there is none."""
    topic = talk.topic
    if "day" not in topic:
        return Draft(talk.wardrobe.local_time.date())
    heard = topic.get("heard")
    return Draft(
        day=date.fromisoformat(topic["day"]),
        metres=topic.get("metres"),
        hour=topic.get("hour"),
        kind=RunKind(topic["kind"]) if topic.get("kind") else None,
        heard=Slot(heard[0], tuple(heard[1:])) if heard else None,
        sure=bool(topic.get("sure")),
    )


def tell_run(
    talk: Talk, distance: SpokenDistance, day_text: str | None, kind: RunKind | None, heard: Slot | None
) -> Reply:
    """Log a run as it was told, or ask for what is missing; what was told before the question stays."""
    asked = talk.question is Question.HOW_FAR and "then" not in talk.topic
    draft = draft_of(talk) if asked else Draft(talk.wardrobe.local_time.date())
    draft = replace(draft, kind=kind or draft.kind, heard=heard or draft.heard)
    return add_distance(talk, draft, distance, day_text)


def offer_run(talk: Talk, distance: SpokenDistance, day_text: str | None) -> Reply:
    """A distance came out of the blue: ask whether it is a run."""
    now = talk.wardrobe.local_time
    talk.wardrobe.hear(distance)
    metres = distance.metres(talk.wardrobe.unit)
    try:
        day = turned_back(read_day(day_text, now), now)
        whole = None if metres is None else check_distance(float(metres))
    except UnclearDayError:
        return talk.ask(talk.say("shoes.log.which_day"))
    except RefusedError as refused:
        return talk.ask(refusal_in_words(talk, refused), Question.HOW_FAR, topic=draft_of(talk).topic())
    draft = Draft(day.date, whole, day.hour)
    if whole is None:
        return log_draft(talk, draft)
    said = exactly(talk, whole)
    return talk.ask(talk.say("shoes.log.log_it", distance=said), Question.LOG_RUN, topic=draft.topic())


def add_distance(talk: Talk, draft: Draft, distance: SpokenDistance, day_text: str | None = None) -> Reply:
    """Go on with a draft whose distance, and perhaps whose day, was just told."""
    now = talk.wardrobe.local_time
    talk.wardrobe.hear(distance)
    metres = distance.metres(talk.wardrobe.unit)
    if day_text is not None:
        try:
            day = turned_back(read_day(day_text, now), now)
        except UnclearDayError:
            return talk.ask(talk.say("shoes.log.which_day"))
        draft = replace(draft, day=day.date, hour=day.hour)
    try:
        told = draft if metres is None else replace(draft, metres=check_distance(float(metres)))
    except RefusedError as refused:
        topic = replace(draft, metres=None).topic()
        return talk.ask(refusal_in_words(talk, refused), Question.HOW_FAR, topic=topic)
    return log_draft(talk, replace(told, sure=told.sure or distance.race is not None))


def log_draft(talk: Talk, draft: Draft) -> Reply:
    """Log the draft, or ask for what it still lacks."""
    known = talk.wardrobe.run(talk.turn.id)
    if known:
        return say_logged(talk, known)
    question = _doubt(talk, draft)
    if question:
        return question
    shoe = None
    if draft.heard or len(talk.wardrobe.rotation.active) == 1:
        found = find(talk, draft.heard, then="log", values=replace(draft, heard=None).topic())
        if isinstance(found, Reply):
            return found
        shoe = found
    now = talk.wardrobe.local_time
    at = past_time(Day(draft.day, draft.hour), now)
    run = Run(talk.turn.id, at, draft.day, draft.metres or 0, shoe.id if shoe else None, draft.kind)
    try:
        check_time(at, now)
        talk.wardrobe.keep(log_run(talk.wardrobe.rotation, run))
    except RefusedError as refused:
        return go_on_after(talk, refusal_in_words(talk, refused))
    talk.wardrobe.habits = replace(talk.wardrobe.habits, last_told=LastTold(run))
    return say_logged(talk, run, assumed=shoe is not None and draft.heard is None)


def say_logged(talk: Talk, run: Run, *, assumed: bool = False) -> Reply:
    """Say what was logged; ask for the pair where it is not known."""
    rotation = talk.wardrobe.rotation
    shoe = rotation.find(run.shoe)
    values = {"distance": exactly(talk, run.metres), "when": on_day_of(talk, run)}
    if shoe:
        key = "shoes.log.logged_only" if assumed else "shoes.log.logged"
        text = talk.say(key, pair=pair_in_words(talk, shoe), total=about(talk, shoe.metres), **values)
        return _stretch_after(talk, run, text, shoe)
    if not rotation.active:
        return talk.ask(talk.say("shoes.log.logged_no_pairs", **values))
    names = pairs_in_words(talk, rotation.active, choice=True)
    few = len(rotation.active) <= NAMED_AT_MOST
    text = talk.say(f"shoes.log.logged_unknown{'' if few else '_many'}", names=names, **values)
    return talk.ask(text, Question.WHICH_PAIR, topic={"then": "worn", "run": run.id})


def _stretch_after(talk: Talk, run: Run, text: str, shoe: Shoe) -> Reply:
    """After today's run the coach offers what it is there for."""
    if run.day != talk.wardrobe.local_time.date() or talk.under_way:
        return go_on_after(talk, text, just_named=shoe)
    whole = " ".join(filter(None, [text, speak_up(talk, shoe), talk.say("shoes.log.stretch")]))
    return talk.ask(whole, Question.START_ROUTINE)


def _doubt(talk: Talk, draft: Draft) -> Reply | None:
    """The question without which a draft must not be logged; None where there is none."""
    now = talk.wardrobe.local_time
    if draft.metres is None:
        text, reprompt = talk.say("shoes.log.how_far"), talk.say("shoes.log.how_far_reprompt")
        return talk.ask(text, Question.HOW_FAR, reprompt=reprompt, topic=draft.topic())
    if draft.day == now.date() + timedelta(days=1):
        last = draft.day - WEEK
        weekday = talk.words.all("dates.weekdays")[draft.day.weekday()]
        text = talk.say("shoes.log.tomorrow", weekday=weekday)
        topic = {**replace(draft, day=last).topic(), "then": "tomorrow"}
        return talk.ask(text, Question.LOG_RUN, topic=topic)
    if draft.metres > SURPRISING_RUN and not draft.sure:
        said = exactly(talk, draft.metres)
        text = talk.say("shoes.log.surprising", distance=said)
        return talk.ask(text, Question.LOG_RUN, topic=draft.topic())
    return None
