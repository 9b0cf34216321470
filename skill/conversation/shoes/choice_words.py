"""A choice of shoes in words, and on a screen."""

from skill.conversation.shoes import reasons
from skill.conversation.shoes.closet import closet_to_choose_from
from skill.conversation.shoes.race_words import race_in_words
from skill.conversation.shoes.shoe_words import (
    capitalised,
    exact_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.turn.reply import Screen
from skill.conversation.turn.talk import Talk
from skill.shoes.planned_race import race_on
from skill.shoes.recommendation import Recommendation, Verdict
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun
from skill.speech.dates import day_in_words, on_day_in_words


def headline(talk: Talk, planned: PlannedRun, answer: Recommendation) -> str:
    """The choice with its reason."""
    best = answer.picks[0]
    pair = pair_in_words(talk, best.standing.shoe)
    if answer.verdict is Verdict.ONLY_PAIR or best.runner_up is None:
        return talk.line("shoes.choice.only_pair", pair=capitalised(pair))
    reason = reasons.reason(talk, best, best.runner_up, planned)
    if answer.verdict is Verdict.NONE_RESTED:
        return talk.line("shoes.choice.none_rested", pair=pair, reason=reason)
    if answer.verdict is Verdict.NONE_LEFT:
        return talk.line("shoes.choice.none_left", pair=pair, reason=reason)
    what = _what(talk, planned)
    if what:
        return talk.line("shoes.choice.wear_for", what=what, pair=pair, reason=reason)
    return talk.line("shoes.choice.wear", pair=pair, reason=reason)


def _what(talk: Talk, planned: PlannedRun) -> str:
    """What was asked for, in words; empty for a run today of which nothing is known."""
    now = talk.place_settings.read_local_time()
    run = talk.line(f"shoes.run_of_kind.{planned.kind}") if planned.kind else ""
    race = race_on(talk.shoes.rotation.races, planned.at.date())
    if race and planned.kind is RunKind.RACE:
        run = talk.line("shoes.races.yours", race=race_in_words(talk, race))
    if planned.metres and not run:
        run = exact_distance(talk, planned.metres)
    day = planned.at.date()
    if day == now.date():
        return run
    if not run:
        return day_in_words(talk.phrasebook, day, now.date())
    return talk.line(
        "shoes.choice.run_on_day", run=run, day=on_day_in_words(talk.phrasebook, day, now.date())
    )


def choice_on_screen(talk: Talk, planned: PlannedRun, answer: Recommendation) -> Screen:
    """The pairs in their order."""
    lines = [
        talk.line(
            "shoes.choice.screen_line",
            pair=pick.standing.shoe.nickname,
            distance=rounded_distance(talk, pick.standing.shoe.metres),
        )
        for pick in answer.picks[:5]
    ]
    closet = closet_to_choose_from(talk, answer, planned)
    return Screen(talk.line("shoes.choice.screen_title"), tuple(lines), closet=closet)
