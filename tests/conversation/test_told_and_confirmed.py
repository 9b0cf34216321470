"""Whatever was told and confirmed is in the notebook, nothing else is, and undo returns to the state before.

What was confirmed is known from what the coach said, and from nothing else.
"""

import dataclasses
import json
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import pytest
from ask_sdk_model import Slot as SdkSlot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skill.alexa.intents import INTENTS
from skill.alexa.slots import Slots
from skill.coach.walkthrough import Progress
from skill.content.exercise import Form
from skill.content.loader import exercises
from skill.conversation import session
from skill.conversation.attempts import Attempts
from skill.conversation.memory.profile import MOST_CHANGES
from skill.conversation.memory.profile_pages import profile_of
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import rotation_of
from skill.conversation.my_data import check_sums
from skill.conversation.turn.turn import Device, DeviceSettings, Turn
from skill.conversation.turns import Turns
from skill.shoes.lifetime import reset_announced
from skill.shoes.shoe import Shoe
from skill.shoes.wear import UNWORN
from skill.value import replace
from stand_ins.memory import MemoryRepository
from tests.conversation.confirmations import TAKEN_BACK, Confirmation, confirmations_in, said_in, words_below
from tests.conversation.told import DELETING, Account
from tests.conversation.told_of_pairs import UnclearError
from tests.conversation.told_values import Told, summary_of
from tests.runner import filled, slots_of

SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
USER = "runner"
YES, NO, DELETE, UNDO = "AMAZON.YesIntent", "AMAZON.NoIntent", "DeleteMyDataIntent", "UndoIntent"
CONFIRM = "ConfirmDeletionIntent"
LOG, DELETE_RUN = "LogRunIntent", "DeleteRunIntent"
CALL_OFF = "CallOffRaceIntent"
TELLING = (
    *(
        LOG,
        "LogTwoRunsIntent",
        "LogEachIntent",
        "LogLapsIntent",
        "DistanceIntent",
        "CorrectDistanceIntent",
        "CorrectDayIntent",
    ),
    *("ChooseShoesIntent", "DayOrKindIntent", NO),
)
"""What may tell something else of a run than was told before."""
SURPRISING = "60"
NUMBERS = (1, 2, 3, 5, 10, 15, 16, 60, 400, 700)
DISTANCES = tuple(round(number * metres) for number in NUMBERS for metres in (1000, 1609.344))
LOGGED = ("shoes.log.logged", "pairs.default.logged")
OF_A_RUN = ("shoes.log.logged", "shoes.log.set_pair", "shoes.correct.")
LOGGED_BOTH = "shoes.log.logged_runs"
NOTHING_LOGGED = "shoes.log.nothing_logged"
DAYS = ("day", "second_day", "new_day", "until")
TOLD_TWICE = "questions.told-twice"
LOG_BOTH = "questions.log-runs"
PLAIN_WORDS = "yes, delete everything"


@dataclass(frozen=True)
class Says:
    """An intent; the slots of a day are numbers of days from today."""

    intent: str
    slots: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"{self.intent.removesuffix('Intent')} {dict(self.slots) or ''}"


@dataclass(frozen=True)
class Opens:
    """The skill is opened; the session before, if there is one, just broke off."""


@dataclass(frozen=True)
class Leaves:
    """The session ends without a word."""


@dataclass(frozen=True)
class ComesTwice:
    """The last request is delivered again."""


@dataclass(frozen=True)
class Waits:
    """Time goes by."""

    hours: float


Step = Says | Opens | Leaves | ComesTwice | Waits


def each(intent: str, slot: str, *values: str) -> list[Step]:
    return [Says(intent, {slot: value}) for value in values]


PAIRS = ("ghost 15", "ghost 16", "blue pegasus")
NAMES = (*PAIRS, "ghost", "sixteen", "the second one", "the newer ones", "the others", "banana")
FILLER: list[Step] = [
    Says(intent)
    for intent in (
        "AMAZON.FallbackIntent",
        "ThanksIntent",
        "AMAZON.HelpIntent",
        "WhatCanISayIntent",
        "AMAZON.RepeatIntent",
        "AMAZON.CancelIntent",
        NO,
        "ListShoesIntent",
        "HearSettingsIntent",
        "BestExercisesIntent",
        "WhyShoesIntent",
        "OtherShoesIntent",
        "WhereAmIIntent",
        "HowLongLeftIntent",
    )
]
RUNS: list[Step] = [
    Says(LOG),
    *each(LOG, "shoe", *NAMES),
    *each(LOG, "distance", "5", "60", "400"),
    *each(LOG, "day", "-1", "-5", "+1", "+2"),
    *(
        Says(LOG, {"distance": distance, "unit": unit, **more})
        for distance, unit, more in (
            ("5", "kilometres", {}),
            ("3", "miles", {}),
            (SURPRISING, "kilometres", {"shoe": "ghost 15"}),
            ("10", "kilometres", {"day": "-1"}),
            ("10", "kilometres", {"day": "+1"}),
            ("3", "miles", {"shoe": "ghost"}),
            ("5", "kilometres", {"shoe": "ghost 15", "day": "-1"}),
            ("5", "kilometres", {"shoe": "ghost 16", "day": "0"}),
            ("10", "kilometres", {"shoe": "ghost 16", "day": "-9"}),
            ("3", "miles", {"shoe": "blue pegasus", "day": "-2"}),
            ("5", "kilometres", {"shoe": "banana", "day": "-2"}),
            ("3", "miles", {"shoe": "ghost", "day": "-2"}),
            (SURPRISING, "kilometres", {"day": "-1"}),
            (SURPRISING, "miles", {"shoe": "ghost 15", "day": "-3"}),
        )
    ),
]
CORRECTIONS: list[Step] = [
    Says("CorrectShoesIntent"),
    *each("CorrectShoesIntent", "shoe", *NAMES),
    Says("CorrectDistanceIntent"),
    Says("CorrectDistanceIntent", {"distance": "10", "unit": "kilometres"}),
    Says("CorrectDistanceIntent", {"distance": "5"}),
    Says("CorrectDistanceIntent", {"unit": "miles"}),
    Says(DELETE_RUN),
]
ANSWERS: list[Step] = [
    *each("WhichShoeIntent", "shoe", *NAMES),
    *each("DistanceIntent", "distance", *map(str, NUMBERS)),
    Says("DistanceIntent", {"distance": "5", "unit": "kilometres"}),
    Says("DistanceIntent", {"distance": "3", "unit": "miles", "day": "-1"}),
    Says("DistanceIntent", {"distance": "400", "unit": "kilometres"}),
    *each("DayOrKindIntent", "day", "-1", "0", "+1"),
    *each("DayOrKindIntent", "run_kind", "easy", "race"),
    *each("LimitTimeIntent", "duration", "PT30S", "PT5M", "PT36H"),
    *each("RunsIntent", "period", "this-week"),
    *each("RateRunIntent", "feeling", "better", "same", "worse"),
    Says("ReadyIntent"),
]
PAIRS_KEPT: list[Step] = [
    *each("AddShoesIntent", "shoe", *PAIRS, "nimbus"),
    Says("AddShoesIntent"),
    Says("AddShoesIntent", {"shoe": "nimbus", "distance": "400", "unit": "kilometres"}),
    *each("RetireShoesIntent", "shoe", *PAIRS, "ghost"),
    Says("RetireShoesIntent"),
    *each("BringBackShoesIntent", "shoe", *PAIRS, "ghost"),
    Says("BringBackShoesIntent"),
    Says("RenameShoesIntent", {"shoe": "ghost 15", "new_name": "race flats"}),
    Says("RenameShoesIntent", {"shoe": "ghost", "new_name": "blue pegasus"}),
    *each("RenameShoesIntent", "shoe", "ghost 16"),
    Says("SetShoeLifeIntent", {"shoe": "ghost 15", "distance": "700", "unit": "kilometres"}),
    Says("SetShoeLifeIntent", {"distance": "400", "unit": "miles"}),
    *each("SetShoeLifeIntent", "shoe", "ghost 16"),
    Says("SetShoeKindIntent", {"shoe": "ghost 15", "run_kind": "race"}),
    *each("SetShoeKindIntent", "shoe", "ghost"),
    Says("SetStartingDistanceIntent", {"shoe": "ghost 16", "distance": "400", "unit": "kilometres"}),
    *each("SetStartingDistanceIntent", "shoe", "ghost"),
]
FACTS_OF_PAIRS: list[Step] = [
    Says("AddShoesIntent", {"shoe": "nimbus", "price": "140"}),
    Says("AddShoesIntent", {"shoe": "nimbus", "run_kind": "easy", "second_kind": "race"}),
    Says("SetPairFactsIntent", {"shoe": "ghost 15", "price": "140"}),
    Says("SetPairFactsIntent", {"price": "90", "currency": "euros", "day": "-5"}),
    *each("SetPairFactsIntent", "shoe", "ghost 16"),
    Says("SetPairAlertIntent", {"shoe": "ghost 15", "distance": "400", "unit": "kilometres"}),
    Says("SetPairAlertIntent", {"distance": "5", "unit": "kilometres"}),
    Says("ClearPairAlertIntent"),
    Says("SetDefaultPairIntent", {"shoe": "ghost 15"}),
    Says("SetDefaultPairIntent", {"shoe": "ghost 16", "run_kind": "race", "second_kind": "long"}),
    Says("ClearDefaultPairIntent"),
    *each("ClearDefaultPairIntent", "run_kind", "race"),
    Says("AddShoeKindIntent", {"shoe": "ghost 15", "run_kind": "trail"}),
    Says("ClearShoeKindIntent", {"shoe": "ghost 15", "run_kind": "race"}),
    *each("ClearShoeKindIntent", "shoe", "ghost 15"),
    *each("UnwornPairIntent", "shoe", "ghost 16"),
]
PAIRS_EXCHANGED: list[Step] = [
    *each("ReplacePairIntent", "shoe", "ghost 15", "ghost"),
    Says("ReplacePairIntent", {"shoe": "ghost 16", "new_name": "nimbus"}),
    *each("DeletePairIntent", "shoe", "ghost 15", "nimbus"),
    *each("PairByMistakeIntent", "shoe", "ghost 15", "ghost 16"),
]
WORN_OTHERWISE: list[Step] = [
    *each("UseUpShoesIntent", "shoe", "ghost 15", "ghost"),
    *each("SaveShoesIntent", "shoe", "ghost 16"),
    Says("SaveShoesIntent", {"shoe": "ghost 15", "run_kind": "race"}),
    Says("SaveShoesIntent", {"shoe": "ghost 15", "until": "+12"}),
    Says("WearEvenlyIntent"),
    *each("WearEvenlyIntent", "shoe", "ghost 15"),
    Says("ShoesFeltIntent", {"shoe": "ghost 15", "felt": "good"}),
    *each("ShoesFeltIntent", "felt", "bad", "good"),
    *each("TakeShoesIntent", "shoe", "ghost 15", "ghost 16", "ghost"),
]
RACES_TO_COME: list[Step] = [
    Says("TellRaceIntent", {"race_distance": "marathon", "day": "+30"}),
    Says("TellRaceIntent", {"race_named": "race", "day": "+20"}),
    Says("TellRaceIntent", {"race_distance": "marathon"}),
    Says("MoveRaceIntent", {"day": "+33"}),
    Says("MoveRaceIntent", {"race_distance": "marathon", "day": "+20"}),
    Says("CallOffRaceIntent"),
    Says("CallOffRaceIntent", {"race_distance": "marathon"}),
]
TWO_RUNS_IN_TWO_PAIRS = Says(
    "LogTwoRunsIntent",
    {
        "distance": "5",
        "unit": "kilometres",
        "shoe": "ghost 15",
        "second_distance": "3",
        "second_unit": "miles",
        "second_shoe": "ghost 16",
    },
)
RUNS_PUT_RIGHT: list[Step] = [
    *each("CorrectDayIntent", "new_day", "-1", "-3"),
    Says("CorrectDayIntent", {"new_day": "0", "day": "-1"}),
    *each("CorrectKindIntent", "run_kind", "tempo", "easy"),
    TWO_RUNS_IN_TWO_PAIRS,
    Says(
        "LogTwoRunsIntent",
        {"distance": "5", "unit": "kilometres", "second_distance": "10", "day": "-2"},
    ),
    Says("LogTwoRunsIntent"),
    Says("LogEachIntent", {"distance": "3", "unit": "miles", "times": "2"}),
    Says("LogEachIntent", {"distance": "5", "unit": "kilometres", "day": "-1", "second_day": "-3"}),
    Says("LogLapsIntent", {"laps": "3", "distance": "5", "unit": "kilometres"}),
    Says("PairsOfRunsIntent", {"shoe": "ghost 15"}),
    Says("PairsOfRunsIntent", {"shoe": "ghost 15", "second_shoe": "ghost 16"}),
]
NEW_GROUPS = (FACTS_OF_PAIRS, PAIRS_EXCHANGED, WORN_OTHERWISE, RACES_TO_COME, RUNS_PUT_RIGHT)
RULES: list[Step] = [
    *each("SetRestIntent", "number", "36", "24"),
    Says("SetRestIntent"),
    *each("RestSwitchIntent", "switch", "on", "off"),
    *each("SetUnitsIntent", "unit", "miles", "kilometres"),
    *each("SetHoldIntent", "seconds", "20", "45", "400"),
    *each("ChangeHoldIntent", "hold_change", "longer", "shorter"),
    *each("SetPaceIntent", "pace", "slower", "normal"),
    *each("SetFlowIntent", "flow", "wait-for-me"),
    *each("SetCountStyleIntent", "count_style", "halfway"),
    *each("SetCountDirectionIntent", "count_direction", "down"),
    *each("SetRepetitionsIntent", "number", "1", "3", "8"),
    *each("ChangeFormIntent", "form", "easier", "standard", "stronger"),
    Says("ResetSettingsIntent"),
]
ROUTINES: list[Step] = [
    *each("StartRoutineIntent", "routine", "pre-run"),
    *each("StartExerciseIntent", "exercise", "toe-lifts"),
    Says("AMAZON.PauseIntent"),
    Says("AMAZON.ResumeIntent"),
    Says("AMAZON.NextIntent"),
    Says("AMAZON.StopIntent"),
]
AROUND: list[Step] = [Opens(), Leaves(), ComesTwice(), Waits(0.5), Waits(26)]
STEPS = st.one_of(
    st.just(Says(YES)),
    st.just(Says(YES)),
    st.just(Says(UNDO)),
    st.just(ComesTwice()),
    *(st.sampled_from(each) for each in (RUNS, RUNS, ANSWERS, ANSWERS, CORRECTIONS, PAIRS_KEPT, RULES)),
    *map(st.sampled_from, NEW_GROUPS),
    st.sampled_from([*FILLER, Says(DELETE), Says(CONFIRM)]),
    st.sampled_from([*AROUND, *ROUTINES]),
)
GHOSTS: list[Step] = [Says("AddShoesIntent", {"shoe": pair}) for pair in ("ghost 15", "ghost 16")]
DONE_BEFORE_A_RUN: list[Step] = [Says("StartRoutineIntent", {"routine": "pre-run"}), Waits(0.5)]
RUN_BEFORE: list[Step] = [Says(LOG, {"distance": "5", "unit": "kilometres", "shoe": "ghost 15", "day": "-1"})]
BEGINNINGS = st.sampled_from(
    [[], GHOSTS, [*GHOSTS, *RUN_BEFORE], [*GHOSTS, *RUN_BEFORE, Opens()], [*GHOSTS, *DONE_BEFORE_A_RUN]]
)


@cache
def slot_of(kind: str, value: str) -> SdkSlot:
    """A slot as Alexa delivers it."""
    heard = filled(kind, value)
    found = [ValueWrapper(Value(match.name, match.id)) for match in heard.static]
    status = Status(StatusCode.ER_SUCCESS_MATCH if found else StatusCode.ER_SUCCESS_NO_MATCH)
    return SdkSlot(value=heard.value, resolutions=Resolutions([Resolution("", status, found)]))


@dataclass(frozen=True)
class Before:
    """What was before a change.

    Attributes:
        told: the account of it.
        kept: the notebook.
        rating_of: when the pre-run routine began that was rated; None for any other change.
        took: the pair that was taken along; None for any other change.
    """

    told: Told
    kept: Mapping[str, Any]
    rating_of: datetime | None = None
    took: int | None = None


@dataclass(frozen=True)
class ReadAs:
    """What a notebook tells.

    Attributes:
        kept: all that is kept, but for what the coach notes by itself.
        summary: what can be compared with what was told.
        wrong_sums: the sums that its runs do not confirm.
    """

    kept: Mapping[str, Any]
    summary: Mapping[str, Any]
    wrong_sums: tuple[Any, ...]


def told_run(said: Says, today: date) -> tuple[int, date]:
    """The metres and the day of a run as it was told; a day to come is that of the week before."""
    days, metres = int(said.slots["day"]), 1000 if said.slots["unit"] == "kilometres" else 1609.344
    return round(int(said.slots["distance"]) * metres), today + timedelta(days=days - (7 if days > 0 else 0))


class Runner:
    """A runner with a speaker and a notebook, and the account of what was told."""

    def __init__(self) -> None:
        self.repository = MemoryRepository()
        self.now = SUNDAY
        chance = Random(0)  # noqa: S311 - always the same
        attempts = Attempts(time.monotonic, time.sleep, chance)
        self.turns = Turns(self.repository, exercises(), lambda _: chance, attempts)
        self.device = Device("kitchen", screen=True, ask=lambda: DeviceSettings("UTC"))
        self.attributes: Mapping[str, Any] | None = None
        self.account = Account(DISTANCES)
        self.before: deque[Before] = deque(maxlen=MOST_CHANGES)
        self.telling: tuple[int, date] | None = None
        self.asked_back: set[str] = set()
        self.heard = ""
        self._last: tuple[Turn, Any] | None = None
        self._turns = 0
        self._read: tuple[Any, ReadAs] | None = None

    @property
    def today(self) -> date:
        return self.now.date()

    def takes(self, step: Step) -> None:
        """Go through one step, and check what has become of the notebook."""
        match step:
            case Waits(hours):
                self.now += timedelta(hours=hours)
            case Opens():
                self._close()
                self._expect_nothing(session.launch)
            case Leaves():
                if self.attributes is not None:
                    self._expect_nothing(session.leave)
                self._close()
            case ComesTwice():
                self._comes_twice()
            case Says():
                self._says(step)

    def unwinds(self) -> None:
        """Undo what can be undone, a change at a time; runs left open are asked about at one opening only."""
        self.takes(Opens())
        self.takes(Opens())
        while True:
            changes = len(self.before)
            self.takes(Says(UNDO))
            if self.heard.startswith("There is nothing to take back."):
                assert not any(map(self._stands, self.before))
                return
            self.takes(Says(YES))
            assert len(self.before) < changes

    def _says(self, said: Says) -> None:
        slots = {
            name: (self.today + timedelta(days=int(value))).isoformat() if name in DAYS else value
            for name, value in said.slots.items()
        }
        kinds = slots_of(said.intent)
        delivered = Slots({name: slot_of(kinds[name], value) for name, value in slots.items()})
        asked, kept, before = self.heard, self._kept(), self.account.told
        screen = self._take(lambda talk: INTENTS[said.intent](talk, delivered))
        self.asked_back |= {said.intent} & {UNDO, DELETE_RUN}
        if said.intent == CALL_OFF and any(said_in(line, self.heard) for line in DELETING):
            self.asked_back.add(DELETE_RUN)  # with no race to come, it was no run
        # A no leaves the runs of a pair where they are, and deletes the pair that a yes was said to.
        only_said = said in FILLER and said.intent != NO
        all_confirmed = () if only_said else confirmations_in(self.heard)
        confirmed = next(iter(all_confirmed), None)
        self._expect_what_was_told(said, all_confirmed)
        if confirmed is None:
            assert self._kept() == kept
        elif confirmed.line == "data.deleted":
            assert said.intent == CONFIRM
            assert PLAIN_WORDS in asked
            assert not self.repository.pages
            assert not self.repository.entries
            self.account = Account(DISTANCES)
            self.before.clear()
        elif TAKEN_BACK.fullmatch(confirmed.line):
            assert said.intent == YES
            self._take_back_or_delete(confirmed, kept)
        else:
            self._confirm_all(said, all_confirmed, screen, before, kept)
        if said_in("shoes.log.once_only", self.heard):
            self.account.told_once()
        read = self._notebook()
        assert read.summary == self.account.told.summary()
        assert not read.wrong_sums
        if self.attributes is None:
            self._close()
        elif self.heard != asked:  # said again a day later, its "yesterday" is that of the first time
            self.account.hear_question(self.heard, self.today, deleting=self.asked_back == {DELETE_RUN})

    def _confirm_all(
        self,
        said: Says,
        all_confirmed: tuple[Confirmation, ...],
        screen: tuple[str, ...],
        before: Told,
        kept: Mapping[str, Any],
    ) -> None:
        """Take over what was confirmed; a run told with a new pair is a change of its own."""
        for confirmed in all_confirmed:
            if confirmed.line.startswith(OF_A_RUN) and confirmed is not all_confirmed[0]:
                self.before.append(Before(before, kept))
                before, kept = self.account.told, self._kept_before_its_first_run(kept)
            self._confirm(said, confirmed, screen, kept)
        told = self.account.told
        if told != before or self._kept() != kept:
            rated = self._last_rated() if told.ratings != before.ratings else None
            took = told.taken[0] if told.taken and told.taken != before.taken else None
            self.before.append(Before(before, kept, rated, took))

    def _kept_before_its_first_run(self, kept: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is kept after a pair was added or brought back, and before the run that was told with it."""
        shoes, rotation = self._kept()["rotation"].shoes, kept["rotation"]
        added = [replace(new, wear=UNWORN) for new in shoes[len(rotation.shoes) :]]
        in_use = [
            replace(one, retired_at=now.retired_at) for one, now in zip(rotation.shoes, shoes, strict=False)
        ]
        return {**kept, "rotation": replace(rotation, shoes=(*in_use, *added))}

    def _put_on_a_pair(self) -> int | None:
        """Of the runs whose pair is open, the one that is on a pair now: two can be open at a time."""
        gone = {run[:3] for run in self.account.told.summary()["runs"] - self._notebook().summary["runs"]}
        open_runs = (number for number, run in self.account.told.runs.items() if run.pair is None)
        runs = self.account.told.runs
        return next((one for one in open_runs if (runs[one].metres, runs[one].day, None) in gone), None)

    def _confirm(
        self, said: Says, confirmed: Confirmation, screen: tuple[str, ...], kept: Mapping[str, Any]
    ) -> None:
        by_yes = said.intent == YES
        if confirmed.line == "shoes.setting.renamed":
            self._rename(confirmed.values["pair"].removeprefix("the "), kept)
            return
        if confirmed.line == "shoes.log.set_pair" and self.account.of_unknown_pair:
            self.account.of_unknown_pair = self._put_on_a_pair()
        self.account.confirm(confirmed, self.now, screen, self._last_rated(), by_yes=by_yes)

        if confirmed.line.startswith("shoes.correct.kind"):
            kind = words_below("shoes.run_of_kind")[confirmed.values["kind"]]
            run = self.account.told.runs[self.account.talked_about or 0]
            log = self._kept()["log"]
            assert (run.metres, run.day, kind) in [(one.metres, one.day, one.kind) for one in log]

    def _rename(self, new: str, kept: Mapping[str, Any]) -> None:
        """The coach says the new name alone: at most one pair may be called otherwise than before."""
        now = {shoe.id: shoe.nickname for shoe in self._kept()["rotation"].shoes}
        other = [shoe.nickname for shoe in kept["rotation"].shoes if now[shoe.id] != shoe.nickname]
        assert new in now.values()
        assert len(other) <= 1
        for old in other:
            self.account.rename(old, new)

    def _take_back_or_delete(self, confirmed: Confirmation, kept: Mapping[str, Any]) -> None:
        """To delete a run sounds like an undo; the change that it is can be taken back itself."""
        if len(self.asked_back) > 1:
            raise UnclearError
        if DELETE_RUN in self.asked_back:
            self.before.append(Before(self.account.told, kept))
            self.account.delete()
        else:
            self._take_back(confirmed)
        self.asked_back.clear()

    def _take_back(self, confirmed: Confirmation) -> None:
        """What was changed last is as before; all that is no change of the runner's may be otherwise."""
        standing = [place for place, before in enumerate(self.before) if self._stands(before)]
        assert standing, "there was nothing to take back"
        before, account = self.before[standing[-1]], self.account
        del self.before[standing[-1]]
        if before.rating_of:
            account.told = dataclasses.replace(account.told, ratings=before.told.ratings)
            return
        if before.took:
            account.told = dataclasses.replace(account.told, taken=before.told.taken)
            return
        if before.told.runs != account.told.runs and before.told.pairs == account.told.pairs:
            now = account.told.runs
            other = (number for number, run in before.told.runs.items() if now.get(number) != run)
            account.talked_about = next(other, None)
        account.told = dataclasses.replace(
            before.told, ratings=account.told.ratings, taken=account.told.taken
        )
        assert self._kept() == before.kept, confirmed

    def _stands(self, before: Before) -> bool:
        """Whether there is still something to take back: a rating can be until there is another run to be
        rated, a pair taken along until its run is told."""
        taken = self.account.told.taken
        took = before.took is None or (taken is not None and taken[0] == before.took)
        return took and before.rating_of in (None, self._last_rated())

    def _last_rated(self) -> datetime | None:
        """When the pre-run routine began that a rating is about; None where there was none."""
        page = self.repository.pages.get("profile")
        last = profile_of(page.body).last_pre_run if page else None
        return last.at if last else None

    def _expect_what_was_told(self, said: Says, all_confirmed: tuple[Confirmation, ...]) -> None:
        """A run that is logged is the one that was told; with nothing to ask about, at once."""
        if said.intent == LOG and said.slots.keys() >= {"distance", "unit", "day"}:
            self.telling = told_run(said, self.today)
        elif said.intent in TELLING or said_in(NOTHING_LOGGED, self.heard):
            self.telling = None
        named = [pair for pair in self.account.told.pairs.values() if pair.name == said.slots.get("shoe")]
        known = said.intent == LOG and len(named) == 1 and not named[0].retired
        logged = next(
            (one for one in all_confirmed if one.line.startswith(LOGGED) and one.line != LOGGED_BOTH), None
        )
        if logged and self.telling:
            values = logged.values
            assert self.telling == (self.account.metres(values), self.account.day(values, self.today))
            assert not known or values.get("pair") == f"the {named[0].name}"
            self.telling = None
        elif self.telling and known:
            ahead, surprising = int(said.slots["day"]) > 0, said.slots["distance"] == SURPRISING
            twice = self.account.may_be_told_twice(*self.telling, named[0].name)
            asked = (twice and said_in(TOLD_TWICE, self.heard)) or self._is_one_of_both(named[0].name)
            assert ahead or surprising or asked, "it was not logged"

    def _is_one_of_both(self, pair: str) -> bool:
        """Whether two runs were asked about, and what was told has put the one in the pair right."""
        both = said_in(LOG_BOTH, self.heard) or {}
        runs = [text.partition(" in the ") for text in both.values() if text]
        return any(
            name == pair and self.telling and self.account.metres({"distance": far}) == self.telling[0]
            for far, _, name in runs
        )

    def _comes_twice(self) -> None:
        if self._last is None:
            return
        kept = self._kept()
        turn, use_case = self._last
        ended = self.attributes is None
        if turn.attributes.get("walkthrough", {}).get("progress") == Progress.PLAYING:
            return  # a word that stopped a routine finds it stopped, and its last question asked
        self._answer(turn, use_case)
        assert self._kept() == kept
        if ended or self.attributes is None:  # whoever has heard goodbye has left, whatever comes later
            self._close()

    def _expect_nothing(self, use_case: Any) -> None:
        kept = self._kept()
        self._take(use_case)
        assert self._kept() == kept

    def _close(self) -> None:
        self.attributes = self.telling = None
        self.asked_back.clear()
        self.account.close()

    def _take(self, use_case: Any) -> tuple[str, ...]:
        """Take a turn; returns what a screen shows."""
        self.now += timedelta(minutes=1)
        self._turns += 1
        new = self.attributes is None
        turn = Turn(
            id=f"request-{self._turns}",
            at=self.now,
            user=USER,
            device=self.device,
            new_session=new,
            attributes=self.attributes or {},
        )
        self._last = turn, use_case
        return self._answer(turn, use_case)

    def _answer(self, turn: Turn, use_case: Any) -> tuple[str, ...]:
        answer = self.turns.take(turn, use_case)
        reply = answer.reply
        self.heard = reply.text
        self.attributes = None if reply.ends else json.loads(json.dumps(answer.attributes))
        return reply.screen.lines if reply.screen else ()

    def _kept(self) -> Mapping[str, Any]:
        """All that is kept, but for what the coach notes by itself, as what has sounded of a routine."""
        return self._notebook().kept

    def _notebook(self) -> ReadAs:
        """What the notebook tells; it is read again only where something was written since."""
        written = dict(self.repository.pages), dict(self.repository.entries)
        if self._read is None or self._read[0] != written:
            sums = check_sums(self.repository, USER, self.now)[1]
            self._read = written, ReadAs(self._read_kept(), summary_of(self.repository), sums)
        return self._read[1]

    def _read_kept(self) -> Mapping[str, Any]:
        bodies = {name: page.body for name, page in self.repository.pages.items()}
        shoes, profile = bodies.get("shoes", {}), profile_of(bodies.get("profile", {}))
        rotation = rotation_of(shoes)
        return {
            "log": [run for entry in self.repository.log(USER) if (run := run_of(entry))],
            "rotation": replace(rotation, shoes=tuple(map(_without_notes, rotation.shoes))),
            "unit": shoes.get("unit"),
            "preferences": profile.preferences,
            "forms": {id_: form for id_, form in profile.forms.items() if form is not Form.STANDARD},
            "missing": profile.missing,
        }


def _without_notes(shoe: Shoe) -> Shoe:
    """A pair without what the coach notes for itself: what it has announced and foretold, and when it has
    offered a check-up."""
    return reset_announced(replace(shoe, foretold=None, check_offered=0))


def expect_the_notebook_to_hold_what_was_told(steps: list[Step]) -> None:
    runner = Runner()
    try:
        for step in steps:
            runner.takes(step)
        runner.unwinds()
    except UnclearError:
        return


SEQUENCES = st.builds(
    lambda first, then: [*first, *then], BEGINNINGS, st.lists(STEPS, min_size=5, max_size=14)
)


A_RUN_MOVED_OUT_OF_A_RETIRED_PAIR = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says("LogRunIntent", {"distance": "5", "unit": "kilometres", "shoe": "ghost 15", "day": "-1"}),
    Says("ReplacePairIntent", {"shoe": "ghost 15"}),
    Says("CorrectDayIntent", {"new_day": "0", "day": "-1"}),
    Says("CorrectShoesIntent"),
]
PAIRS_OF_TWO_RUNS_TOLD_AGAIN = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    TWO_RUNS_IN_TWO_PAIRS,
    Says("AMAZON.YesIntent"),
    Says("PairsOfRunsIntent", {"shoe": "ghost 15", "second_shoe": "ghost 16"}),
]
A_RUN_IN_A_RETIRED_PAIR = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says("AMAZON.YesIntent"),
    Says("ReplacePairIntent", {"shoe": "ghost 16", "new_name": "nimbus"}),
    Says("LogRunIntent", {"distance": "5", "unit": "kilometres", "shoe": "ghost 16", "day": "0"}),
    Says("AMAZON.YesIntent"),
]
ONE_OF_TWO_PAIRS_OF_A_NAME_RENAMED = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("ReplacePairIntent", {"shoe": "ghost 16", "new_name": "nimbus"}),
    Says("LogRunIntent", {"shoe": "ghost 16"}),
    Says("RenameShoesIntent", {"shoe": "ghost 15", "new_name": "race flats"}),
    Says("RenameShoesIntent", {"shoe": "ghost", "new_name": "blue pegasus"}),
]
TWO_RUNS_BEHIND_A_SURPRISING_ONE_THAT_IS_OFF = [
    Says("AMAZON.YesIntent"),
    Says("LogTwoRunsIntent", {"distance": "5", "unit": "kilometres", "second_distance": "10", "day": "-2"}),
    Says("LogRunIntent", {"distance": "60", "unit": "kilometres", "day": "-1"}),
    Says("CallOffRaceIntent"),
    Says("AMAZON.YesIntent"),
]


A_PAIR_TOLD_TWICE_OF_THE_FIRST_OF_TWO_RUNS = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says("AMAZON.YesIntent"),
    Says("LogTwoRunsIntent", {"distance": "5", "unit": "kilometres", "second_distance": "10", "day": "-2"}),
    Says("AMAZON.YesIntent"),
    Says("LogRunIntent", {"shoe": "ghost 15"}),
    Says("PairsOfRunsIntent", {"shoe": "ghost 15"}),
]


ONE_OF_TWO_RUNS_TOLD_ANEW = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says(
        "LogTwoRunsIntent",
        {
            "distance": "5",
            "unit": "kilometres",
            "shoe": "ghost 15",
            "second_distance": "3",
            "second_unit": "miles",
            "second_shoe": "ghost 16",
        },
    ),
    Says(LOG, {"distance": "5", "unit": "kilometres", "shoe": "ghost 16", "day": "0"}),
]


A_PAIR_FOR_WHICH_RUN_BEHIND_AN_UNDO = [
    Says("AddShoesIntent", {"shoe": "ghost 15"}),
    Says("AddShoesIntent", {"shoe": "ghost 16"}),
    Says(LOG, {"distance": "5", "unit": "kilometres", "shoe": "ghost 15", "day": "-1"}),
    Says(LOG, {"distance": "10", "unit": "kilometres", "day": "-1"}),
    Says("CorrectDayIntent", {"new_day": "0", "day": "-1"}),
    Says("UndoIntent"),
    Says(LOG, {"shoe": "ghost 15"}),
]


@given(SEQUENCES)
@example(A_RUN_MOVED_OUT_OF_A_RETIRED_PAIR)
@example(PAIRS_OF_TWO_RUNS_TOLD_AGAIN)
@example(A_RUN_IN_A_RETIRED_PAIR)
@example(ONE_OF_TWO_PAIRS_OF_A_NAME_RENAMED)
@example(TWO_RUNS_BEHIND_A_SURPRISING_ONE_THAT_IS_OFF)
@example(A_PAIR_TOLD_TWICE_OF_THE_FIRST_OF_TWO_RUNS)
@example(ONE_OF_TWO_RUNS_TOLD_ANEW)
@example(A_PAIR_FOR_WHICH_RUN_BEHIND_AN_UNDO)
@example([*A_RUN_MOVED_OUT_OF_A_RETIRED_PAIR[:-1], Says("DeleteRunIntent"), Says("AMAZON.YesIntent")])
@settings(max_examples=300)
def test_what_was_told_and_confirmed_is_kept_and_undo_returns_to_the_state_before(steps: list[Step]) -> None:
    expect_the_notebook_to_hold_what_was_told(steps)


@pytest.mark.slow
@given(SEQUENCES)
@settings(max_examples=10_000 if settings.get_current_profile_name() == "thorough" else 1_000)
def test_so_it_is_in_a_thousand_conversations(steps: list[Step]) -> None:
    """In ten thousand with `make thorough`."""
    expect_the_notebook_to_hold_what_was_told(steps)
