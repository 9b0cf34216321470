"""A verb that is short behind the name of a pair is heard as the verb in full."""

from datetime import date

import pytest

from skill.hearing.interpreter import Interpreter

PAIRS = {"Shoe": [{"id": "b", "values": ["bruno"]}]}


@pytest.mark.parametrize("said", ["bruno's for the trails", "bruno is for the trails"])
def test_a_name_with_its_verb_short_means_what_it_means_in_full(said: str, interpreter: Interpreter) -> None:
    heard = interpreter.understand(said, PAIRS, date(2026, 11, 27))
    assert (heard.intent, heard.slots["shoe"].dynamic[0].id, heard.guess) == ("SetShoeKindIntent", "b", "")
