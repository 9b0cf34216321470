import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.device.journal import Journal, Memory
from tests.device.a_speaker import speaker

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
SESSION = {"sessionId": "1", "attributes": {"said": "Ready?"}}


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "yet" / "speaker.json"
    for memory in (Memory(NOW, SESSION), Memory(NOW, None)):
        Journal(path).write("anna", memory)
        assert Journal(path).read("anna") == memory


def test_each_user_has_a_record(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "speaker.json")
    journal.write("anna", Memory(NOW, SESSION))
    journal.write("ben", Memory(NOW, None))
    assert journal.read("anna") == Memory(NOW, SESSION)
    assert journal.read("carl") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"anna": 3}',
        '{"anna": []}',
        '{"anna": {}}',
        '{"anna": {"clock": "noon", "session": null}}',
        '{"anna": {"clock": "2026-11-22T18:30:00", "session": null}}',
        '{"anna": {"clock": 5, "session": null}}',
    ],
)
def test_what_cannot_be_read_is_as_if_nothing_was_kept(text: str, tmp_path: Path) -> None:
    path = tmp_path / "speaker.json"
    path.write_text(text, "utf-8")
    assert Journal(path).read("anna") is None
    Journal(path).write("anna", Memory(NOW, SESSION))
    assert Journal(path).read("anna") == Memory(NOW, SESSION)


def test_a_session_that_is_none_is_no_session(tmp_path: Path) -> None:
    path = tmp_path / "speaker.json"
    path.write_text(json.dumps({"anna": {"clock": NOW.isoformat(), "session": "open"}}), "utf-8")
    assert Journal(path).read("anna") == Memory(NOW, None)


def test_where_no_file_can_be_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    journal = Journal(tmp_path / "file" / "speaker.json")
    journal.write("anna", Memory(NOW, SESSION))
    assert journal.read("anna") is None


def test_after_everything_was_deleted_the_journal_holds_no_word_of_the_runner(tmp_path: Path) -> None:
    device = speaker(tmp_path)
    for said in ("open foot coach", "add my blue pegasus", "no", "post run stretches", "pause"):
        device.hear(said)
    path = tmp_path / "speaker.json"
    assert "pegasus" in path.read_text("utf-8") or "walkthrough" in path.read_text("utf-8")
    device.hear("delete everything")
    assert "deleted" in device.hear("yes, delete everything").timeline.text
    assert json.loads(path.read_text("utf-8"))["runner"]["session"] is None
    assert not any(b"pegasus" in file.read_bytes() for file in tmp_path.iterdir())
