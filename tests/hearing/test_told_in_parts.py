"""A run told in no sentence's order is put together and asked about; a plan or a denial is not."""

from datetime import date

import pytest

from stand_ins.phrasings import filling
from tests.device.a_speaker import interpreter

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "intent", "guess"),
    [
        (
            "fourteen k up the back of bennachie in the speedgoats",
            "LogRunIntent",
            "I ran fourteen k in the speedgoats",
        ),
        (
            "treadmill thirty minutes like two miles clifton",
            "LogRunIntent",
            "I ran two miles in the clifton in thirty minutes",
        ),
        ("an hour and ten on the trails", "LogRunIntent", "I ran an hour and ten trails"),
        (
            "thirty four k wi two thousand metres o climbing yesterday the speedgoats are soaking",
            "LogRunIntent",
            "I ran thirty four k in the speedgoats yesterday",
        ),
        (
            "showing wrong for friday it was six point five only",
            "CorrectDistanceIntent",
            "change friday's run to six point five",
        ),
        ("monday was nine not eight", "CorrectDistanceIntent", "change monday's run to nine"),
        ("thursday wasn't six it was seven", "CorrectDistanceIntent", "change thursday's run to seven"),
        (
            "shift friday's to wednesday i had me days mixed up",
            "CorrectDayIntent",
            "move friday's run to wednesday",
        ),
        (
            "last wednesday's was the novablast and it wasn't on here yet eight k",
            "RunWasIntent",
            "last wednesday's run was eight k in the novablast",
        ),
    ],
)
def test_the_parts_of_a_run_are_asked_about(said: str, intent: str, guess: str) -> None:
    heard = interpreter().understand(said, today=SUNDAY)
    assert (heard.intent, heard.guess) == (intent, guess)


def test_two_runs_are_read_back_by_the_coach_itself() -> None:
    heard = interpreter().understand(
        "uh so i ran twice yesterday six in the morning in the clifton and then another four in the ghost",
        today=SUNDAY,
    )
    assert (heard.intent, heard.guess) == ("LogTwoRunsIntent", "")
    assert (heard.slots["distance"].value, heard.slots["second_distance"].value) == ("6", "4")


@pytest.mark.parametrize(
    "said",
    [
        "i would have run ten if my daughter hadn't woken up in the ghosts",
        "she's after running her first five k in twenty nine minutes the daughter in the ghosts",
        "coached the juniors this morning they did three k in the ghosts",
        "has thursday's been counted for the ghost or not",
        "my long run next sunday will be twenty eight in the ghosts",
        "was gonna do the ten this morning in the ghosts slept in",
        "row machine five k twenty one minutes",
        "the marathon world record is two hours and thirty five seconds",
        "resting heart rate was forty eight this morning",
        "I'm about to run eight k in the ghosts",
        "I did a quarter marathon",
        "I did a relay marathon",
        "that was a double marathon",
        "me and the lads ran eight laps",
    ],
)
def test_what_is_no_run_of_the_runners_changes_nothing(said: str) -> None:
    heard = interpreter().understand(said, today=SUNDAY)
    assert heard.intent is None or not interpreter().writes(heard.intent)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("I ran five k and I plan to run ten on sunday", {"race_distance": "five-k"}),
        ("tomorrow I'm doing ten but today I ran six", {"day": "2026-11-22", "distance": "6"}),
    ],
)
def test_a_run_told_beside_a_plan_is_told(said: str, slots: dict[str, str]) -> None:
    heard = interpreter().understand(said, today=SUNDAY)
    assert (heard.intent, heard.guess, filling(heard)) == ("LogRunIntent", "", slots)
