import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skill.commands.command_line import main
from skill.commands.options import LOCAL_USER
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold, rotation_of, shoes_page
from skill.shoes.ledger import log_run
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Shoe
from skill.storage.repository import Change, Page
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import SUNDAY, Runner
from tests.shoes.samples import run

KM = {"unit": "kilometres"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "notebooks.sqlite3"
    runner = Runner(SQLiteRepository(path), LOCAL_USER)
    runner.say("AddShoes", shoe="blue pegasus", distance="200", **KM)
    runner.say("AddShoes", shoe="ghosts", distance="795", **KM)
    runner.say("SetShoeKind", shoe="ghosts", run_kind="race")
    runner.say("LogRun", distance="10", shoe="ghosts", day="2026-11-20", **KM)
    runner.say("LogRun", distance="8", day="2026-11-21", **KM)
    return path


def call(command: str, database: Path, *more: str) -> Result:
    return CliRunner().invoke(main, [command, "--db", str(database), *more])


def test_shoes_prints_the_rotation_as_a_table(database: Path) -> None:
    lines = call("shoes", database).output.splitlines()

    assert lines[0].split() == ["pair", "run", "left", "runs", "last", "worn", "for"]
    assert lines[1].split() == ["blue", "pegasus", "200.0", "km", "600.0", "km", "0", "-", "any", "fresh"]
    assert lines[2].split() == ["ghosts", "805.0", "km", "-5.0", "km", "1", "2026-11-20", "race", "due"]
    assert lines[3] == "In an unknown pair: 8.0 km in 1 run."
    assert "124.3 mi" in call("shoes", database, "--miles").output


def test_shoes_of_a_user_who_has_none_says_how_to_begin(database: Path) -> None:
    assert "add my blue Pegasus" in call("shoes", database, "--user", "somebody").output


def test_check_confirms_sums_that_are_right(database: Path) -> None:
    result = call("check", database)

    assert (result.exit_code, result.output) == (0, "All sums are right: 2 runs and 0 practices counted.\n")


def test_check_reports_a_sum_that_is_not_its_runs(database: Path) -> None:
    store = SQLiteRepository(database)
    page = store.read(LOCAL_USER, SUNDAY).pages[SHOES]
    rotation = rotation_of(page.body)
    wrong = log_run(rotation, run("never told", 30, 7, rotation.shoes[0].id)).rotation
    store.write(LOCAL_USER, Change({SHOES: Page(shoes_page(ShoesTold(wrong)), page.version)}), SUNDAY)
    result = call("check", database)

    assert result.exit_code == 1
    assert result.output == "blue pegasus: kept 7000 m in 1 run, counted 0 m in 0 runs\n"


def test_export_writes_everything_as_json(database: Path) -> None:
    exported = json.loads(call("export", database).output)

    assert exported["user"] == LOCAL_USER
    assert [shoe["nickname"] for shoe in exported["pages"][SHOES]["shoes"]] == ["blue pegasus", "ghosts"]
    assert [(entry["day"], entry["metres"]) for entry in exported["log"]] == [
        ("2026-11-21", 8_000),
        ("2026-11-20", 10_000),
    ]


def test_what_is_kept_of_shoes_comes_back_as_it_was() -> None:
    shoe = Shoe("pair-1", "ghosts", SUNDAY, brand="Brooks", starting_metres=12)
    rotation = log_run(Rotation((shoe,)), run("r", 30, 7, "pair-1")).rotation

    assert rotation_of(json.loads(json.dumps(shoes_page(ShoesTold(rotation))))) == rotation
