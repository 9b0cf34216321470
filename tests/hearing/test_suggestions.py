import re
from pathlib import Path

import pytest

from skill.hearing.interpreter import Interpreter

CONTENT = Path(__file__).parents[2] / "skill" / "content" / "en"
SUGGESTION = re.compile(r"for instance[:,]? ([A-Za-z' ]{3,}?)(?=[.?,;\"]|, or )")

SUGGESTIONS = sorted(
    {said for path in CONTENT.glob("*.toml") for said in SUGGESTION.findall(path.read_text(encoding="utf-8"))}
)


def test_there_are_suggestions() -> None:
    assert "add my blue Pegasus" in SUGGESTIONS


@pytest.mark.parametrize("locale", ["en-US", "en-GB"])
def test_what_the_coach_suggests_saying_is_understood(locale: str) -> None:
    interpreter = Interpreter.of(locale)
    missed = [said for said in SUGGESTIONS if interpreter.understand(said).intent is None]
    assert missed == []
