"""What people say is heard as they mean it: lists written by people who had not seen the sentences."""

from pathlib import Path

import pytest

from skill.hearing.interpreter import Interpreter
from stand_ins.phrasings import Verdict, filling, read, verdict

LISTS = Path(__file__).parent / "phrasings"


def heard(name: str, interpreter: Interpreter) -> dict[Verdict, list[str]]:
    """What was heard, in words, by how well that is."""
    said = read(LISTS / f"{name}.json")
    found: dict[Verdict, list[str]] = {judged: [] for judged in Verdict}
    for phrasing in said.phrasings:
        understood = interpreter.understand(phrasing.said, today=said.today)
        found[verdict(phrasing, understood, interpreter)].append(
            f"{phrasing.said!r} -> {understood.intent} {filling(understood)} {understood.guess},"
            f" not {phrasing.intents} {phrasing.fillings}"
        )
    return found


@pytest.mark.parametrize("name", ["stretches", "shoes", "more-stretches", "more-shoes", "importing"])
def test_what_runners_say_is_understood(name: str, interpreter: Interpreter) -> None:
    found = heard(name, interpreter)
    amiss = [line for judged, lines in found.items() if judged is not Verdict.RIGHT for line in lines]
    assert len(found[Verdict.RIGHT]) >= 0.95 * sum(map(len, found.values())), "\n".join(amiss)
    assert found[Verdict.WRONG_WRITE] == []


@pytest.mark.parametrize("name", ["first-contact-1", "first-contact-2", "first-contact-3", "first-contact-4"])
def test_what_was_said_at_first_contact_is_understood_or_asked_about(
    name: str, interpreter: Interpreter
) -> None:
    found = heard(name, interpreter)
    said = sum(map(len, found.values()))
    amiss = [line for judged, lines in found.items() if judged is not Verdict.RIGHT for line in lines]
    assert len(found[Verdict.RIGHT]) >= 0.8 * said, "\n".join(amiss)
    assert len(found[Verdict.RIGHT]) + len(found[Verdict.ASKED]) >= 0.88 * said, "\n".join(amiss)
    assert len(found[Verdict.WRONG]) <= 0.03 * said, "\n".join(found[Verdict.WRONG])
    assert found[Verdict.WRONG_WRITE] == []


@pytest.mark.parametrize("name", ["form", "stretch-commands"])
def test_what_is_said_in_any_order_is_understood_or_asked_about(name: str, interpreter: Interpreter) -> None:
    found = heard(name, interpreter)
    amiss = [
        line
        for judged, lines in found.items()
        if judged not in (Verdict.RIGHT, Verdict.ASKED)
        for line in lines
    ]
    assert len(amiss) <= 0.03 * sum(map(len, found.values())), "\n".join(amiss)
    assert found[Verdict.WRONG_WRITE] == []


@pytest.mark.parametrize("name", ["declined", "more-declined"])
def test_what_is_none_of_a_foot_coachs_business_is_not_acted_on(name: str, interpreter: Interpreter) -> None:
    said = read(LISTS / f"{name}.json")
    heard_as = {one.said: interpreter.understand(one.said, today=said.today) for one in said.phrasings}
    acted_on = {said: understood.intent for said, understood in heard_as.items() if not understood.guess}
    assert set(acted_on.values()) <= {None, "OutOfScopeIntent", "OtherSportIntent", "SomebodyElseIntent"}
