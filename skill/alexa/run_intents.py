"""Which use case answers which intent by which runs are told and put right, and which slots it reads."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from skill.alexa.slots import Slots, SlotUseCase
from skill.alexa.spoken_amounts import spoken_distance
from skill.conversation import run_answers, undo
from skill.conversation.shoes import (
    runs_to_come,
    several_runs,
)
from skill.conversation.shoes.run_again import run_again
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.telling_runs import ToldRun
from skill.conversation.shoes.which_run import NamedRun
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day, latest
from skill.shoes.distance import Race, SpokenDistance, Unit
from skill.shoes.run import RunKind
from skill.value import replace

THERE_AND_BACK: Final = 2
"""As many times the way is a run of which one way was told."""


class Times(StrEnum):
    """How often the same was run."""

    TWO = "2"
    THREE = "3"


_DAY: Final = 24 * 60 * 60
"""Seconds: no run that is told takes as long."""


def _plan(talk: Talk, slots: Slots) -> Outcome:
    """A run to come; "a week on Saturday" is the Saturday after the next."""
    kind, day, ahead = slots.word("run_kind", RunKind), slots.day("day"), slots.seconds("duration")
    if day and day.date and ahead and ahead >= _DAY:
        day = replace(day, date=day.date + timedelta(seconds=ahead))
    return runs_to_come.plan(talk, spoken_distance(slots), day, kind, slots.get("shoe"))


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


def _another_run(slots: Slots, which: str) -> ToldRun:
    """The "second" or "third" run that was told in a sentence, in the unit of the first where it has none."""
    distance = SpokenDistance(
        whole=slots.number(f"{which}_distance"),
        decimals=slots.digits(f"{which}_decimal"),
        unit=slots.word(f"{which}_unit", Unit) or slots.word("unit", Unit),
        race=slots.word(f"{which}_race", Race),
    )
    return ToldRun(distance=distance, day=slots.day(f"{which}_day"), heard=slots.get(f"{which}_shoe"))


def _tells_how_far(slots: Slots, which: str) -> bool:
    return any(slots.get(f"{which}_{name}") for name in ("distance", "race"))


def _log_two_runs(talk: Talk, slots: Slots) -> Outcome:
    """Two or three runs; the second perhaps on "the day before", which only the first one's day tells.

    One run in two pairs is two, each of half the distance.
    """
    first, second, third = _told_run(slots), _another_run(slots, "second"), _another_run(slots, "third")
    if first.heard and second.heard and not _tells_how_far(slots, "second"):
        return several_runs.tell_halves(talk, first, second.heard)
    if slots.get("day_before") and first.day and first.day.date:
        day = latest(first.day.date, talk.place_settings.read_local_time())
        second = replace(second, day=Day(day - timedelta(days=1)))
    return several_runs.tell_runs(talk, first, second, *([third] if _tells_how_far(slots, "third") else []))


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
    first, second = _told_run(slots), _another_run(slots, "second")
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


RUN_INTENTS: Mapping[str, SlotUseCase] = {
    "PlannedRunIntent": _plan,
    "LogRunIntent": _log_run,
    "RunWasIntent": _run_was,
    "RunAgainIntent": lambda talk, slots: run_again(
        talk, slots.day("day"), slots.day("new_day"), slots.get("named_shoe")
    ),
    "LogTwoRunsIntent": _log_two_runs,
    "LogEachIntent": _log_each,
    "LogLapsIntent": _log_laps,
    "PairsOfRunsIntent": _pairs_of_runs,
    "CorrectShoesIntent": lambda talk, slots: run_answers.correct_shoes(
        talk, slots.get("shoe"), _named_run(slots)
    ),
    "CorrectDistanceIntent": _correct_distance,
    "RanThatFarIntent": lambda talk, slots: run_answers.ran_that_far(talk, _told_run(slots)),
    "CorrectDayIntent": _correct_day,
    "CorrectKindIntent": _correct_kind,
    "WrongRunIntent": lambda talk, slots: run_answers.wrong(talk, _named_run(slots)),
    "DeleteRunIntent": lambda talk, slots: undo.ask_to_delete_run(talk, _named_run(slots)),
}
