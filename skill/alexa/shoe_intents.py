"""Which use case answers which intent that needs the notebook, and which slots it reads."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from skill.alexa.asked_span import asked_span
from skill.alexa.coach_intents import COACH_INTENTS, WHAT_WAS
from skill.alexa.life_intents import LIFE_INTENTS
from skill.alexa.pair_intents import PAIR_INTENTS, pair_named
from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.spoken_amounts import spoken_distance
from skill.conversation import bare_values, opening_answers, run_answers, undo
from skill.conversation.imports import by_voice
from skill.conversation.imports.by_voice import Source, note_news
from skill.conversation.shoes import (
    can_wear,
    checking,
    pair_reports,
    races,
    run_reports,
    runs_to_come,
    several_runs,
    shoe_reports,
    shoe_rules,
    why_shoes,
)
from skill.conversation.shoes.choosing_between import choose_between
from skill.conversation.shoes.replies import without_notebook
from skill.conversation.shoes.run_again import run_again
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.shoe_rules import Switch
from skill.conversation.shoes.telling_runs import ToldRun
from skill.conversation.shoes.which_run import NamedRun
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day, latest
from skill.shoes.distance import Race, SpokenDistance, Unit
from skill.shoes.periods import Period
from skill.shoes.run import RunKind
from skill.shoes.spans import SpanKind

THERE_AND_BACK: Final = 2
"""As many times the way is a run of which one way was told."""


class Times(StrEnum):
    """How often the same was run."""

    TWO = "2"
    THREE = "3"


_DAY: Final = 24 * 60 * 60
"""Seconds: no run that is told takes as long."""


def _choose(talk: Talk, slots: Slots) -> Outcome:
    kind = slots.word("run_kind", RunKind)
    first, second = slots.get("named_shoe"), slots.get("second_shoe")
    if first and second:
        return choose_between(talk, (first, second), slots.day("day"), kind, spoken_distance(slots))
    span, today = slots.span("day"), talk.place_settings.read_local_time().date()
    days = span if span and span.kind is not SpanKind.DAY else None
    over = days if days and (days.last < today or days.kind is SpanKind.MONTH) else None
    return bare_values.choose(talk, slots.day("day"), kind, spoken_distance(slots), over)


def _can_wear(talk: Talk, slots: Slots) -> Outcome:
    kind, shoe = slots.word("run_kind", RunKind), slots.get("shoe")
    return can_wear.can_wear(talk, shoe, slots.day("day"), kind, spoken_distance(slots))


def _plan(talk: Talk, slots: Slots) -> Outcome:
    kind = slots.word("run_kind", RunKind)
    return runs_to_come.plan(talk, spoken_distance(slots), slots.day("day"), kind, slots.get("shoe"))


def _no_run(talk: Talk, slots: Slots) -> Outcome:
    """No run; on the day of a race to come it is the race that is off."""
    day = slots.day("day")
    if day and day.date and races.is_on(talk, day.date):
        return races.call_off(talk, None, day.date)
    return run_answers.no_run(talk, day)


def _last_run(talk: Talk, slots: Slots) -> Outcome:
    span, shoe = asked_span(talk, slots), slots.get("shoe")
    kind = slots.word("run_kind", RunKind)
    if kind:
        return run_reports.last_run_of_kind(talk, kind)
    if span:
        return run_reports.runs_on(talk, span)
    return run_reports.last_run_in(talk, shoe) if shoe else run_reports.last_run(talk)


def _runs(talk: Talk, slots: Slots) -> Outcome:
    unit, span = slots.word("unit", Unit), asked_span(talk, slots)
    if span is None and slots.text("day") is None:
        return bare_values.runs_in(talk, slots.word("period", Period), unit)
    return run_reports.runs_on(talk, span, unit=unit)


def _list_runs(talk: Talk, slots: Slots) -> Outcome:
    return run_reports.list_runs(talk, slots.word("period", Period), asked_span(talk, slots))


def _told_run(slots: Slots) -> ToldRun:
    return ToldRun(
        distance=spoken_distance(slots),
        day=slots.day("day"),
        kind=slots.word("run_kind", RunKind),
        heard=slots.get("shoe"),
        seconds=slots.seconds("duration"),
        repetitions=slots.whole("repetitions"),
    )


def _log_run(talk: Talk, slots: Slots) -> Outcome:
    """A run that was run; "a ten k race a week on Saturday" takes no week, and is still to come."""
    seconds = slots.seconds("duration")
    return _plan(talk, slots) if seconds and seconds >= _DAY else run_answers.tell_run(talk, _told_run(slots))


def _run_was(talk: Talk, slots: Slots) -> Outcome:
    told, heard = _told_run(slots), slots.get("named_shoe")
    if heard is None or told.day:
        return run_answers.run_was(talk, replace(told, heard=heard or told.heard))
    return run_answers.run_in_pair_was(talk, told, heard)


def _second_run(slots: Slots) -> ToldRun:
    second = SpokenDistance(
        whole=slots.number("second_distance"),
        decimals=slots.digits("second_decimal"),
        unit=slots.word("second_unit", Unit) or slots.word("unit", Unit),
        race=slots.word("second_race", Race),
    )
    return ToldRun(distance=second, day=slots.day("second_day"), heard=slots.get("second_shoe"))


def _log_two_runs(talk: Talk, slots: Slots) -> Outcome:
    """Two runs; the second perhaps on "the day before", which only the first one's day tells."""
    first, second = _told_run(slots), _second_run(slots)
    if slots.get("day_before") and first.day and first.day.date:
        day = latest(first.day.date, talk.place_settings.read_local_time())
        second = replace(second, day=Day(day - timedelta(days=1)))
    return several_runs.tell_runs(talk, first, second)


def _log_each(talk: Talk, slots: Slots) -> Outcome:
    """The same on each of the days, or as often on one."""
    told = _told_run(slots)
    days = [day for name in ("second_day", "third_day") if (day := slots.day(name))]
    times = slots.word("times", Times)
    others = [replace(told, day=day) for day in days] or [told] * (int(times or Times.TWO) - 1)
    return several_runs.tell_runs(talk, told, *others)


def _log_laps(talk: Talk, slots: Slots) -> Outcome:
    """One run of as many laps, or there and back."""
    return run_answers.tell_run(talk, replace(_told_run(slots), laps=slots.whole("laps") or THERE_AND_BACK))


def _pairs_of_runs(talk: Talk, slots: Slots) -> Outcome:
    first, second = _told_run(slots), _second_run(slots)
    return several_runs.tell_pairs(talk, first, *([second] if second.heard else []))


def _named_run(slots: Slots) -> NamedRun:
    """By what a run is named that is changed or deleted."""
    named = SpokenDistance(
        whole=slots.number("named_distance"),
        decimals=slots.digits("named_decimal"),
        unit=slots.word("named_unit", Unit),
        race=slots.word("named_race", Race),
    )
    return NamedRun(slots.day("day"), named, slots.get("named_shoe"))


def _correct_day(talk: Talk, slots: Slots) -> Outcome:
    told = known_run(talk, talk.run_told) if slots.get("day_before") else None
    day = Day(told.day - timedelta(days=1)) if told else slots.day("new_day")
    return run_answers.correct_day(talk, day, _named_run(slots))


def _correct_distance(talk: Talk, slots: Slots) -> Outcome:
    told, wrong = spoken_distance(slots), slots.word("wrong_unit", Unit)
    if wrong:
        told = SpokenDistance(unit=Unit.KILOMETRES if wrong is Unit.MILES else Unit.MILES)
    return run_answers.correct_distance(talk, told, _named_run(slots))


def _correct_kind(talk: Talk, slots: Slots) -> Outcome:
    return run_answers.correct_kind(talk, slots.word("run_kind", RunKind), _named_run(slots))


def _shoe_distance(talk: Talk, slots: Slots) -> Outcome:
    period, unit = slots.word("period", Period), slots.word("unit", Unit)
    shoe, span = pair_named(talk, slots), asked_span(talk, slots)
    if span is None:
        return shoe_reports.shoe_distance(talk, shoe, period, unit)
    return (
        pair_reports.runs_of_pair(talk, shoe, None, span) if shoe else run_reports.runs_on(talk, span, unit)
    )


def _rest(talk: Talk, slots: Slots) -> Outcome:
    shoe, hours, seconds = slots.get("shoe"), slots.whole("number"), slots.seconds("duration")
    if seconds is None and hours is not None:
        seconds = hours * shoe_rules.SECONDS_IN_HOUR
    return shoe_rules.set_rest(talk, seconds, shoe)


_INTENTS: Mapping[str, SlotUseCase] = {
    "ChooseShoesIntent": _choose,
    "WhyShoesIntent": lambda talk, slots: why_shoes.why(talk, slots.get("shoe")),
    "OtherShoesIntent": lambda talk, _slots: checking.not_at_hand(talk) or bare_values.other_one(talk),
    "CanWearIntent": _can_wear,
    **PAIR_INTENTS,
    **LIFE_INTENTS,
    "LogRunIntent": _log_run,
    "RunWasIntent": _run_was,
    "RunAgainIntent": lambda talk, slots: run_again(talk, slots.day("day")),
    "LogTwoRunsIntent": _log_two_runs,
    "LogEachIntent": _log_each,
    "LogLapsIntent": _log_laps,
    "PairsOfRunsIntent": _pairs_of_runs,
    "WhichShoeIntent": lambda talk, slots: opening_answers.pair(talk, slots.get("shoe")),
    "DistanceIntent": lambda talk, slots: bare_values.distance(
        talk, spoken_distance(slots), slots.day("day")
    ),
    "CorrectShoesIntent": lambda talk, slots: run_answers.correct_shoes(
        talk, slots.get("shoe"), _named_run(slots)
    ),
    "CorrectDistanceIntent": _correct_distance,
    "CorrectDayIntent": _correct_day,
    "CorrectKindIntent": _correct_kind,
    "WrongRunIntent": lambda talk, slots: run_answers.wrong(talk, _named_run(slots)),
    "DeleteRunIntent": lambda talk, slots: undo.ask_to_delete_run(talk, _named_run(slots)),
    "UndoIntent": lambda talk, _slots: undo.ask_to_take_back(talk),
    "PlannedRunIntent": _plan,
    "DidNotIntent": lambda talk, _slots: run_answers.did_not(talk),
    "NoRunIntent": _no_run,
    "LastRunIntent": _last_run,
    "ShoeDistanceIntent": _shoe_distance,
    "ListShoesIntent": lambda talk, _slots: shoe_reports.list_shoes(talk),
    "SetRestIntent": _rest,
    "RestSwitchIntent": lambda talk, slots: shoe_rules.switch_rest(talk, slots.word("switch", Switch)),
    "SetUnitsIntent": lambda talk, slots: run_answers.unit_said(talk, slots.word("unit", Unit)),
    "NewRunsIntent": lambda talk, slots: by_voice.new_runs_from(talk, slots.word("source", Source)),
    "RunSourceIntent": lambda talk, slots: by_voice.about_source(talk, slots.word("source", Source)),
    "RunsIntent": _runs,
    "ListRunsIntent": _list_runs,
    **COACH_INTENTS,
}


ASKS_ELSEWHERE = frozenset(
    {
        "ChooseShoesIntent",
        "CanWearIntent",
        "LastRunIntent",
        "ShoeDistanceIntent",
        "ReplaceWhenIntent",
        "ForecastRecordIntent",
        "OtherBookIntent",
        "ListShoesIntent",
        "RunsIntent",
        "ListRunsIntent",
        *WHAT_WAS,
    }
)
"""Questions before whose answer Strava is asked for what is new; they change no run themselves."""


def _with_news(use_case: SlotUseCase) -> SlotUseCase:
    def answer(talk: Talk, slots: Slots) -> Outcome:
        note_news(talk)
        return use_case(talk, slots)

    return answer


def _with_notebook(use_case: SlotUseCase) -> SlotUseCase:
    """Without the notebook nothing can be said about the shoes, and nothing would be kept."""

    def answer(talk: Talk, slots: Slots) -> Outcome:
        return use_case(talk, slots) if talk.shoes.readable else without_notebook(talk)

    return answer


SHOE_INTENTS: Mapping[str, SlotUseCase] = {
    name: _with_notebook(_with_news(answer) if name in ASKS_ELSEWHERE else answer)
    for name, answer in _INTENTS.items()
}
