"""Which shoes to wear: the choice, why, and what else."""

from datetime import datetime
from typing import Any

from skill.conversation.reply import Question, Reply, Screen
from skill.conversation.shoes import reasons
from skill.conversation.shoes.crossing import speak_up
from skill.conversation.shoes.days import Day, UnclearDayError, read_day, time_to_come
from skill.conversation.shoes.ending import ask_for_first_pair, refusal_in_words
from skill.conversation.shoes.words import about, exactly, pair_in_words, starting
from skill.conversation.stretching.performing import carry_on
from skill.conversation.talk import Talk
from skill.shoes.distance import SpokenDistance
from skill.shoes.lifetime import mark_announced
from skill.shoes.limits import RefusedError, check_distance
from skill.shoes.recommendation import Recommendation, Verdict, recommend
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun
from skill.speech.dates import day_in_words, on_day_in_words


def choose_shoes(talk: Talk, day_text: str | None, kind: RunKind | None, distance: SpokenDistance) -> Reply:
    """Say which shoes to wear for the run asked about, and why."""
    wardrobe = talk.wardrobe
    try:
        day = read_day(day_text, wardrobe.local_time)
    except UnclearDayError:
        day = Day(wardrobe.local_time.date())
    if day.date < wardrobe.local_time.date():
        return _ask_on(talk, talk.say("shoes.choice.day_gone"), None)
    wardrobe.hear(distance)
    metres = distance.metres(wardrobe.unit)
    try:
        whole = None if metres is None else check_distance(float(metres))
    except RefusedError as refused:
        return _ask_on(talk, refusal_in_words(talk, refused), None)
    asked = PlannedRun(time_to_come(day, wardrobe.local_time), kind, whole)
    return _answer(talk, asked, recommend(wardrobe.rotation, asked))


def why(talk: Talk) -> Reply:
    """Tell more of why the pair named last is named: its facts, and what is behind."""
    asked, place = _topic(talk)
    answer = recommend(talk.wardrobe.rotation, asked)
    if not answer.picks:
        return _answer(talk, asked, answer)
    place = min(place, len(answer.picks) - 1)
    pick = answer.picks[place]
    text = reasons.facts(talk, pick)
    if len(answer.picks) == 1:
        text = f"{text} {talk.say('shoes.why.alone')}"
    elif pick.beaten:
        behind = [reasons.behind(talk, beaten, asked) for beaten in pick.beaten[:3]]
        line = talk.say("shoes.why.behind", count=len(behind), reasons=talk.words.join(behind))
        text = f"{text} {line}"
    return _ask_on(talk, text, asked, place)


def other_shoes(talk: Talk) -> Reply:
    """Name the next pair, with what speaks against it."""
    asked, place = _topic(talk)
    answer = recommend(talk.wardrobe.rotation, asked)
    if not answer.picks or talk.question is not Question.SHOES_CHOSEN:
        return _answer(talk, asked, answer)
    if len(answer.picks) == 1:
        return _ask_on(talk, talk.say("shoes.other.only"), asked)
    if place + 1 >= len(answer.picks):
        first = pair_in_words(talk, answer.picks[0].standing.shoe)
        return _ask_on(talk, talk.say("shoes.other.none", pair=first), asked)
    next_one = answer.picks[place + 1]
    ahead = next(
        beaten for beaten in answer.picks[place].beaten if beaten.standing.shoe == next_one.standing.shoe
    )
    reason = reasons.instead(talk, ahead, asked)
    text = talk.say("shoes.other.next", pair=pair_in_words(talk, next_one.standing.shoe), reason=reason)
    notes = reasons.warnings(talk, next_one, {ahead.criterion})
    return _ask_on(talk, " ".join([text, *notes]), asked, place + 1)


def _answer(talk: Talk, asked: PlannedRun, answer: Recommendation) -> Reply:
    if answer.verdict is Verdict.NO_PAIRS:
        return ask_for_first_pair(talk)
    if answer.verdict is Verdict.ALL_RETIRED:
        last = max(talk.wardrobe.rotation.retired, key=lambda shoe: (shoe.retired_at, shoe.id))
        return talk.ask(talk.say("shoes.choice.all_retired", pair=pair_in_words(talk, last)))
    best = answer.picks[0]
    shoe = best.standing.shoe
    if best.standing.past_life:
        talk.wardrobe.rotation = talk.wardrobe.rotation.with_shoe(mark_announced(shoe))
    text = " ".join([_headline(talk, asked, answer), *reasons.notes(talk, answer, asked)])
    text = " ".join(filter(None, [text, speak_up(talk)]))
    return _ask_on(talk, text, asked, screen=_screen(talk, answer))


def _headline(talk: Talk, asked: PlannedRun, answer: Recommendation) -> str:
    best = answer.picks[0]
    pair = pair_in_words(talk, best.standing.shoe)
    if answer.verdict is Verdict.ONLY_PAIR or best.runner_up is None:
        return talk.say("shoes.choice.only_pair", pair=starting(pair))
    reason = reasons.reason(talk, best, best.runner_up, asked)
    if answer.verdict is Verdict.NONE_RESTED:
        return talk.say("shoes.choice.none_rested", pair=pair, reason=reason)
    if answer.verdict is Verdict.NONE_LEFT:
        return talk.say("shoes.choice.none_left", pair=pair, reason=reason)
    what = _what(talk, asked)
    if what:
        return talk.say("shoes.choice.wear_for", what=what, pair=pair, reason=reason)
    return talk.say("shoes.choice.wear", pair=pair, reason=reason)


def _what(talk: Talk, asked: PlannedRun) -> str:
    """What was asked for, in words; empty for a run today of which nothing is known."""
    now = talk.wardrobe.local_time
    run = talk.say(f"shoes.run_of_kind.{asked.kind}") if asked.kind else ""
    if asked.metres and not run:
        run = exactly(talk, asked.metres)
    day = asked.at.date()
    if day == now.date():
        return run
    if not run:
        return day_in_words(talk.words, day, now.date())
    return talk.say("shoes.choice.run_on_day", run=run, day=on_day_in_words(talk.words, day, now.date()))


def _ask_on(
    talk: Talk, text: str, asked: PlannedRun | None, place: int = 0, *, screen: Screen | None = None
) -> Reply:
    """Say it and leave "why" and "what else" open; a routine under way goes on instead."""
    if talk.under_way:
        return carry_on(talk, starting(text))
    whole = f"{starting(text)} {talk.say('shoes.choice.invitation')}"
    topic: dict[str, Any] = {"place": place}
    if asked:
        topic |= {"at": asked.at.isoformat(), "kind": asked.kind, "metres": asked.metres}
    return talk.ask(whole, Question.SHOES_CHOSEN, topic=topic, screen=screen)


def _topic(talk: Talk) -> tuple[PlannedRun, int]:
    """The run that was asked about last, and the place of the pair that was named."""
    topic, now = talk.topic, talk.wardrobe.local_time
    if talk.question is not Question.SHOES_CHOSEN or "at" not in topic:
        return PlannedRun(now), 0
    kind = topic.get("kind")
    asked = PlannedRun(
        datetime.fromisoformat(topic["at"]), RunKind(kind) if kind else None, topic.get("metres")
    )
    return asked, int(topic.get("place", 0))


def _screen(talk: Talk, answer: Recommendation) -> Screen:
    lines = [
        talk.say(
            "shoes.choice.screen_line",
            pair=pick.standing.shoe.nickname,
            distance=about(talk, pick.standing.shoe.metres),
        )
        for pick in answer.picks[:5]
    ]
    return Screen(talk.say("shoes.choice.screen_title"), tuple(lines))
