"""The coach promises nothing that only medicine could: no line heals, cures, prevents or treats anything."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skill.content.loader import content_folder

CLAIM = re.compile(
    r"\b(prevent|heal(?!th)|cure|curing|reliev|relief|remed|treat|therap|diagnos|rehab|guarantee)",
    re.IGNORECASE,
)
SPOKEN = content_folder() / "en"
HEARD = "vocabulary"
"""What the coach hears, and does not say."""


def texts(table: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(table, str):
        yield key, table
    elif isinstance(table, dict):
        for name, value in table.items():
            yield from texts(value, f"{key}.{name}")
    elif isinstance(table, list):
        for value in table:
            yield from texts(value, key)


def files() -> list[Path]:
    return [path for path in sorted(SPOKEN.rglob("*.toml")) if HEARD not in path.parts]


def test_no_spoken_line_makes_a_medical_claim() -> None:
    said = [text for path in files() for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert len(said) > 300
    assert [(key, text) for key, text in said if CLAIM.search(text)] == []
