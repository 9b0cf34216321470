"""What is done before the first request: all of it for a snapshot, and else what every device needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stand_ins.runtime_api import SNAPSTART

IMPORTED = """
import sys
from skill.alexa.entry import prepare
prepare()
print(any(name.startswith("skill.pictures") for name in sys.modules))
"""


@pytest.mark.parametrize(("environment", "drawn"), [({}, "False"), (SNAPSTART, "True")])
def test_what_draws_is_imported_for_a_snapshot_alone(
    tmp_path: Path, environment: dict[str, str], drawn: str
) -> None:
    database = {"FOOT_COACH_STORAGE": "sqlite", "FOOT_COACH_DB": str(tmp_path / "notebooks.sqlite3")}
    ran = subprocess.run(  # noqa: S603 - our own text, our own interpreter
        [sys.executable, "-c", IMPORTED],
        env={**os.environ, **database, **environment},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout.strip() == drawn
