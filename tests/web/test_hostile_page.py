"""A page of anybody's in a real browser, and the local service on the same machine."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.device.backend import OverHttp
from skill.storage.sqlite import SQLiteRepository
from stand_ins.echo import intent, launch
from stand_ins.hostile_page import BROWSERS, browser, open_hostile_page
from stand_ins.running_service import running_service

RUNNER = "local"


@pytest.mark.skipif(browser() is None, reason=f"none of {', '.join(BROWSERS)} is installed")
def test_no_web_page_reaches_the_runner_s_notebook(tmp_path: Path) -> None:
    store = SQLiteRepository(tmp_path / "notebooks.sqlite3")
    leaving = launch(RUNNER, type="AlexaSkillEvent.SkillDisabled")

    with running_service(store.path) as service:
        OverHttp(service.url)(intent("LogRunIntent", {"distance": "10"}, user=RUNNER))
        before = store.read(RUNNER, datetime.now(UTC))
        by_name = service.url.replace("127.0.0.1", "localhost")
        told = open_hostile_page([service.url, by_name], leaving, tmp_path / "browser")
        after = store.read(RUNNER, datetime.now(UTC))
        service.stop()

    assert len(before.entries) == 1
    assert after == before
    # The ways that need no leave were really gone: 8 of the 11 in today's Chromium, to each of two names.
    assert service.log.count("request refused: the request comes from a web page") >= 8, told
