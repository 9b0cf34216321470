"""`python -m skill import`: shows, asks, brings in, and takes back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skill.commands import bringing_in
from skill.commands.command_line import main
from skill.commands.options import LOCAL_USER
from skill.conversation.imports import plan, writing
from skill.storage.repository import Change
from skill.storage.sqlite import SQLiteRepository
from stand_ins.exports import (
    GARMIN_HEADER,
    HEADER,
    garmin_row,
    gear,
    laid,
    pair,
    strava_row,
    summaries,
    summary,
    table,
)
from tests.conversation.runner import SUNDAY, Runner

STRAVA = table(
    HEADER,
    strava_row(1, "May 4, 2024, 6:00:00 AM", 10_000.0, gear="Ghost 15"),
    strava_row(2, "May 6, 2024, 6:00:00 AM", 8_000.0, gear="Clifton 9"),
    strava_row(3, "May 7, 2024, 6:00:00 AM", 30_000.0, sport="Ride", gear="City bike"),
    strava_row(4, "May 8, 2024, 6:00:00 AM", 5_000.0),
)
GARMIN = table(GARMIN_HEADER, garmin_row("Running", "2024-05-09 08:00:00", "3.11"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "notebooks.sqlite3"


@pytest.fixture
def strava(tmp_path: Path) -> Path:
    return laid(tmp_path / "strava", {"activities.csv": STRAVA})


@pytest.fixture(autouse=True)
def a_machine_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


def call(database: Path, *arguments: str | Path, typed: str = "") -> Result:
    words = ["import", "--db", str(database), *map(str, arguments)]
    return CliRunner().invoke(main, words, input=typed)


def lines(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines() if line]


def pairs(database: Path) -> str:
    return CliRunner().invoke(main, ["shoes", "--db", str(database)]).output


def test_it_shows_what_would_come_in_and_brings_it_in(database: Path, strava: Path) -> None:
    result = call(database, strava, typed="y\n")

    assert lines(result) == [
        "3 runs found, 23.0 km, from 2024-05-04 to 2024-05-08.",
        "pair runs more then",
        "Clifton 9 +1 8.0 km 8.0 km new",
        "Ghost 15 +1 10.0 km 10.0 km new",
        "in no pair +1 5.0 km 5.0 km",
        "1: another sport (Ride)",
        "3 runs came in, 23.0 km. To take it back: python -m skill import --undo",
    ]
    assert result.exit_code == 0
    assert "Ghost 15" in pairs(database)
    check = CliRunner().invoke(main, ["check", "--db", str(database)])
    assert check.output == "All sums are right: 3 runs and 0 practices counted.\n"


def test_the_same_again_is_nothing_new(database: Path, strava: Path) -> None:
    call(database, strava, "--yes")
    result = call(database, strava, "--yes")

    assert lines(result)[1:] == [
        "3: in already",
        "1: another sport (Ride)",
        "Nothing new: all of it is in already.",
    ]
    assert result.exit_code == 0


@pytest.mark.parametrize(("more", "code"), [(["--dry-run"], 0), (["--dry-run", "--yes"], 0), ([], 1)])
def test_nothing_is_written_that_nobody_agreed_to(
    database: Path, strava: Path, more: list[str], code: int
) -> None:
    result = call(database, strava, *more, typed="n\n")

    assert result.stdout.endswith("Nothing was written.\n")
    assert result.exit_code == code
    assert "No shoes yet" in pairs(database)


def test_undo_takes_the_newest_import_back(database: Path, strava: Path) -> None:
    call(database, strava, "--yes")
    shown = call(database, "--undo", "--dry-run")
    assert "3 runs, 23.0 km, would go" in shown.output
    assert "Ghost 15" in pairs(database)
    result = call(database, "--undo", typed="y\n")

    assert "These pairs go too: Clifton 9, Ghost 15." in result.output
    assert result.output.endswith("Taken back.\n")
    assert "No shoes yet" in pairs(database)
    assert call(database, "--undo").output == "There is no import to take back.\n"


def test_it_asks_which_pair_is_which_and_remembers(database: Path, strava: Path) -> None:
    Runner(SQLiteRepository(database), LOCAL_USER).say("AddShoes", shoe="my ghosts")
    result = call(database, strava, typed="9\n1\ny\n")

    assert 'Which pair is "Ghost 15" (1 run, 10.0 km; strava)?' in result.stderr
    assert "1: ghosts, 0.0 km" in result.stderr
    assert "Type one of 1, n, x, or Enter." in result.stderr
    assert "ghosts +1 10.0 km 10.0 km" in lines(result)
    assert "Which pair" not in call(database, strava).output


def test_yes_leaves_open_what_it_would_have_asked_and_says_so(database: Path, strava: Path) -> None:
    Runner(SQLiteRepository(database), LOCAL_USER).say("AddShoes", shoe="my ghosts")
    result = call(database, strava, "--yes")

    assert "Not settled which pair it is, so its runs come in no pair: Ghost 15" in result.output
    assert "in no pair +2 15.0 km 15.0 km" in lines(result)


def test_where_nobody_answers_nothing_is_written(database: Path, strava: Path) -> None:
    Runner(SQLiteRepository(database), LOCAL_USER).say("AddShoes", shoe="my ghosts")
    result = call(database, strava, typed="")

    assert (result.exit_code, bringing_in.NOBODY_ANSWERS in result.stderr) == (1, True)
    assert "Clifton" not in pairs(database)


def test_it_asks_about_a_run_in_doubt(database: Path, strava: Path, tmp_path: Path) -> None:
    call(database, strava, "--yes")
    begun = 1714802460  # a minute after the first run of Strava's
    garmin = laid(
        tmp_path / "garmin",
        {
            "x_gear.json": gear([pair(1, displayName="Ghost 15")], {1: [7]}),
            "x_0_summarizedActivities.json": summaries(summary(7, begun, 7_000.0)),
        },
    )
    left = call(database, garmin, "--yes")
    assert "Left out, perhaps in already: 2024-05-04" in left.output
    asked = call(database, garmin, typed="1\n")
    assert '2024-05-04 06:01, 7.0 km "Town Running" (garmin) may be in already.' in asked.stderr
    assert "1: 2024-05-04 06:00, 10.0 km (strava)" in asked.stderr
    assert "1: the same as another one" in asked.output


def test_a_table_that_does_not_say_its_unit_is_asked_about(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "Activities.csv"
    path.write_text(GARMIN, encoding="utf-8")
    asked = call(database, path, "--dry-run", typed="mi\n").output
    assert "doesn't say whether it counts kilometres or miles" in asked
    assert "1 run found, 3.1 mi" in asked
    refused = call(database, path, "--yes")
    assert refused.exit_code == 1
    assert refused.output.startswith("Error: Activities.csv")
    assert "--unit" in refused.output
    Runner(SQLiteRepository(database), LOCAL_USER).say("SetUnits", unit="miles")
    assert "1 run found, 3.1 mi" in call(database, path, "--yes").output


def test_miles_are_shown_to_who_runs_them(database: Path, strava: Path) -> None:
    Runner(SQLiteRepository(database), LOCAL_USER).say("SetUnits", unit="miles")

    assert "3 runs found, 14.3 mi" in call(database, strava, "--dry-run").output


def test_a_file_that_cannot_be_read_is_one_line(database: Path, tmp_path: Path) -> None:
    (tmp_path / "run.fit").write_text("no recording", encoding="utf-8")
    result = call(database, tmp_path / "run.fit", "--yes")

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1
    assert not database.exists() or "No shoes yet" in pairs(database)


@pytest.mark.parametrize("words", [[], ["--undo", "somewhere"]])
def test_it_wants_files_or_undo(database: Path, words: list[str]) -> None:
    assert call(database, *words).exit_code == 2


def test_an_import_that_is_stopped_can_be_gone_on_with(
    database: Path, strava: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LARGEST_CHANGE", writing.PAGES_WRITTEN + 1)
    write = SQLiteRepository.write
    writes: list[Change] = []

    def stopped(self: SQLiteRepository, user: str, change: Change, now: object) -> None:
        if len(writes) == 1:
            raise KeyboardInterrupt
        writes.append(change)
        write(self, user, change, now)  # type: ignore[arg-type]  # as it came

    with monkeypatch.context() as patched:
        patched.setattr(SQLiteRepository, "write", stopped)
        result = call(database, strava, "--yes")
    assert (result.exit_code, bringing_in.STOPPED_LINE in result.output) == (130, True)
    check = ["check", "--db", str(database)]
    assert "1 run and" in CliRunner().invoke(main, check).output
    call(database, strava, "--yes")
    assert "3 runs and" in CliRunner().invoke(main, check).output
    call(database, "--undo", "--yes")
    assert "0 runs and" in CliRunner().invoke(main, check).output


def test_an_export_tells_where_the_runs_are_from(database: Path, strava: Path) -> None:
    call(database, strava, "--yes")
    exported = json.loads(CliRunner().invoke(main, ["export", "--db", str(database)]).output)

    assert [list(entry["sources"]) for entry in exported["log"]] == [["strava:4"], ["strava:2"], ["strava:1"]]


def test_another_user_has_another_closet(database: Path, strava: Path) -> None:
    call(database, strava, "--yes", "--user", "somebody")

    assert "No shoes yet" in pairs(database)
    assert SQLiteRepository(database).read("somebody", SUNDAY).entries


def test_more_runs_than_anybody_has_run_are_one_line(
    database: Path, strava: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MOST_RUNS", 2)
    result = call(database, strava, "--yes")

    assert (result.exit_code, len(result.output.splitlines())) == (1, 1)
    assert "3 runs in it" in result.output
