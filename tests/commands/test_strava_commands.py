import json
import os
import re
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stand_ins.strava import strava as running_strava
from stand_ins.strava_state import Strava

ROOT = Path(__file__).parents[2]


@pytest.fixture
def strava() -> Iterator[Strava]:
    """A Strava on loopback; whatever it is asked has to be as Strava describes it."""
    with running_strava() as running:
        yield running
    assert not running.violations


class Machine:
    """A machine with this skill on it."""

    def __init__(self, folder: Path, strava: Strava) -> None:
        self.folder = folder
        self.strava = strava
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("FOOT_COACH")},
            "FOOT_COACH_STRAVA_API": strava.api,
            "FOOT_COACH_STRAVA_OAUTH": f"{strava.address}/oauth",
            "FOOT_COACH_STRAVA_CLIENT_ID": strava.client_id,
            "FOOT_COACH_STRAVA_CLIENT_SECRET": strava.client_secret,
        }

    @property
    def tokens(self) -> Path:
        return self.folder / "notebooks.strava.json"

    def start(self, *words: str) -> subprocess.Popen[str]:
        database = str(self.folder / "notebooks.sqlite3")
        return subprocess.Popen(  # noqa: S603 - this project's own command
            [sys.executable, "-m", "skill", "strava", *words, "--db", database],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> tuple[int, str, str]:
        process = self.start(*words)
        output, errors = process.communicate(timeout=60)
        return process.returncode, output, errors

    def talk(self, *said: str) -> str:
        """What the speaker of this machine answers."""
        database = str(self.folder / "notebooks.sqlite3")
        done = subprocess.run(  # noqa: S603 - this project's own command
            [sys.executable, "-m", "skill", "talk", "--fast", "--db", database],
            cwd=ROOT,
            env=self.environment,
            input="".join(f"{line}\n" for line in said),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        assert not done.stderr
        return done.stdout

    def connect(self) -> tuple[int, str, str]:
        """Connect, with a browser that goes where it is led."""
        process = self.start("connect", "--no-browser")
        assert process.stdout
        before = ""
        while not (page := re.search(r"http\S+", before)):
            line = process.stdout.readline()
            assert line, process.communicate()
            before += line
        urllib.request.urlopen(page[0], timeout=10).close()  # noqa: S310 - the stand-in's address
        output, errors = process.communicate(timeout=60)
        return process.returncode, before + output, errors


@pytest.fixture
def machine(tmp_path: Path, strava: Strava) -> Machine:
    return Machine(tmp_path, strava)


def test_connecting_keeps_the_tokens_where_only_their_owner_reads_them(machine: Machine) -> None:
    code, output, errors = machine.connect()

    assert (code, errors) == (0, "")
    assert "Connected." in output
    assert stat.S_IMODE(machine.tokens.stat().st_mode) == 0o600
    assert machine.strava.token
    assert machine.strava.token.refresh in machine.tokens.read_text()
    assert machine.strava.token.refresh not in output
    assert machine.strava.client_secret not in output


@pytest.mark.parametrize(
    ("agrees_to", "line"), [(frozenset(), "nothing is connected"), ({"read"}, "leave its boxes ticked")]
)
def test_who_does_not_let_the_runs_be_read_is_not_connected(
    machine: Machine, agrees_to: set[str], line: str
) -> None:
    machine.strava.agrees_to = frozenset(agrees_to)
    code, _, errors = machine.connect()

    assert code == 1
    assert line in errors
    assert len(errors.splitlines()) == 1
    assert not machine.tokens.exists()


def test_a_wrong_secret_says_where_the_right_one_is(machine: Machine) -> None:
    machine.environment["FOOT_COACH_STRAVA_CLIENT_SECRET"] = "not-this-one"  # noqa: S105 - nobody's
    code, _, errors = machine.connect()

    assert code == 1
    assert "https://www.strava.com/settings/api" in errors
    assert "not-this-one" not in errors


@pytest.mark.parametrize("command", ["sync", "disconnect"])
def test_without_a_connection_a_command_says_so(machine: Machine, command: str) -> None:
    _, output, errors = machine.run(command)
    assert "not connected" in output + errors


def test_disconnecting_lets_strava_and_this_machine_forget(machine: Machine) -> None:
    machine.connect()
    code, output, _ = machine.run("disconnect")

    assert code == 0
    assert "not connected any more" in output
    assert machine.strava.token is None
    assert not machine.tokens.exists()


def test_where_strava_cannot_be_told_the_permission_is_deleted_here_all_the_same(machine: Machine) -> None:
    machine.connect()
    machine.strava.fails["*"] = 500
    code, _, errors = machine.run("disconnect")

    assert code == 1
    assert "https://www.strava.com/settings/apps" in errors
    assert not machine.tokens.exists()


@pytest.mark.parametrize("variable", ["FOOT_COACH_STRAVA_CLIENT_ID", "FOOT_COACH_STRAVA_CLIENT_SECRET"])
def test_a_script_is_told_which_settings_it_lacks(machine: Machine, variable: str) -> None:
    machine.environment[variable] = ""
    code, _, errors = machine.run("connect")

    assert code == 1
    assert variable in errors


def test_a_client_id_that_is_no_number_is_refused(machine: Machine) -> None:
    machine.environment["FOOT_COACH_STRAVA_CLIENT_ID"] = "my app"
    assert "is a number" in machine.run("connect")[2]


def test_a_sync_shows_what_it_found_and_brings_it_in_once(machine: Machine) -> None:
    machine.connect()
    machine.strava.add_pair("g1", "Ghosts", "Brooks", "Ghost 15")
    for number in range(250):
        machine.strava.add_run(
            number + 1, f"2026-0{number % 9 + 1}-{number % 28 + 1:02}T06:00:00Z", 5_000.0 + 40 * number, "g1"
        )
    machine.strava.add_run(900, "2026-05-05T12:00:00Z", 20_000.0, sport_type="Ride")

    code, output, errors = machine.run("sync", "--yes")
    assert code == 0, errors
    assert "Ghosts" in output
    assert "250 runs" in output

    code, output, errors = machine.run("sync", "--yes")
    assert code == 0, errors
    assert "Nothing new" in output


def test_a_dry_sync_writes_nothing(machine: Machine) -> None:
    machine.connect()
    machine.strava.add_run(1, "2026-05-05T06:00:00Z", 5_000.0)

    assert "Nothing was written." in machine.run("sync", "--yes", "--dry-run")[1]
    assert "Nothing new" not in machine.run("sync", "--yes")[1]


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        (401, "strava connect"),
        (403, "docs/importing.md"),
        (429, "quarter of an hour"),
        (500, "broken on its side"),
        ("garbage", "no answer of Strava's"),
    ],
)
def test_a_sync_that_fails_says_in_one_line_what_to_do(
    machine: Machine, failure: int | str, line: str
) -> None:
    machine.connect()
    token = machine.strava.token.access if machine.strava.token else ""
    machine.strava.fails["/athlete/activities"] = failure
    code, output, errors = machine.run("sync", "--yes")

    assert code == 1
    assert line in errors
    assert len(errors.splitlines()) == 1
    assert token not in output + errors
    assert not (machine.folder / "notebooks.sqlite3").exists()


def test_the_speaker_of_this_machine_knows_yesterdays_run(machine: Machine) -> None:
    machine.strava.add_pair("g1", "Ghosts")
    machine.strava.add_pair("g2", "Clifton")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    machine.strava.add_run(1, f"{yesterday:%Y-%m-%dT%H:%M:%SZ}", 10_000.0, "g1")

    told = machine.talk("connect strava")
    assert "I've put a card" in told
    assert "python -m skill strava connect" in told
    machine.connect()
    heard = machine.talk("which shoes today", "when was my last run")

    assert "brought in one run from Strava" in heard
    assert "Clifton" in heard
    assert "ten kilometres in the Ghosts" in heard


def test_the_speaker_has_a_token_that_is_over_replaced(machine: Machine) -> None:
    machine.connect()
    before = machine.tokens.read_text()
    kept = json.loads(before)
    for link in kept.values():
        link["ends"] = "2020-01-01T00:00:00+00:00"
    machine.tokens.write_text(json.dumps(kept))
    machine.strava.clock += 7 * 3600
    machine.strava.add_run(1, f"{datetime.now(UTC):%Y-%m-%dT00:00:01Z}", 10_000.0)

    assert "New from Strava" in machine.talk("any new runs")
    assert machine.strava.token
    assert machine.strava.token.refresh in machine.tokens.read_text()


def test_whose_permission_is_gone_is_told_by_the_speaker(machine: Machine) -> None:
    machine.connect()
    machine.talk("any new runs")
    machine.strava.token = None

    assert "doesn't let me in any more" in machine.talk("any new runs")
