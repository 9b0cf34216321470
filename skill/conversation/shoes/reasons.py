"""The reasons of a choice in words: each criterion has its own, for the choice and for the pairs behind."""

from collections.abc import Set as AbstractSet

from skill.conversation.shoes.mode_words import until_in_words
from skill.conversation.shoes.race_words import race_in_words
from skill.conversation.shoes.shoe_words import (
    capitalised,
    estimated_distance,
    kinds_in_words,
    little_distance,
    pair_in_words,
    rounded_distance,
    time_of_run,
    time_since_run,
)
from skill.conversation.turn.talk import Talk
from skill.shoes.criterion import Criterion
from skill.shoes.recommendation import Beaten, Pick, Recommendation, Verdict
from skill.shoes.rotation import Rest
from skill.shoes.run import RunKind
from skill.shoes.standing import PlannedRun, Rested, Standing


def reason(talk: Talk, pick: Pick, beaten: Beaten, planned: PlannedRun) -> str:
    """Why the pick is ahead of its runner-up: the clause behind "wear the Ghosts"."""
    winner, loser = pick.standing, beaten.standing
    key = _reason_key(beaten.criterion, winner, loser)
    return talk.line(f"shoes.choice.reason.{key}", **_values(talk, winner, loser, planned))


def behind(talk: Talk, beaten: Beaten, planned: PlannedRun) -> str:
    """Why a pair is behind: "the Ghosts ran yesterday"."""
    key = str(beaten.criterion)
    if beaten.criterion is Criterion.LAST_WORN and beaten.standing.shoe.wear.last_run_at is None:
        key = Criterion.EQUAL
    return talk.line(f"shoes.why.reason.{key}", **_values(talk, beaten.standing, beaten.standing, planned))


def against(talk: Talk, one: Standing, criterion: Criterion, rest: Rest, planned: PlannedRun) -> str:
    """What speaks against a pair by itself: "the Ghosts ran yesterday and are ten hours short of a rest"."""
    short = talk.line("shoes.setting.hours", count=max(rest.hours - (one.rest_hours or 0), 1))
    return talk.line(f"shoes.can_wear.against.{criterion}", time=short, **_values(talk, one, one, planned))


def instead(talk: Talk, beaten: Beaten, planned: PlannedRun) -> str:
    """Why the next pair is only next: "they ran yesterday"."""
    return talk.line(
        f"shoes.other.reason.{beaten.criterion}", **_values(talk, beaten.standing, beaten.standing, planned)
    )


def facts(talk: Talk, pick: Pick) -> str:
    """The distance on a pair, its life left, and when it ran last."""
    shoe = pick.standing.shoe
    left = talk.line("shoes.why.left", distance=estimated_distance(talk, shoe.metres_left))
    if shoe.metres_left <= 0:
        left = talk.line("shoes.why.over")
    pair, distance = capitalised(pair_in_words(talk, shoe)), rounded_distance(talk, shoe.metres)
    last = shoe.wear.last_run_at
    if last is None:
        return talk.line("shoes.why.facts", pair=pair, distance=distance, left=left)
    return talk.line(
        "shoes.why.facts_rested", pair=pair, distance=distance, left=left, when=time_of_run(talk, last)
    )


def notes(talk: Talk, answer: Recommendation, planned: PlannedRun) -> list[str]:
    """What is honest to add to the choice."""
    best = answer.picks[0]
    told = {best.runner_up.criterion} if best.runner_up else set()
    told |= {Verdict.NONE_RESTED: {Criterion.TOO_TIRED}, Verdict.NONE_LEFT: {Criterion.PAST_LIFE}}.get(
        answer.verdict, set()
    )
    said = warnings(talk, best, told, planned)
    if answer.verdict is Verdict.ONLY_PAIR:
        said += _only_pair(
            talk, best, today=planned.at.date() == talk.place_settings.read_local_time().date()
        )
    if answer.worn_that_day and planned.at.date() == talk.place_settings.read_local_time().date():
        worn = answer.worn_that_day[0]
        key = "same_pair_again" if worn == best.standing.shoe else "second_run"
        said.append(talk.line(f"shoes.choice.note.{key}", pair=pair_in_words(talk, worn)))
    if answer.unknown_run_at:
        said.append(_unknown(talk, answer))
    return said


def warnings(talk: Talk, pick: Pick, told: AbstractSet[Criterion], planned: PlannedRun) -> list[str]:
    """What speaks against a pair and has not been told yet."""
    one, shoe = pick.standing, pick.standing.shoe
    last = shoe.wear.last_run_at
    pair = capitalised(pair_in_words(talk, shoe))
    found = []
    if one.past_life and Criterion.PAST_LIFE not in told:
        found.append(
            talk.line("shoes.choice.note.past_life", pair=pair, distance=rounded_distance(talk, shoe.metres))
        )
    if one.reserved and Criterion.RESERVED not in told:
        kinds = kinds_in_words(talk, shoe)
        found.append(talk.line("shoes.choice.note.reserved", pair=pair_in_words(talk, shoe), kinds=kinds))
    if one.saved and Criterion.SAVED not in told:
        until = until_in_words(talk, shoe)
        found.append(talk.line("shoes.choice.note.saved", pair=pair_in_words(talk, shoe), until=until))
    if one.kept_for_race and Criterion.KEPT_FOR_RACE not in told:
        race = race_in_words(talk, one.kept_for_race)
        found.append(talk.line("shoes.choice.note.kept_for_race", pair=pair, race=race))
    if not (one.covers_distance or one.past_life) and Criterion.LIFE_LEFT not in told:
        left = estimated_distance(talk, shoe.metres_left)
        found.append(talk.line("shoes.choice.note.life_left", pair=pair, left=left))
    if one.too_new and Criterion.TOO_NEW not in told:
        little = little_distance(talk, shoe.metres)
        newness = "new_for_race" if planned.kind is RunKind.RACE else "too_new"
        found.append(talk.line(f"shoes.choice.note.{newness}", pair=pair, little=little))
    rest_told = told & {Criterion.TOO_TIRED, Criterion.NOT_FULLY_RESTED}
    if last and one.rested in (Rested.NOT, Rested.PARTLY) and not rest_told:
        key = "tired" if one.rested is Rested.NOT else "part_rest"
        found.append(talk.line(f"shoes.choice.note.{key}", pair=pair, when=time_of_run(talk, last)))
    return found


def _only_pair(talk: Talk, best: Pick, *, today: bool) -> list[str]:
    last = best.standing.shoe.wear.last_run_at
    if best.standing.rested is Rested.FULLY and last and today:
        return [talk.line("shoes.choice.note.rested", since=time_since_run(talk, last))]
    if best.standing.rested in (Rested.NOT, Rested.PARTLY):
        return [talk.line("shoes.choice.note.second_pair")]
    return []


def _unknown(talk: Talk, answer: Recommendation) -> str:
    if answer.unknown_run_at is None:
        raise LookupError("every recent run has its pair")
    said = time_of_run(talk, answer.unknown_run_at)
    if len(answer.picks) < 2:  # noqa: PLR2004  no second pair to take instead
        return talk.line("shoes.choice.note.unknown_only", when=said)
    second = pair_in_words(talk, answer.picks[1].standing.shoe)
    return talk.line("shoes.choice.note.unknown", when=said, other=second)


def _reason_key(by: Criterion, winner: Standing, loser: Standing) -> str:
    if by in (Criterion.TOO_TIRED, Criterion.NOT_FULLY_RESTED):
        return _rest_key(winner)
    if by is Criterion.WEAR and winner.shoe.metres == 0:
        return "wear_new"
    if by is Criterion.WEAR:
        return "wear" if winner.shoe.metres < loser.shoe.metres else "wear_share"
    if by is Criterion.LAST_WORN and winner.shoe.wear.last_run_at is None:
        if winner.shoe.wear.tally.runs:
            return "last_worn_long"
        return "last_worn_untold" if winner.shoe.starting_metres else "last_worn_new"
    return str(by)


def _rest_key(winner: Standing) -> str:
    shoe = winner.shoe
    if shoe.wear.last_run_at is not None:
        return "rested_fully" if winner.rested is Rested.FULLY else "rested_longer"
    if shoe.wear.tally.runs:
        return "rested_long"
    return "rested_untold" if shoe.starting_metres else "rested_new"


def _values(talk: Talk, winner: Standing, loser: Standing, planned: PlannedRun) -> dict[str, str]:
    """Every value that a reason can want."""
    ran, rested = loser.shoe.wear.last_run_at, winner.shoe.wear.last_run_at
    race = loser.kept_for_race or winner.readied_for
    return {
        "race": race_in_words(talk, race) if race else "",
        "until": until_in_words(talk, loser.shoe),
        "other": pair_in_words(talk, loser.shoe),
        "when": time_of_run(talk, ran) if ran else "",
        "since": time_since_run(talk, rested) if rested else "",
        "distance": rounded_distance(talk, winner.shoe.metres),
        "little": little_distance(talk, loser.shoe.metres),
        "more": rounded_distance(talk, loser.shoe.metres),
        "left": estimated_distance(talk, loser.shoe.metres_left),
        "kinds": kinds_in_words(talk, loser.shoe),
        "kind": talk.line(f"shoes.kinds.{planned.kind}") if planned.kind else "",
    }
