import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.storage.repository import (
    Change,
    Entry,
    LostRaceError,
    Notebook,
    Page,
    StorageError,
    UnfinishedError,
)
from skill.storage.sqlite import SQLiteRepository
from skill.storage.sqlite_file import SCHEMA_VERSION

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)

KILLED_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from skill.storage.repository import Change, Entry, Page
from skill.storage.sqlite import SQLiteRepository

repository = SQLiteRepository(Path(sys.argv[1]))
for number in range(1000):
    at = datetime.fromtimestamp(number, UTC)
    page, entry = Page({"runs": number + 1}, number), Entry(f"run-{number}", at, {})
    repository.write("runner", Change(pages={"shoes": page}, added=[entry]), at)
    print(number, flush=True)
"""


def count_up(path: Path, times: int) -> int:
    """Adds one to a counter `times` times; returns how many races were lost and run again."""
    repository = SQLiteRepository(path)
    lost = 0
    for _ in range(times):
        while True:
            page = repository.read("runner", NOW).pages.get("counter", Page({"count": 0}, 0))
            change = Change(pages={"counter": Page({"count": page.body["count"] + 1}, page.version)})
            try:
                repository.write("runner", change, NOW)
            except LostRaceError:
                lost += 1
            else:
                break
    return lost


def test_processes_that_open_a_new_file_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(count_up, [path] * 4, [10] * 4))
    assert SQLiteRepository(path).read("runner", NOW).pages["counter"] == Page({"count": 40}, 40)


def test_threads_that_open_a_new_file_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count_up, [path] * 8, [10] * 8))
    assert SQLiteRepository(path).read("runner", NOW).pages["counter"] == Page({"count": 80}, 80)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
@pytest.mark.parametrize("after", [1, 2, 7])
def test_what_was_written_before_a_kill_is_there_and_whole(tmp_path: Path, after: int) -> None:
    path = tmp_path / "notebooks.sqlite3"
    with subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", KILLED_WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline() for _ in range(after)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.readlines()
    repository = SQLiteRepository(path)
    runs = len(list(repository.log("runner")))
    assert runs >= len(acknowledged) >= after
    assert repository.read("runner", NOW).pages["shoes"] == Page({"runs": runs}, runs)


def test_the_file_outlives_the_repository_and_its_removal_starts_afresh(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "notebooks.sqlite3"
    repository = SQLiteRepository(path)
    entry = Entry("run", NOW, {})
    repository.write("runner", Change(added=[entry]), NOW)
    assert SQLiteRepository(path).read("runner", NOW).entries == [entry]
    path.unlink()
    assert repository.read("runner", NOW) == Notebook({}, [])


def test_the_file_names_no_user(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    SQLiteRepository(path).write("amzn1.ask.account.SECRET", Change(pages={"profile": Page({}, 0)}), NOW)
    assert b"SECRET" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    repository = SQLiteRepository(tmp_path / "file" / "notebooks.sqlite3")
    with pytest.raises(StorageError, match="cannot be used"):
        repository.read("runner", NOW)


def test_a_file_that_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    path.write_text("a shopping list, by mistake" * 100)
    repository = SQLiteRepository(path)
    for call in (
        lambda: repository.read("runner", NOW),
        lambda: repository.write("runner", Change(), NOW),
        lambda: list(repository.log("runner")),
        lambda: repository.forget("runner"),
    ):
        with pytest.raises(StorageError, match="cannot be used"):
            call()
    assert path.read_text().startswith("a shopping list")


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(StorageError, match="version"):
        SQLiteRepository(path).read("runner", NOW)


def test_a_file_that_another_process_keeps_locked_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebooks.sqlite3"
    repository = SQLiteRepository(path)
    repository.write("runner", Change(pages={"profile": Page({}, 0)}), NOW)
    monkeypatch.setattr("skill.storage.sqlite_file._LOCK_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked"):
        repository.write("runner", Change(pages={"profile": Page({}, 1)}), NOW)
    assert repository.read("runner", NOW).pages.keys() == {"profile"}
    other.close()


WORDS = "blue pegasus and the ghosts"


def left_of_words(path: Path) -> bool:
    """Whether any of it is still in the file or beside it."""
    return any(WORDS.encode() in file.read_bytes() for file in path.parent.iterdir())


def a_notebook_of_words(repository: SQLiteRepository) -> None:
    for number in range(40):
        entry = Entry(f"run-{number}", datetime.fromtimestamp(number, UTC), {"shoe": WORDS * 30})
        page = Page({"shoes": WORDS * (40 - number)}, number)
        repository.write("runner", Change(pages={"shoes": page}, added=[entry]), NOW)


def test_what_was_erased_or_written_over_is_in_no_byte_of_the_file_or_its_log(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    repository = SQLiteRepository(path)
    a_notebook_of_words(repository)
    repository.write("somebody else", Change(pages={"profile": Page({}, 0)}), NOW)
    assert left_of_words(path)
    repository.forget("runner")
    assert not left_of_words(path)
    assert repository.read("somebody else", NOW).pages.keys() == {"profile"}


def test_a_file_of_an_earlier_version_is_cleared_of_what_that_has_left_in_it(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    repository = SQLiteRepository(path)
    repository.write("runner", Change(pages={"profile": Page({}, 0)}), NOW)
    earlier = sqlite3.connect(path, isolation_level=None)
    earlier.execute("PRAGMA application_id = 0")
    earlier.execute("PRAGMA secure_delete = OFF")
    earlier.execute("INSERT INTO pages VALUES ('x', 'shoes', ?, 1, NULL)", (WORDS * 90,))
    earlier.execute("DELETE FROM pages WHERE owner = 'x'")
    earlier.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    earlier.close()
    assert left_of_words(path)
    repository.forget("runner")
    assert not left_of_words(path)


def test_where_the_log_is_being_read_the_erasure_is_unfinished_until_that_is_over(tmp_path: Path) -> None:
    path = tmp_path / "notebooks.sqlite3"
    repository = SQLiteRepository(path)
    a_notebook_of_words(repository)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM pages").fetchone()
    with pytest.raises(UnfinishedError):
        repository.forget("runner", seconds=0.05)
    assert repository.read("runner", NOW) == Notebook({}, [])
    reader.close()
    repository.read("runner", NOW)
    assert not left_of_words(path)
