"""The shoes in one turn: the rotation, the newest runs, and what the turn changes of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from skill.conversation.habits import Habits, Whereabouts
from skill.conversation.turn import Turn
from skill.shoes.distance import RACE_METRES, Race, SpokenDistance, Unit
from skill.shoes.ledger import Update
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run

MILES_IN: Final = frozenset({"en-US", "en-GB"})
"""Locales whose road signs, and most of whose runners, go by miles (CLDR measurement systems US and UK)."""

CALLED_SO_BY_ALL: Final = frozenset({RACE_METRES[Race.FIVE_K], RACE_METRES[Race.TEN_K]})
ASKED_AGAIN: Final = timedelta(days=7)
TRIED_AGAIN: Final = timedelta(days=1)
DEVICES_KEPT: Final = 10
"""Devices of a household whose settings are remembered."""


class Wardrobe:
    """The runner's shoes and runs, as a turn finds and changes them.

    Attributes:
        rotation: assign to change it.
        habits: assign to change them.
        added: runs this turn adds to the log.
        replaced: runs of the log it changes.
        removed: runs it takes out of the log.
        told_unit: the unit a distance was told in this turn; None when none was.
        asked_unit: the unit this turn's question is about; None when it names none.
        known: whether the notebook could be read; nothing here means anything otherwise.
    """

    def __init__(
        self,
        rotation: Rotation,
        habits: Habits,
        recent: Callable[[], RecentRuns],
        turn: Turn,
        *,
        known: bool = True,
    ) -> None:
        self.rotation = rotation
        self.habits = habits
        self._read_recent = recent
        self.known = known
        self.told_unit: Unit | None = None
        self.asked_unit: Unit | None = None
        self.added: tuple[Run, ...] = ()
        self.replaced: tuple[Run, ...] = ()
        self.removed: tuple[Run, ...] = ()
        self._turn = turn
        self._read = (rotation, habits)

    @classmethod
    def empty(cls, turn: Turn) -> "Wardrobe":
        """The wardrobe of a runner who has told nothing yet."""
        return cls(Rotation(), Habits(), lambda: RecentRuns(()), turn)

    @cached_property
    def recent(self) -> RecentRuns:
        """The newest runs as they were read; most turns want none of them."""
        return self._read_recent()

    @property
    def changed(self) -> bool:
        """Whether the turn has changed anything about the shoes."""
        return (self.rotation, self.habits) != self._read

    @property
    def local_time(self) -> datetime:
        """The turn's time in the runner's time zone.

        Where the device does not tell it, it is that of the machine the coach runs on: a speaker on the
        runner's own machine has no settings to read, and counts its days by that machine.
        """
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few turns ask for the day

        name = self._whereabouts().zone
        try:
            zone = ZoneInfo(name) if name else None
        except (ZoneInfoNotFoundError, ValueError):
            zone = None
        return self._turn.at.astimezone(zone)

    @property
    def unit(self) -> Unit:
        """The runner's unit: the question's, as asked for, as used last, the device's, or the locale's."""
        by_locale = Unit.MILES if self._turn.locale in MILES_IN else Unit.KILOMETRES
        if self.asked_unit:
            return self.asked_unit
        return self.habits.unit or self.habits.heard_unit or self._whereabouts().unit or by_locale

    def hear(self, distance: SpokenDistance) -> None:
        """Note the unit a distance was told in; metres, a number alone and a marathon tell nothing.

        Who goes by miles says "five k" and "ten k" all the same: these decide only as long as nothing has.
        """
        by_race = distance.race in (Race.FIVE_K, Race.TEN_K)
        unit = Unit.KILOMETRES if by_race else distance.unit
        if unit not in (Unit.KILOMETRES, Unit.MILES):
            return
        self.told_unit = unit
        says_nothing = unit is Unit.KILOMETRES and distance.metres(unit) in CALLED_SO_BY_ALL
        if not says_nothing or self.habits.heard_unit is None:
            self.habits = replace(self.habits, heard_unit=unit)

    def keep(self, update: Update) -> None:
        """Take over a change of the runs; a turn makes one at most."""
        if self.added or self.replaced or self.removed:
            raise RuntimeError("a turn changes the log once")
        self.rotation = update.rotation
        self.added, self.replaced, self.removed = update.added, update.replaced, update.removed

    def run(self, run_id: str) -> Run | None:
        """The run of this id, as far back as the turn knows runs."""
        last = self.habits.last_told and self.habits.last_told.run
        known = (*self.recent.runs, *((last,) if last else ()))
        return next((run for run in known if run.id == run_id), None)

    def _whereabouts(self) -> Whereabouts:
        """Where the device stands; it is asked again once a day when it did not answer, else once a week."""
        device, now = self._turn.device, self._turn.at
        known = self.habits.whereabouts.get(device.id)
        if known and now - known.asked_at < (ASKED_AGAIN if known.zone else TRIED_AGAIN):
            return known
        if device.ask is None:
            return known or Whereabouts(None, None, now)
        told = device.ask()
        here = Whereabouts(told.zone, told.unit, now)
        others = sorted(self.habits.whereabouts.items(), key=lambda item: item[1].asked_at, reverse=True)
        kept = dict([item for item in others if item[0] != device.id][: DEVICES_KEPT - 1])
        self.habits = replace(self.habits, whereabouts={**kept, device.id: here})
        return here
