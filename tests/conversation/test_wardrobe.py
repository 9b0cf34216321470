from datetime import timedelta
from decimal import Decimal

import pytest

from skill.conversation.habits import Habits
from skill.conversation.turn import Device, DeviceSettings, Turn
from skill.conversation.wardrobe import Wardrobe
from skill.shoes.distance import Race, SpokenDistance, Unit
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns
from tests.conversation.runner import SUNDAY

KM, MI = Unit.KILOMETRES, Unit.MILES
TEN_KM, EIGHT_KM, SIX_MILES = (
    SpokenDistance(Decimal(10), unit=KM),
    SpokenDistance(Decimal(8), unit=KM),
    SpokenDistance(Decimal(6), unit=MI),
)


class Asked:
    """A device that counts how often it is asked."""

    def __init__(self, settings: DeviceSettings) -> None:
        self.settings = settings
        self.times = 0

    def __call__(self) -> DeviceSettings:
        self.times += 1
        return self.settings


def wardrobe(
    locale: str = "en-US", habits: Habits | None = None, ask: Asked | None = None, days: float = 0
) -> Wardrobe:
    at = SUNDAY + timedelta(days=days)
    turn = Turn("turn", at, "runner", locale=locale, device=Device("device", ask=ask))
    return Wardrobe(Rotation(), habits or Habits(), lambda: RecentRuns(()), turn)


@pytest.mark.parametrize(
    ("locale", "device", "heard", "asked_for", "unit"),
    [
        ("en-US", None, [], None, MI),
        ("en-GB", None, [], None, MI),
        ("en-AU", None, [], None, KM),
        ("en-IN", None, [], None, KM),
        ("en-US", KM, [], None, KM),
        ("en-AU", MI, [], None, MI),
        ("en-US", None, [TEN_KM], None, KM),
        ("en-US", None, [SIX_MILES, TEN_KM], None, MI),
        ("en-US", None, [SIX_MILES, SpokenDistance(race=Race.FIVE_K)], None, MI),
        ("en-US", None, [SIX_MILES, EIGHT_KM], None, KM),
        ("en-AU", KM, [SIX_MILES], None, MI),
        ("en-AU", KM, [SpokenDistance(Decimal(800), unit=Unit.METRES)], None, KM),
        ("en-US", KM, [EIGHT_KM], MI, MI),
    ],
)
def test_the_unit_is_the_one_asked_for_else_told_else_the_devices_else_the_locales(
    locale: str, device: Unit | None, heard: list[SpokenDistance], asked_for: Unit | None, unit: Unit
) -> None:
    here = wardrobe(locale, Habits(unit=asked_for), Asked(DeviceSettings(None, device)))
    for distance in heard:
        here.hear(distance)

    assert here.unit is unit


@pytest.mark.parametrize(
    ("settings", "days", "times"),
    [
        (DeviceSettings("Europe/Berlin", KM), 6, 1),
        (DeviceSettings("Europe/Berlin", KM), 8, 2),
        (DeviceSettings(), 0.5, 1),
        (DeviceSettings(), 2, 2),
    ],
)
def test_a_device_is_asked_once_a_week_and_sooner_when_it_did_not_answer(
    settings: DeviceSettings, days: float, times: int
) -> None:
    device = Asked(settings)
    first = wardrobe(ask=device)
    assert first.local_time == SUNDAY
    later = wardrobe(habits=first.habits, ask=device, days=days)
    assert later.local_time == SUNDAY + timedelta(days=days)

    assert device.times == times


def test_the_local_time_is_the_devices() -> None:
    here = wardrobe(ask=Asked(DeviceSettings("Australia/Sydney", None)))

    assert (here.local_time.hour, here.local_time.date().isoformat()) == (20, "2026-11-22")


def test_a_zone_nobody_knows_does_no_harm() -> None:
    assert wardrobe(ask=Asked(DeviceSettings("Mars/Olympus", None))).local_time == SUNDAY
