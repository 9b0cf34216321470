"""What people said whom nobody had shown the sentences, as it is heard since: each row is one of a kind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from skill.hearing.interpreter import Interpreter

TAUGHT = Path(__file__).with_name("taught_by_blind_lists.tsv")
TODAY = date(2026, 11, 27)
CLOSET = {
    "Shoe": [
        {"id": name, "values": [name]}
        for name in ("ghost", "clifton", "vaporfly", "speedgoat", "novablast", "blue pegasus", "bruno")
    ]
}


def rows() -> Iterator[tuple[str, str | None, str]]:
    for line in TAUGHT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            said, intent, guess = (*line.split("\t"), "")[:3]
            yield said, None if intent == "-" else intent, guess


@pytest.mark.parametrize(("said", "intent", "guess"), list(rows()))
def test_it_is_heard_as_it_was_taught(
    interpreter: Interpreter, said: str, intent: str | None, guess: str
) -> None:
    heard = interpreter.understand(said, CLOSET, TODAY)
    assert (heard.intent, heard.guess) == (intent, guess)
