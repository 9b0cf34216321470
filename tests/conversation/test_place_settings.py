from datetime import timedelta
from decimal import Decimal

import pytest

from skill.conversation.memory.local_settings import LocalSettings
from skill.conversation.turn.place_settings import PlaceSettings
from skill.conversation.turn.turn import Device, DeviceSettings, Turn
from skill.shoes.distance import Race, SpokenDistance, Unit
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


def place(
    locale: str = "en-US", local: LocalSettings | None = None, ask: Asked | None = None, days: float = 0
) -> PlaceSettings:
    at = SUNDAY + timedelta(days=days)
    turn = Turn("turn", at, "runner", locale=locale, device=Device("device", ask=ask))
    return PlaceSettings(turn, local or LocalSettings())


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
    here = place(locale, LocalSettings(unit=asked_for), Asked(DeviceSettings(None, device)))
    for distance in heard:
        here.note_unit(distance)

    assert here.read_unit() is unit


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
    first = place(ask=device)
    assert first.read_local_time() == SUNDAY
    later = place(local=first.local, ask=device, days=days)
    assert later.read_local_time() == SUNDAY + timedelta(days=days)

    assert device.times == times


def test_the_local_time_is_the_devices() -> None:
    here = place(ask=Asked(DeviceSettings("Australia/Sydney", None)))

    assert (here.read_local_time().hour, here.read_local_time().date().isoformat()) == (20, "2026-11-22")


def test_a_zone_nobody_knows_does_no_harm() -> None:
    assert place(ask=Asked(DeviceSettings("Mars/Olympus", None))).read_local_time() == SUNDAY
