"""What `make` says where Python is not the one that is needed."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        ["make", *arguments],  # noqa: S607 - as a newcomer calls it
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("goal", ["run", "test", "build"])
def test_an_old_python_is_told_in_a_sentence(goal: str, tmp_path: Path) -> None:
    said = make(goal, "PYTHON=false", f"VENV={tmp_path / 'venv'}")
    assert said.returncode != 0
    assert f"needs Python 3.11 or later; name one: make {goal} PYTHON=" in said.stderr


@pytest.mark.parametrize(("python", "told"), [("", True), ("python3.13", False)])
def test_a_missing_python_of_lambdas_version_is_told_at_the_end_of_the_build(
    python: str, *, told: bool, tmp_path: Path
) -> None:
    would_do = make("--dry-run", "build", f"LAMBDA_PYTHON={python}", f"VENV={tmp_path}").stdout
    _, _, after = would_do.partition("sam build")
    assert ("not compiled" in after) == told
