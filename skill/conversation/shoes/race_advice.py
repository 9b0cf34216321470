"""What to wear for a race to come, and what to do with the pairs until then, as far as it can be known."""

from skill.conversation.shoes import reasons
from skill.conversation.shoes.choosing import race_run
from skill.conversation.shoes.race_words import race_in_words
from skill.conversation.shoes.shoe_words import (
    estimated_distance,
    little_distance,
    pair_in_words,
)
from skill.conversation.turn.talk import Talk
from skill.shoes.lifetime import forecast
from skill.shoes.planned_race import PlannedRace
from skill.shoes.recommendation import Pick, recommend
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe


def advice_for(talk: Talk, race: PlannedRace) -> str:
    """Which pair, why, and what to do until then; empty where there is no pair in use."""
    planned = race_run(talk, race)
    picks = recommend(talk.shoes.rotation, planned).picks
    if not picks:
        return talk.line("shoes.races.no_pair")
    best = picks[0]
    pair = pair_in_words(talk, best.standing.shoe)
    if best.runner_up:
        reason = reasons.reason(talk, best, best.runner_up, planned)
        text = talk.line("shoes.races.wear", pair=pair, reason=reason)
    else:
        text = talk.line("shoes.races.wear_only", pair=pair)
    return f"{text} {_until_then(talk, best, race)}".strip()


def _until_then(talk: Talk, best: Pick, race: PlannedRace) -> str:
    """What to do with the pair until the race."""
    one, shoe = best.standing, best.standing.shoe
    if race.day <= talk.place_settings.read_local_time().date():
        return ""
    if one.past_life or not one.covers_distance:
        left = estimated_distance(talk, max(shoe.metres_left, 0))
        return talk.line("shoes.races.until.worn_out", left=left)
    if one.is_new:
        return talk.line("shoes.races.until.break_in", little=little_distance(talk, shoe.metres))
    if RunKind.RACE in shoe.kinds:
        return talk.line("shoes.races.until.kept")
    if _may_end_before(talk, shoe, race):
        return talk.line("shoes.races.until.may_end", race=race_in_words(talk, race))
    return talk.line("shoes.races.until.rested")


def _may_end_before(talk: Talk, shoe: Shoe, race: PlannedRace) -> bool:
    """Whether the pair may reach the end of its life before the race, at the pace of the last weeks."""
    until = forecast(shoe, talk.shoes.recent, talk.turn.at)
    return until is not None and until.earliest.date() <= race.day
