import pytest

from skill.sound.timeline import Planned, is_count
from skill.terminal.transcript import clock


@pytest.mark.parametrize(("seconds", "shown"), [(0, " 0:00"), (9.99, " 0:09"), (75, " 1:15"), (605, "10:05")])
def test_a_time_is_shown_in_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("text", "counts"), [("seven", True), ("halfway", True), ("Ready?", False), ("And relax.", False)]
)
def test_a_count_is_told_from_a_sentence(text: str, counts: bool) -> None:  # noqa: FBT001 - a table
    assert is_count(Planned(0, text)) == counts
