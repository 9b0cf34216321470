"""The function under the real runtime client, with a Runtime API and a DynamoDB of ours on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from stand_ins import echo
from stand_ins.credentials_server import SESSION_TOKEN, credentials_server
from stand_ins.emulator import CREDENTIALS, client
from stand_ins.fault_proxy import Fault, FaultProxy
from stand_ins.runtime_api import SNAPSTART, RuntimeAPI, function

SECONDS = 20.0


@pytest.fixture
def environment(proxy: FaultProxy, table: str) -> dict[str, str]:
    return {
        **CREDENTIALS,
        "AWS_ENDPOINT_URL_DYNAMODB": proxy.url,
        "FOOT_COACH_STORAGE": "dynamodb",
        "FOOT_COACH_TABLE": table,
        "FOOT_COACH_SKILL_ID": echo.SKILL,
    }


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "function.log"


@pytest.fixture
def coach(environment: dict[str, str], log: Path) -> Iterator[RuntimeAPI]:
    with function(environment, log=log) as api:
        yield api


def test_a_runner_is_coached_from_a_cold_start_on(
    coach: RuntimeAPI, proxy: FaultProxy, aws_url: str, table: str
) -> None:
    opened = coach.invoke(echo.launch())
    assert opened.kind == "response"
    assert opened.body["response"]["shouldEndSession"] is False
    attributes = opened.body["sessionAttributes"]
    started = coach.invoke(
        echo.intent("StartRoutineIntent", echo.choice("routine", "post-run"), attributes=attributes)
    )
    assert started.kind == "response"
    assert "wall" in json.dumps(started.body["response"])
    assert len(proxy.actions) <= 4
    items = client(aws_url).scan(TableName=table)["Items"]
    assert any(item["key"]["S"].startswith("page#walkthrough") for item in items)


def test_a_function_goes_on_from_its_snapshot_with_the_credentials_it_is_handed(
    environment: dict[str, str], proxy: FaultProxy
) -> None:
    without_keys = {name: value for name, value in environment.items() if name not in CREDENTIALS}
    with credentials_server() as handed_out, function({**without_keys, **handed_out, **SNAPSTART}) as coach:
        assert coach.snapshot.wait(SECONDS)
        assert proxy.actions == []
        coach.restored.set()
        opened = coach.invoke(echo.launch())
    assert "outputSpeech" in opened.body["response"]
    assert proxy.actions[0] == "Query"
    assert proxy.headers["X-Amz-Security-Token"] == SESSION_TOKEN


def test_a_second_function_knows_the_runner(environment: dict[str, str]) -> None:
    with function(environment) as coach:
        coach.invoke(echo.launch())
        coach.invoke(echo.intent("StartRoutineIntent", echo.choice("routine", "post-run")))
    with function(environment) as coach:
        where = coach.invoke(echo.intent("HowManyLeftIntent", device="hall"))
    assert "toes on the wall" in json.dumps(where.body["response"])


@pytest.mark.parametrize(
    "event",
    [
        {},
        [],
        None,
        "hello",
        {"request": {"type": "LaunchRequest"}},
        echo.launch(type="Brand.NewRequest"),
        echo.launch(timestamp="yesterday"),
        {**echo.launch(), "session": None, "context": None},
    ],
)
def test_whatever_comes_gets_an_answer_and_the_next_turn_too(coach: RuntimeAPI, event: object) -> None:
    assert coach.invoke(event).kind == "response"
    assert "outputSpeech" in coach.invoke(echo.launch()).body["response"]


def test_what_is_no_json_ends_in_an_error_and_the_next_turn_is_answered(coach: RuntimeAPI) -> None:
    assert coach.invoke(b'{"request": ').kind == "error"
    assert "outputSpeech" in coach.invoke(echo.launch()).body["response"]


def test_another_skills_request_is_not_served(coach: RuntimeAPI, proxy: FaultProxy) -> None:
    event = json.loads(json.dumps(echo.launch()).replace(echo.SKILL, echo.SKILL.replace("1", "2")))
    coach.invoke(event)
    assert proxy.actions == []


@pytest.mark.slow
def test_a_runner_hears_of_a_dynamodb_that_hangs_before_alexa_gives_up(
    coach: RuntimeAPI, proxy: FaultProxy, log: Path
) -> None:
    coach.invoke(echo.launch())
    proxy.fail(Fault.HANGS)
    answered = coach.invoke(
        echo.intent("StartRoutineIntent", echo.choice("routine", "post-run")), timeout=8.0
    )
    assert answered.kind == "response"
    assert "wall" in json.dumps(answered.body["response"])
    assert '"level": "ERROR"' in log.read_text()


def test_the_log_tells_neither_who_spoke_nor_what(coach: RuntimeAPI, log: Path, proxy: FaultProxy) -> None:
    proxy.fail(Fault.BROKEN)
    coach.invoke(echo.launch(user="amzn1.ask.account.SECRET"))
    proxy.fail(Fault.BROKEN, -1)
    coach.invoke(echo.intent("WhichShoeIntent", {"shoe": "my secret shoes"}, user="amzn1.ask.account.SECRET"))
    coach.invoke(echo.intent("NoSuchIntent", {"shoe": "my secret shoes"}, user="amzn1.ask.account.SECRET"))
    coach.invoke({"request": {"type": "IntentRequest", "intent": "my secret shoes"}})
    assert "secret" not in log.read_text().lower()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"FOOT_COACH_TABLE": ""}, "set FOOT_COACH_TABLE to the table's name"),
        ({"FOOT_COACH_SKILL_ID": "  "}, "FOOT_COACH_SKILL_ID is '  '"),
        ({"AWS_REGION": "EU-WEST-1 "}, "AWS has no region 'EU-WEST-1 '; set AWS_REGION"),
        ({"AWS_PROFILE": "ghost"}, "The config profile (ghost) could not be found"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_stops_the_function_with_a_sentence_and_no_traceback(
    environment: dict[str, str], log: Path, wrong: dict[str, str], told: str
) -> None:
    with function(environment | wrong, log=log) as api:
        ended = api.invoke(echo.launch())
    assert ended.kind == "init"
    assert told in ended.body["errorMessage"]
    assert not ended.body["stackTrace"]
    assert told in log.read_text()
    assert "Traceback" not in log.read_text()
