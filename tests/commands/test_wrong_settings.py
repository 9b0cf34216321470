"""A setting that cannot be: every command ends with a sentence that says what to set."""

import re

import pytest
from click.testing import CliRunner

from skill.commands.command_line import main

DYNAMODB = {
    "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:1",
    "AWS_REGION": "eu-west-1",
    "FOOT_COACH_STORAGE": "dynamodb",
    "FOOT_COACH_TABLE": "notebooks",
}


@pytest.mark.parametrize("command", ["check", "export", "serve --local --port 0", "shoes", "talk --fast"])
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"AWS_PROFILE": "ghost"}, "AWS_PROFILE, .*profile .ghost. could not be found"),
        ({"AWS_REGION": "eu-west"}, "set AWS_REGION"),
        ({"AWS_ENDPOINT_URL_DYNAMODB": "here"}, "AWS_ENDPOINT_URL_DYNAMODB, .*Invalid endpoint: here"),
        ({"FOOT_COACH_TABLE": " "}, "FOOT_COACH_TABLE is ' '"),
    ],
)
def test_a_wrong_setting_is_a_sentence(command: str, wrong: dict[str, str], told: str) -> None:
    ran = CliRunner().invoke(main, command.split(), env=DYNAMODB | wrong)

    assert ran.exit_code == 1
    assert isinstance(ran.exception, SystemExit)
    (line,) = ran.output.splitlines()
    assert line.startswith("Error: ")
    assert re.search(told, line)
