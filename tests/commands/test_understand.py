import json
from typing import Any

import pytest
from click.testing import CliRunner

from skill.commands.command_line import main


def understood(*lines: str) -> list[dict[str, Any]]:
    done = CliRunner().invoke(main, ["understand"], input="".join(f"{line}\n" for line in lines))
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_each_line_gets_one_object() -> None:
    objects = understood("start my post run stretches", "thirty second holds", "pause")
    assert [set(each) for each in objects] == [{"said", "intent", "slots", "guess"}] * 3
    assert [each["intent"] for each in objects] == [
        "StartRoutineIntent",
        "SetHoldIntent",
        "AMAZON.PauseIntent",
    ]
    assert objects[0]["slots"]["routine"]["id"] == "post-run"
    assert {each["guess"] for each in objects} == {""}


@pytest.mark.parametrize("line", ["", "banana helicopter", "🏃" * 9, "x" * 5_000])
def test_what_means_nothing_has_no_intent(line: str) -> None:
    [answer] = understood(line)
    assert answer["intent"] is None
    assert answer["slots"] == {}
    assert answer["said"] == line


def test_a_locale_that_is_not_there_is_told() -> None:
    done = CliRunner().invoke(main, ["understand", "--locale", "fr-FR"], input="bonjour\n")
    assert done.exit_code == 1
    assert "No locale 'fr-FR'; there are" in done.output
