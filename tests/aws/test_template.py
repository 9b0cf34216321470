"""What the template promises and an emulator does not show."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from skill.storage import items
from skill.storage.dynamodb_client import CALL_SECONDS

TEMPLATE = Path(__file__).parents[2] / "template.yaml"


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms, `!Ref x` as {"Ref": x}."""


def short_form(loader: Loader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {suffix: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {suffix: loader.construct_sequence(node, deep=True)}
    assert isinstance(node, yaml.MappingNode)
    return {suffix: loader.construct_mapping(node, deep=True)}


Loader.add_multi_constructor("!", short_form)


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(TEMPLATE.read_text(), Loader)  # noqa: S506 - a safe loader's child
    return loaded


@pytest.fixture(scope="module")
def table(template: dict[str, Any]) -> dict[str, Any]:
    resource: dict[str, Any] = template["Resources"]["Notebooks"]
    return resource


@pytest.fixture(scope="module")
def function(template: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = template["Resources"]["Coach"]["Properties"]
    return properties


def test_the_table_outlives_its_stack_and_can_be_brought_back(table: dict[str, Any]) -> None:
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain"
    properties = table["Properties"]
    assert properties["DeletionProtectionEnabled"] is True
    assert properties["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert properties["SSESpecification"] == {"SSEEnabled": True}
    assert properties["BillingMode"] == "PAY_PER_REQUEST"


def test_the_table_has_the_keys_and_the_expiry_that_items_have(table: dict[str, Any]) -> None:
    properties = table["Properties"]
    assert properties["KeySchema"] == [
        {"AttributeName": items.OWNER, "KeyType": "HASH"},
        {"AttributeName": items.KEY, "KeyType": "RANGE"},
    ]
    assert properties["TimeToLiveSpecification"] == {"AttributeName": items.EXPIRES_AT, "Enabled": True}


def test_the_function_may_do_what_the_repository_does_and_nothing_else(template: dict[str, Any]) -> None:
    (policy,) = template["Resources"]["CoachRole"]["Properties"]["Policies"]
    to_table, to_log = policy["PolicyDocument"]["Statement"]
    own, existing = to_table["Resource"]["If"][1:]
    assert own == {"GetAtt": "Notebooks.Arn"}
    assert existing["Sub"].endswith(":table/${ExistingTable}")
    # TransactWriteItems needs the permission of each operation in it.
    assert set(to_table["Action"]) == {
        f"dynamodb:{action}" for action in ("Query", "PutItem", "DeleteItem", "ConditionCheckItem")
    }
    assert to_log["Resource"] == {"GetAtt": "CoachLog.Arn"}


def test_the_function_starts_from_a_snapshot_and_ends_when_alexa_stops_waiting(
    template: dict[str, Any], function: dict[str, Any]
) -> None:
    assert function["SnapStart"] == {"ApplyOn": {"Ref": "SnapStart"}}
    assert template["Parameters"]["SnapStart"]["Default"] == "PublishedVersions"
    assert function["AutoPublishAlias"]
    assert 2 * CALL_SECONDS < function["Timeout"] <= 8


def test_the_function_uses_the_table_that_it_may_use(function: dict[str, Any]) -> None:
    table = function["Environment"]["Variables"]["FOOT_COACH_TABLE"]
    assert table == {"If": ["HasOwnTable", {"Ref": "Notebooks"}, {"Ref": "ExistingTable"}]}


def test_only_the_skill_calls_the_function(function: dict[str, Any]) -> None:
    assert function["Events"] == {
        "Alexa": {"Type": "AlexaSkill", "Properties": {"SkillId": {"Ref": "SkillId"}}}
    }
    assert function["Environment"]["Variables"]["FOOT_COACH_SKILL_ID"] == {"Ref": "SkillId"}


def test_every_parameter_and_output_says_what_it_is(template: dict[str, Any]) -> None:
    for described in (*template["Parameters"].values(), *template["Outputs"].values()):
        assert len(described["Description"].split()) > 1
    for name, parameter in template["Parameters"].items():
        assert parameter.keys() & {"AllowedPattern", "AllowedValues", "MinValue"}, name


def test_alarms_ring_for_crashes_apologies_and_slow_turns(template: dict[str, Any]) -> None:
    alarms = {
        resource["Properties"]["MetricName"]: resource["Properties"]
        for resource in template["Resources"].values()
        if resource["Type"] == "AWS::CloudWatch::Alarm"
    }
    assert alarms.keys() == {"Errors", "Apologies", "Duration"}
    assert alarms["Duration"]["ExtendedStatistic"] == "p99"
    assert 4000 <= alarms["Duration"]["Threshold"] < 8000
    for alarm in alarms.values():
        assert alarm["AlarmActions"] == {"If": ["SendsMail", [{"Ref": "AlarmTopic"}], []]}
        assert alarm["TreatMissingData"] == "notBreaching"


def test_logs_do_not_stay_for_ever(template: dict[str, Any], function: dict[str, Any]) -> None:
    log = template["Resources"]["CoachLog"]["Properties"]
    assert log["RetentionInDays"] == {"Ref": "LogDays"}
    assert function["LoggingConfig"] == {"LogFormat": "JSON", "LogGroup": {"Ref": "CoachLog"}}
