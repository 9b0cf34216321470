"""The commands in each documented environment: what its requirements do not name cannot be imported."""

import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from skill.commands.command_line import COMMANDS
from skill.extras import EXTRAS, how_to_install

ROOT = Path(__file__).parents[2]
WORKS = {  # README.md's `make run`, docs/deploy.md's server, and `make test`
    "run": {"check", "export", "import", "shoes", "strava", "talk", "understand"},
    "serve": {"check", "export", "import", "serve", "shoes", "strava"},
    "test": set(COMMANDS),
}
"""The commands that each environment can carry out; the others say what to install."""

CALLS: dict[str, list[str]] = {
    "check": [],
    "export": [],
    "import": ["--undo"],
    "render": ["toe-lifts", "--out", "toe-lifts.wav"],
    "serve": ["--local", "--host", "192.0.2.1"],
    "shoes": [],
    "strava": ["disconnect"],
    "talk": ["--fast"],
    "understand": [],
    "web": ["--host", "192.0.2.1"],
}
"""How each command is called here; what serves, at an address that it refuses as soon as it runs."""
SERVES = ("serve", "web")

ALONE = """
import json, sys
for name in json.loads(sys.argv.pop(1)):
    sys.modules[name] = None
from skill.__main__ import main
sys.argv[0] = "foot-coach"
main()
"""


def named_in(requirements: Path) -> set[str]:
    """The distributions that a lock file pins."""
    return {canonical(name) for name in re.findall(r"^([\w.-]+)==", requirements.read_text(), re.MULTILINE)}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def absent_from(environment: str) -> list[str]:
    """The modules that are installed here and would not be there."""
    pinned = named_in(ROOT / "requirements" / f"{environment}.txt")
    return [
        module
        for module, distributions in packages_distributions().items()
        if pinned.isdisjoint(map(canonical, distributions)) and not module.startswith("_")
    ]


def call(
    absent: list[str], folder: Path, *arguments: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    database = str(folder / "notebooks.sqlite3")
    return subprocess.run(  # noqa: S603 - this project's own commands
        [sys.executable, "-c", ALONE, json.dumps(absent), *arguments],
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder), "FOOT_COACH_DB": database, **settings},
        cwd=folder,
        input="open foot coach\n",
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("environment", WORKS)
def test_help_names_every_command(environment: str, tmp_path: Path) -> None:
    done = call(absent_from(environment), tmp_path, "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert all(re.search(rf"^  {command}  ", done.stdout, re.MULTILINE) for command in COMMANDS)


@pytest.mark.parametrize("command", CALLS)
@pytest.mark.parametrize("environment", ["run", "serve"])
def test_a_command_explains_itself_where_it_cannot_work(
    environment: str, command: str, tmp_path: Path
) -> None:
    done = call(absent_from(environment), tmp_path, command, "--help")

    assert (done.returncode, done.stderr) == (0, "")
    assert f"foot-coach {command}" in done.stdout


@pytest.mark.parametrize("command", CALLS)
@pytest.mark.parametrize("environment", WORKS)
def test_a_command_works_or_says_in_one_line_what_to_install(
    environment: str, command: str, tmp_path: Path
) -> None:
    done = call(absent_from(environment), tmp_path, command, *CALLS[command])

    assert "Traceback" not in done.stderr
    if command in WORKS[environment]:
        assert "is missing" not in done.stderr
        assert done.returncode == (1 if command in SERVES else 0)
    else:
        missing = re.fullmatch(r"Error: (\w+) is missing\. Install it: (.+)\n", done.stderr)
        assert missing
        assert missing[2] == how_to_install("browser" if command == "web" else EXTRAS[missing[1]])
        assert done.returncode == 1


def test_without_any_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    done = call(["click"], tmp_path, "--help")

    assert done.stderr == f"click is missing. Install it: {how_to_install('speaker')}\n"
    assert done.returncode == 1


def test_a_store_whose_library_is_missing_says_what_to_install(tmp_path: Path) -> None:
    settings = {"FOOT_COACH_STORAGE": "dynamodb", "FOOT_COACH_TABLE": "notebooks", "AWS_REGION": "eu-west-1"}
    done = call(absent_from("run"), tmp_path, "shoes", **settings)

    assert re.fullmatch(r"Error: boto\w+ is missing\. Install it: .*dynamodb.*\n", done.stderr)


@pytest.mark.parametrize("extra", sorted(set(EXTRAS.values())))
def test_what_brings_a_library_names_it(extra: str) -> None:
    named = (ROOT / "requirements" / f"{extra}.in").read_text().replace("-", "_")

    assert any(library in named for library, brought_by in EXTRAS.items() if brought_by == extra)
