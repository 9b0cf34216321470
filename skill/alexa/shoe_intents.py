"""Which use case answers which intent that needs the notebook, and which slots it reads."""

from collections.abc import Mapping

from skill.alexa.asked_span import asked_span
from skill.alexa.life_intents import LIFE_INTENTS
from skill.alexa.pair_intents import PAIR_INTENTS, pair_named
from skill.alexa.race_and_wear_intents import RACE_AND_WEAR_INTENTS, WHAT_WAS
from skill.alexa.run_intents import RUN_INTENTS
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
    shoe_reports,
    shoe_rules,
    why_shoes,
)
from skill.conversation.shoes.choosing_between import choose_between
from skill.conversation.shoes.replies import without_notebook
from skill.conversation.shoes.shoe_rules import Switch
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import Unit
from skill.shoes.periods import Period
from skill.shoes.run import RunKind
from skill.shoes.spans import Span, SpanKind


def _choose(talk: Talk, slots: Slots) -> Outcome:
    kind = slots.word("run_kind", RunKind)
    first, second = slots.get("named_shoe"), slots.get("second_shoe")
    if first and second:
        return choose_between(talk, (first, second), slots.day("day"), kind, spoken_distance(slots))
    return bare_values.choose(talk, slots.day("day"), kind, spoken_distance(slots), _days_over(talk, slots))


def _day_or_kind(talk: Talk, slots: Slots) -> Outcome:
    kind, told = slots.word("run_kind", RunKind), spoken_distance(slots)
    return bare_values.day_or_kind(talk, slots.day("day"), kind, told, _days_over(talk, slots))


def _days_over(talk: Talk, slots: Slots) -> Span | None:
    """The days that were named, where no shoes can be wanted for them."""
    span, today = slots.span("day"), talk.place_settings.read_local_time().date()
    days = span if span and span.kind is not SpanKind.DAY else None
    return days if days and (days.last < today or days.kind is SpanKind.MONTH) else None


def _can_wear(talk: Talk, slots: Slots) -> Outcome:
    kind, shoe = slots.word("run_kind", RunKind), slots.get("shoe")
    return can_wear.can_wear(talk, shoe, slots.day("day"), kind, spoken_distance(slots))


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
    "DayOrKindIntent": _day_or_kind,
    "WhyShoesIntent": lambda talk, slots: why_shoes.why(talk, slots.get("shoe")),
    "OtherShoesIntent": lambda talk, slots: (
        checking.not_at_hand(talk) or bare_values.other_one(talk, slots.get("shoe"))
    ),
    "CanWearIntent": _can_wear,
    **PAIR_INTENTS,
    **RUN_INTENTS,
    **LIFE_INTENTS,
    "WhichShoeIntent": lambda talk, slots: opening_answers.pair(talk, slots.get("shoe")),
    "DistanceIntent": lambda talk, slots: bare_values.distance(
        talk, spoken_distance(slots), slots.day("day")
    ),
    "UndoIntent": lambda talk, _slots: undo.ask_to_take_back(talk),
    "DidNotIntent": lambda talk, _slots: run_answers.did_not(talk),
    "NotMyRunIntent": lambda talk, _slots: run_answers.not_my_run(talk),
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
    **RACE_AND_WEAR_INTENTS,
}


ASKS_ELSEWHERE = frozenset(
    {
        "ChooseShoesIntent",
        "DayOrKindIntent",
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
