"""Which use case answers which intent about races to come, how pairs are worn and felt, and what was."""

from collections.abc import Mapping
from datetime import date, timedelta

from skill.alexa.asked_span import asked_span
from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.spoken_amounts import spoken_distance
from skill.conversation import opening_answers
from skill.conversation.not_understood import not_understood
from skill.conversation.shoes import (
    how_felt,
    pair_reports,
    races,
    run_records,
    runs_to_come,
    taking,
    treating,
)
from skill.conversation.shoes.about_that import AskedOfThat, about_that
from skill.conversation.shoes.asked_days import asked_days
from skill.conversation.shoes.how_felt import Neither
from skill.conversation.shoes.pair_reports import Rank
from skill.conversation.shoes.race_meant import metres_of_race, race_of, race_spoken_of
from skill.conversation.shoes.run_records import Compared, Extreme, Per
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import WEEK
from skill.shoes.distance import NO_DISTANCE, RACE_METRES, Race
from skill.shoes.names import position_said
from skill.shoes.periods import Period
from skill.shoes.run import Felt, RunKind
from skill.shoes.spans import SpanKind

SECONDS_IN_DAY = 86_400


def _tell_race(talk: Talk, slots: Slots) -> Outcome:
    """A race to come; a distance that is as likely a training run of the coming days is only planned."""
    distance, kind = spoken_distance(slots), slots.word("run_kind", RunKind)
    day = _race_day(talk, slots, "day")
    ahead = day is not None and day - talk.place_settings.read_local_time().date() >= WEEK
    if _is_race(slots) or distance == NO_DISTANCE or (ahead and slots.word("race_distance", Race)):
        return races.tell_race(talk, distance, day)
    return runs_to_come.plan(talk, distance, slots.day("day"), kind or RunKind.RACE, None)


def _move_race(talk: Talk, slots: Slots) -> Outcome:
    """A race on another day, or of another distance."""
    metres = metres_of_race(talk, spoken_distance(slots))
    new, day = slots.word("new_race", Race), _race_day(talk, slots, "day")
    if new:
        return races.other_distance(talk, round(RACE_METRES[new]))
    return races.move_race(talk, metres, day)


def _call_off(talk: Talk, slots: Slots) -> Outcome:
    """A race that is off."""
    return races.call_off(talk, metres_of_race(talk, spoken_distance(slots)), _race_day(talk, slots, "day"))


def _tell_races(talk: Talk, slots: Slots) -> Outcome:
    return races.tell_races(talk, metres_of_race(talk, spoken_distance(slots)))


def _is_race(slots: Slots) -> bool:
    long_enough = slots.word("race_distance", Race) in (Race.HALF_MARATHON, Race.MARATHON)
    return long_enough or any(slots.get(name) for name in ("race_named", "race_entry", "race_place"))


def _race_day(talk: Talk, slots: Slots, name: str) -> date | None:
    """The day of a race: a date, so long ahead, or so long after a date; None where that is no single day."""
    span, ahead = slots.span(name), slots.seconds("ahead")
    known = span.first if span and span.kind is SpanKind.DAY else None
    if ahead is None:
        return known
    today = talk.place_settings.read_local_time().date()
    return (known or today) + timedelta(days=round(ahead / SECONDS_IN_DAY))


def _about_that(talk: Talk, slots: Slots) -> Outcome:
    return about_that(talk, slots.word("asked_of_that", AskedOfThat)) or not_understood(talk)


def _save(talk: Talk, slots: Slots) -> Outcome:
    spoken_of = race_spoken_of(talk) if slots.get("that_race") else race_of(talk, spoken_distance(slots))
    for_race = _is_race(slots) or spoken_of is not None
    kind = RunKind.RACE if for_race else slots.word("run_kind", RunKind)
    until = spoken_of.day if spoken_of else _saved_until(talk, slots)
    return treating.save_or_keep(talk, slots.get("shoe"), until, kind, for_one_race=for_race)


def _saved_until(talk: Talk, slots: Slots) -> date | None:
    """The day from which a saved pair is worn again."""
    today = talk.place_settings.read_local_time().date()
    month = slots.month("until_month")
    season = slots.month_and_day("until_season") or (month and (month, 1))
    if season:
        this_year = date(today.year, *season)
        return this_year if this_year > today else date(today.year + 1, *season)
    span = slots.span("until")
    if span:  # "for my half in December" may be on its last day, "until December" ends before its first
        return span.last if _is_race(slots) else span.first
    return _race_day(talk, slots, "until")


def _felt(talk: Talk, slots: Slots) -> Outcome:
    if slots.word("felt", Neither):
        return how_felt.note_neither(talk)
    told = (slots.word(name, Felt) for name in ("felt", "felt_verb", "felt_did"))
    felt = next(filter(None, told), None)
    return how_felt.note_felt(talk, slots.get("shoe"), felt, slots.day("day"))


def _longest(talk: Talk, slots: Slots) -> Outcome:
    per = slots.word("per_span", Per)
    if per:
        extreme = slots.word("extreme", Extreme) or Extreme.LONGEST
        days = slots.word("period", Period), asked_span(talk, slots)
        return run_records.extreme_span(talk, extreme, per, *days)
    return run_records.extreme_run(
        talk,
        slots.word("extreme", Extreme) or Extreme.LONGEST,
        slots.get("shoe"),
        slots.word("run_kind", RunKind),
        asked_days(talk, slots.word("period", Period), asked_span(talk, slots)),
    )


def _average(talk: Talk, slots: Slots) -> Outcome:
    per = slots.word("per", Per) or Per.WEEK
    return run_records.average(talk, per, slots.word("period", Period), asked_span(talk, slots))


def _compare(talk: Talk, slots: Slots) -> Outcome:
    one, two = slots.month("month_one"), slots.month("month_two")
    if one and two:
        return run_records.compare_months(talk, one, two)
    named = slots.word("compared", Compared) or slots.word("compared_last", Compared)
    return run_records.compare(talk, named or Compared.MONTH)


def _most_worn(talk: Talk, slots: Slots) -> Outcome:
    rank = slots.word("rank", Rank) or slots.word("rank_how", Rank) or Rank.MOST
    return pair_reports.most_worn(talk, rank, slots.word("period", Period), asked_span(talk, slots))


def _runs_of_pair(talk: Talk, slots: Slots) -> Outcome:
    period, span = slots.word("period", Period), asked_span(talk, slots)
    return pair_reports.runs_of_pair(talk, slots.get("shoe"), period, span)


def _again(talk: Talk, slots: Slots) -> Outcome:
    """A pair once more; "the first one again" is one of several that were named."""
    kind, day, shoe = slots.word("run_kind", RunKind), slots.day("day"), slots.get("shoe")
    if shoe and position_said(shoe.said, vocabulary_of(talk)):
        return opening_answers.pair(talk, shoe)
    return taking.again(talk, shoe, day, kind, spoken_distance(slots))


_WHAT_WAS: Mapping[str, SlotUseCase] = {
    "LongestRunIntent": _longest,
    "AverageRunIntent": _average,
    "CompareRunsIntent": _compare,
    "MostWornIntent": _most_worn,
    "RunsOfPairIntent": _runs_of_pair,
    "AboutThatIntent": _about_that,
    "RetiredShoesIntent": lambda talk, _slots: pair_reports.retired_shoes(talk),
}
WHAT_WAS = frozenset(_WHAT_WAS)
"""Questions about runs gone by."""
RACE_AND_WEAR_INTENTS: Mapping[str, SlotUseCase] = {
    **_WHAT_WAS,
    "TellRaceIntent": _tell_race,
    "MoveRaceIntent": _move_race,
    "CallOffRaceIntent": _call_off,
    "RacesIntent": _tell_races,
    "UseUpShoesIntent": lambda talk, slots: treating.use_up(talk, slots.get("shoe")),
    "SaveShoesIntent": _save,
    "WearEvenlyIntent": lambda talk, slots: treating.wear_evenly(talk, slots.get("shoe")),
    "ModesIntent": lambda talk, _slots: treating.tell_modes(talk),
    "ShoesFeltIntent": _felt,
    "TakeShoesIntent": lambda talk, slots: taking.take(talk, slots.get("shoe")),
    "PairAgainIntent": _again,
}
