"""Whatever was changed last is taken back by "undo", after a yes, and the notebook is as it was before."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from skill.content.loader import content_folder
from skill.conversation.turn.change import read_change
from tests.questions.living_room import LivingRoom

HERE = Path(__file__).parent
BEGINNING = ("add my ghost", "no", "add my pegasus", "no")
NOTHING = "There is nothing to take back."


@dataclass(frozen=True)
class Row:
    line: str
    said: list[str]
    asks: str
    done: str
    before: tuple[str, ...] = ()


ROWS = [Row(**row) for row in tomllib.loads((HERE / "changes.toml").read_text(encoding="utf-8"))["change"]]

each_change = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.said[0])


@pytest.fixture
def room(tmp_path: Path) -> LivingRoom:
    return LivingRoom(tmp_path)


def make(room: LivingRoom, row: Row) -> Counter[str]:
    """Make the change; what the notebook held before it."""
    for said in (*BEGINNING, *row.before):
        room.say(said)
    before = room.notebook
    for said in row.said:
        room.say(said)
    assert room.notebook != before
    return before


def test_every_line_about_a_change_is_said() -> None:
    lines = tomllib.loads((content_folder() / "en" / "changes.toml").read_text(encoding="utf-8"))
    assert set(lines["changes"]) == {row.line for row in ROWS}


@each_change
def test_a_change_is_taken_back_after_a_yes_and_once(room: LivingRoom, row: Row) -> None:
    before = make(room, row)

    assert row.asks in room.say("undo")
    assert row.done in room.say("yes")
    assert room.notebook == before
    room.is_heard_twice()
    assert room.notebook == before


@each_change
def test_a_change_stays_after_a_no(room: LivingRoom, row: Row) -> None:
    make(room, row)
    after = room.notebook

    assert row.asks in room.say("undo")
    room.say("no")

    assert room.notebook == after


@each_change
def test_a_change_is_taken_back_after_other_words_and_in_a_later_session(room: LivingRoom, row: Row) -> None:
    before = make(room, row)
    room.say("why should I warm up")
    room.say("stop")
    room.say("2 hours later: open foot coach")
    room.say("which shoes do I have")

    assert row.asks in room.say("undo")
    assert row.done in room.say("yes")
    assert room.notebook == before


def test_several_changes_are_taken_back_one_after_the_other_the_newest_first(room: LivingRoom) -> None:
    steps = (
        "add my ghost",
        "add my pegasus",
        "I ran five miles in the pegasus",
        "no, the ghost",
        "count down",
        "use miles",
    )
    states = []
    for said in steps:
        states.append(room.notebook)
        room.say(said)

    for state in reversed(states):
        room.say("undo")
        room.say("yes")
        assert room.notebook == state
    assert NOTHING in room.say("undo")


def test_where_nothing_was_changed_there_is_nothing_to_take_back(room: LivingRoom) -> None:
    room.say("open foot coach")

    heard = room.say("undo")

    assert NOTHING in heard
    assert room.asked == "anything-else"


def test_a_change_with_half_a_character_in_place_of_a_number_is_passed_over() -> None:
    day = {"id": "one", "at": "2026-11-22T07:34:30Z", "day": "2026-11-22", "metres": 8000}
    spoken = {"at": None, "day": None, "metres": None, "shoe": None, "corrected": False}
    run = {**day, "shoe": None, "kind": None, "sources": {}, "spoken": spoken, "seconds": None, "felt": None}
    body = {"is": "run-logged", "run": run, "told_at": "2026-11-22T07:34:30Z"}
    assert read_change(body)
    assert read_change({**body, "run": {**run, "seconds": "\ud800"}}) is None
