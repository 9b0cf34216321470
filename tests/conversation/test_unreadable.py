"""A page or a run that cannot be read: what needs it says so and changes nothing, and the rest works."""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.alexa.skill import build_skill
from skill.commands.command_line import main
from skill.conversation.my_data import export, unreadable_records
from skill.sound.timeline import timeline_of
from skill.storage.repository import Change, Page, Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.emulator import create_table
from stand_ins.raw_records import DynamoDBRecords, RawRecords, SQLiteRecords
from stand_ins.used_notebook import EVERYDAY, USE, Household, damaged, is_named
from tests.conversation.runner import Runner
from tests.runner import APOLOGY

NO_SHOES = "I can't read what I kept of your shoes, so I leave it as it is."
NO_SETTINGS = "I can't read what I kept of your settings"
NO_CHANGES = "I can't read what was changed last"
Damage = Callable[[str, Callable[[dict[str, Any]], object]], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebooks.sqlite3"


@pytest.fixture
def runner(path: Path) -> Runner:
    """A runner with settings, a routine, two pairs and three runs."""
    runner = Runner(SQLiteRepository(path))
    runner.say("SetHold", seconds="30")
    runner.say("AddShoes", shoe="ghosts", distance="100", unit="kilometres")
    runner.say("AddShoes", shoe="blue pegasus", distance="300", unit="kilometres")
    for distance in ("10", "12", "14"):
        runner.say("LogRun", distance=distance, unit="kilometres", shoe="ghosts")
    runner.say("AMAZON.Stop")
    return runner


@pytest.fixture
def damage(path: Path, runner: Runner) -> Damage:
    """Changes the body of the records whose key begins so."""
    raw = SQLiteRecords(path)

    def change(key: str, damaging: Callable[[dict[str, Any]], object]) -> None:
        for name, body in raw.bodies(runner.user).items():
            if name.startswith(key):
                parsed = json.loads(body)
                damaging(parsed)
                raw.replace(runner.user, name, json.dumps(parsed))

    return change


@pytest.fixture
def stored(path: Path, runner: Runner) -> Callable[[str], str]:
    """The body of a page as it lies in the store."""
    return lambda key: SQLiteRecords(path).bodies(runner.user)[f"page#{key}"]


def runs_logged(runner: Runner) -> int:
    return sum(entry.body["is"] == "run" for entry in runner.repository.log(runner.user))


def test_without_the_shoes_page_what_needs_it_says_so_and_the_rest_works(
    runner: Runner, damage: Damage, stored: Callable[[str], str], caplog: pytest.LogCaptureFixture
) -> None:
    damage("page#shoes", lambda body: body["shoes"][0]["wear"].update(months={"2026-13": [1, 1]}))
    before = stored("shoes")
    runner.talk(
        ("AMAZON.Help", {}, ["What would you like?"]),
        ("ListShoes", {}, [NO_SHOES]),
        ("LogRun", {"distance": "5", "unit": "kilometres", "shoe": "ghosts"}, [NO_SHOES]),
        ("ChooseShoes", {}, [NO_SHOES]),
        ("Undo", {}, [NO_SHOES]),
        ("StartRoutine", {"routine": "post-run"}, ["Face the wall"]),
        ("SetHold", {"seconds": "20"}, ["Holds of twenty seconds"]),
        ("AMAZON.Stop", {}, ["Stopped at"]),
    )
    assert stored("shoes") == before
    assert runs_logged(runner) == 3
    lines = [line for line in caplog.messages if "cannot be read" in line]
    assert lines == ["left out what cannot be read: pages: shoes; entries: 0"] * 8
    assert "ghosts" not in caplog.text


def test_a_yes_to_what_needs_the_shoes_page_changes_nothing(runner: Runner, damage: Damage) -> None:
    runner.say("DeleteRun")
    damage("page#shoes", lambda body: body.update(schema=2))
    assert NO_SHOES in runner.say("AMAZON.Yes")
    assert runs_logged(runner) == 3


def test_without_the_profile_it_is_said_once_and_coached_as_usual(
    runner: Runner, damage: Damage, stored: Callable[[str], str]
) -> None:
    damage("page#profile", lambda body: body.update(schema=2))
    before = stored("profile")
    welcome = runner.say("AMAZON.Help")
    assert NO_SETTINGS in welcome
    runner.talk(
        ("StartRoutine", {"routine": "post-run"}, ["Face the wall"]),
        ("SetHold", {"seconds": "20"}, [NO_SETTINGS, "leave it as it is"]),
        ("HearSettings", {}, [NO_SETTINGS]),
        ("RateRun", {"feeling": "better"}, [NO_SETTINGS]),
        ("BestExercises", {}, [NO_SETTINGS]),
        ("AMAZON.Next", {}, ["Let's do"]),
        ("LogRun", {"distance": "5", "unit": "kilometres", "shoe": "ghosts"}, ["Logged five kilometres"]),
    )
    assert NO_SETTINGS not in runner.say("AMAZON.Stop")
    assert stored("profile") == before
    assert runs_logged(runner) == 4


def test_without_the_changes_nothing_is_taken_back_and_all_else_is_done(
    runner: Runner, damage: Damage, stored: Callable[[str], str]
) -> None:
    damage("page#changes", lambda body: body.pop("changes"))
    before = stored("changes")
    runner.talk(
        ("Undo", {}, [NO_CHANGES]),
        ("SetHold", {"seconds": "20"}, ["Holds of twenty seconds"]),
        ("LogRun", {"distance": "5", "unit": "kilometres", "shoe": "ghosts"}, ["Logged five kilometres"]),
        ("Undo", {}, [NO_CHANGES]),
    )
    assert stored("changes") == before


@pytest.mark.parametrize("body", ["{", '{"schema": 2}', '{"steps": 7}', "[]"])
def test_a_walkthrough_that_cannot_be_read_is_replaced(
    runner: Runner, path: Path, stored: Callable[[str], str], body: str
) -> None:
    runner.say("StartRoutine", routine="post-run")
    runner.say("AMAZON.Stop")
    SQLiteRecords(path).replace(runner.user, "page#walkthrough", body)
    assert "Stopped" not in runner.say("AMAZON.Help")
    runner.say("StartRoutine", routine="pre-run")
    assert json.loads(stored("walkthrough"))["routine"] == "pre-run"


def test_a_run_that_cannot_be_read_is_left_out_and_the_sums_stay(
    runner: Runner, damage: Damage, caplog: pytest.LogCaptureFixture
) -> None:
    last = next(iter(runner.repository.log(runner.user)))
    damage(last.identity, lambda body: body.update(metres="14 kilometres"))
    assert "twelve kilometres" in runner.say("LastRun")
    assert caplog.messages.count("left out what cannot be read: runs: 1") == 1
    assert "one hundred and thirty six" in runner.say("ShoeDistance", shoe="ghosts")
    runner.say("LogRun", distance="5", unit="kilometres", shoe="ghosts")
    assert runs_logged(runner) == 4
    assert runner.rotation.shoes[0].wear.tally.metres == 41_000


def test_check_names_what_cannot_be_read_and_says_what_to_do(
    runner: Runner, damage: Damage, path: Path
) -> None:
    def check() -> tuple[int, list[str]]:
        result = CliRunner().invoke(main, ["check", "--db", str(path), "--user", runner.user])
        return result.exit_code, result.output.splitlines()

    assert check() == (0, ["All sums are right: 3 runs and 0 practices counted."])
    last = next(iter(runner.repository.log(runner.user)))
    damage(last.identity, lambda body: body.pop("day"))
    status, lines = check()
    assert status == 1
    assert lines[0].startswith("Cannot be read: ")
    assert last.identity in lines[0]
    assert "docs/deploy.md" in lines[1]
    assert lines[2] == "ghosts: kept 36000 m in 3 runs, counted 22000 m in 2 runs"
    damage("page#shoes", lambda body: body.pop("shoes"))
    damage("page#profile", lambda body: body.update(schema=2))
    SQLiteRecords(path).replace(runner.user, "page#changes", "{")
    status, lines = check()
    assert status == 1
    named = "\n".join(lines)
    for fault in (
        "pages: changes: its body is no JSON.",
        "page profile: a later version of the skill wrote it.",
        "page shoes: a part is missing or is not what it should be.",
    ):
        assert fault in named
    assert "kept" not in lines[-1], "without the shoes' page there are no sums"
    assert export(runner.repository, runner.user, runner.now)["unreadable"] == [
        {"where": "pages: changes", "fault": "its body is no JSON"}
    ]


def test_what_cannot_be_read_does_not_hinder_the_event_that_deletes_everything(
    runner: Runner, path: Path, damage: Damage
) -> None:
    damage("page#", lambda body: body.update(schema=2))
    household = Household(build_skill(runner.repository), runner.user, runner.now)
    household.disables()
    assert not SQLiteRecords(path).bodies(runner.user)


@pytest.fixture(scope="module", params=["sqlite", "dynamodb"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Repository, RawRecords]:
    """Each kind of store, and the way past the skill into it."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("both") / "notebooks.sqlite3"
        return SQLiteRepository(path), SQLiteRecords(path)
    url = request.getfixturevalue("aws_url")
    table = create_table(url)
    return emulator.repository(url, table), DynamoDBRecords(url, table)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Change:
    """What writes a long used notebook."""
    store = SQLiteRepository(tmp_path_factory.mktemp("used") / "notebooks.sqlite3")
    household = Household(build_skill(store), "somebody")
    list(household.says_all(USE))
    notebook = store.read("somebody", household.now)
    pages = {name: Page(page.body, 0, page.expires_at) for name, page in notebook.pages.items()}
    return Change(pages, added=notebook.entries)


@pytest.fixture(scope="module")
def users() -> Iterator[str]:
    """Names of users that nobody has had."""
    return (f"user {number}" for number in range(10_000))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(0, len(EVERYDAY) - 9))
def test_whatever_happens_to_a_record_every_turn_is_answered_and_nothing_unreadable_is_lost(
    both: tuple[Repository, RawRecords], used: Change, users: Iterator[str], random: Random, first: int
) -> None:
    repository, raw = both
    user = next(users)
    household = Household(build_skill(repository), user)
    repository.write(user, used, household.now)
    bodies = raw.bodies(user)
    for key in random.sample(sorted(bodies), random.choice((1, 1, 2, 4))):
        raw.replace(user, key, damaged(bodies[key], random))
    before = raw.bodies(user)
    unreadable = {one.where for one in unreadable_records(repository, user, household.now)}
    logging.disable()
    for said, envelope in household.says_all(EVERYDAY[first : first + 9]):
        assert APOLOGY not in timeline_of(envelope["response"], "en").text, said
    logging.disable(logging.NOTSET)
    after = raw.bodies(user)
    for key, body in before.items():
        if is_named(key, unreadable) and "walkthrough" not in key:
            assert after[key] == body
    deleted = household.deletes_everything()
    assert "Everything is deleted" in timeline_of(deleted["response"], "en").text
    assert not raw.bodies(user)


def test_a_record_of_each_kind_is_named_that_a_mutation_made_unreadable(
    both: tuple[Repository, RawRecords], used: Change, users: Iterator[str]
) -> None:
    repository, raw = both
    user = next(users)
    household = Household(build_skill(repository), user)
    repository.write(user, used, household.now)
    keys: Mapping[str, str] = raw.bodies(user)
    for key in keys:
        raw.replace(user, key, "{")
    named = {one.where for one in unreadable_records(repository, user, household.now)}
    assert len(named) == len(keys)
    assert all(is_named(key, named) for key in keys)
