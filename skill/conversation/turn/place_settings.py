"""The runner's time zone and unit in one turn: as told, as heard, else as the device answers."""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from skill.conversation.memory.local_settings import DeviceAnswer, LocalSettings
from skill.conversation.turn.turn import Turn
from skill.shoes.distance import RACE_METRES, Race, SpokenDistance, Unit
from skill.value import replace

MILES_IN: Final = frozenset({"en-US", "en-GB"})
"""Locales whose road signs, and most of whose runners, go by miles (CLDR measurement systems US and UK)."""

CALLED_SO_BY_ALL: Final = frozenset({RACE_METRES[Race.FIVE_K], RACE_METRES[Race.TEN_K]})
ASKED_AGAIN: Final = timedelta(days=7)
TRIED_AGAIN: Final = timedelta(days=1)
DEVICES_KEPT: Final = 10
"""Devices of a household whose settings are remembered."""


class PlaceSettings:
    """The time zone and the unit of distance.

    Attributes:
        local: what is remembered; assign to change it.
        told_unit: the unit a distance was told in this turn; None when none was.
        asked_unit: the unit this turn's question is about; None when it names none.
    """

    def __init__(self, turn: Turn, local: LocalSettings) -> None:
        self.local = local
        self.told_unit: Unit | None = None
        self.asked_unit: Unit | None = None
        self._turn = turn
        self._as_read = local

    @property
    def changed(self) -> bool:
        """Whether the turn has changed what is remembered."""
        return self.local != self._as_read

    def read_local_time(self) -> datetime:
        """The turn's time in the runner's time zone, for which the device may have to be asked.

        Where the device does not tell it, it is that of the machine the coach runs on: a speaker on the
        runner's own machine has no settings to read, and counts its days by that machine.
        """
        return self._in_zone(self._ask_device().zone)

    def read_zone(self) -> str | None:
        """The IANA name of the runner's time zone; None where no device tells it, or a name nobody knows."""
        zone = self._ask_device().zone
        return zone if _zone(zone) else None

    def known_local_time(self) -> datetime:
        """The turn's time in the runner's time zone as far as it is known: no device is asked."""
        known = self.local.devices.get(self._turn.device.id)
        return self._in_zone(known.zone if known else None)

    def read_unit(self) -> Unit:
        """The unit asked for, in this turn or for good, else used last, the device's, or the locale's."""
        by_locale = Unit.MILES if self._turn.locale in MILES_IN else Unit.KILOMETRES
        if self.asked_unit:
            return self.asked_unit
        return self.local.unit or self.local.heard_unit or self._ask_device().unit or by_locale

    def note_unit(self, distance: SpokenDistance) -> None:
        """Note the unit a distance was told in; metres, a number alone and a marathon tell nothing.

        Runners who use miles say "five k" and "ten k" too: these set the unit only when nothing else has.
        """
        by_race = distance.race in (Race.FIVE_K, Race.TEN_K)
        unit = Unit.KILOMETRES if by_race else distance.unit
        if unit not in (Unit.KILOMETRES, Unit.MILES):
            return
        self.told_unit = unit
        says_nothing = unit is Unit.KILOMETRES and distance.metres(unit) in CALLED_SO_BY_ALL
        if not says_nothing or self.local.heard_unit is None:
            self.local = replace(self.local, heard_unit=unit)

    def read_metres(self, distance: SpokenDistance) -> float | None:
        """The metres of a distance that was told, its unit noted; None where none was told."""
        self.note_unit(distance)
        metres = distance.metres(distance.unit or self.read_unit())
        return None if metres is None else float(metres)

    def _in_zone(self, name: str | None) -> datetime:
        return self._turn.at.astimezone(_zone(name))

    def _ask_device(self) -> DeviceAnswer:
        """The device's settings; it is asked again once a day when it did not answer, else once a week."""
        device, now = self._turn.device, self._turn.at
        known = self.local.devices.get(device.id)
        if known and now - known.asked_at < (ASKED_AGAIN if known.zone else TRIED_AGAIN):
            return known
        if device.ask is None:
            return known or DeviceAnswer(None, None, now)
        told = device.ask()
        answer = DeviceAnswer(told.zone, told.unit, now)
        others = sorted(self.local.devices.items(), key=lambda item: item[1].asked_at, reverse=True)
        kept = dict([item for item in others if item[0] != device.id][: DEVICES_KEPT - 1])
        self.local = replace(self.local, devices={**kept, device.id: answer})
        return answer


def _zone(name: str | None) -> tzinfo | None:
    """The time zone of that name; None for none, or one that nobody knows."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few turns ask for the day

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
