"""The template deployed for real: by the SAM CLI, to an AWS on loopback."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from stand_ins import echo
from stand_ins.credentials_server import SESSION_TOKEN, credentials_server
from stand_ins.emulator import CREDENTIALS, REGION, client, create_table, ministack
from stand_ins.fault_proxy import fault_proxy

ROOT = Path(__file__).parents[2]
SERVICES = "cloudformation,cloudwatch,dynamodb,iam,lambda,logs,s3,sns,sts"
STACK = "foot-coach"
SAM = shutil.which("sam", path=os.pathsep.join([f"{sys.prefix}-deploy/bin", f"{ROOT}/.venv-deploy/bin"]))

pytestmark = [
    pytest.mark.xdist_group("deploy"),  # one build and one deployment serve all
    pytest.mark.slow,
    pytest.mark.skipif(SAM is None, reason="the SAM CLI is not set up; make deploy-local does it"),
]


def sam(environment: Mapping[str, str], *arguments: str) -> None:
    assert SAM is not None
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    done = subprocess.run(  # noqa: S603 - our own command
        [SAM, *arguments],
        cwd=ROOT,
        env={**inherited, **environment, "SAM_CLI_TELEMETRY": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    sam({"AWS_DEFAULT_REGION": REGION}, "build", "--build-dir", str(folder), "--no-cached")
    # The package is for Lambda's processor and Python: to run here too, it needs this machine's library.
    shutil.copy(Path(msgspec._core.__file__), folder / "Coach" / "msgspec")  # noqa: SLF001 - its file is wanted
    return folder


def test_the_package_holds_the_compiled_library_for_lambda(built: Path) -> None:
    assert (built / "Coach" / "msgspec" / "_core.cpython-313-aarch64-linux-gnu.so").is_file()


def deploy(url: str, built: Path, *parameters: str) -> None:
    sam(
        {**CREDENTIALS, "AWS_DEFAULT_REGION": REGION, "AWS_ENDPOINT_URL": url},
        *("deploy", "--config-file", str(ROOT / "samconfig.toml")),
        *("--template-file", str(built / "template.yaml"), "--no-confirm-changeset", "--no-progressbar"),
        *("--parameter-overrides", f"SkillId={echo.SKILL}", *parameters),
    )


@pytest.fixture(scope="module")
def deployed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ministack(tmp_path_factory.mktemp("aws"), SERVICES) as url:
        deploy(url, built)
        wait_until_it_can_be_called(url)
        yield url


def test_the_template_has_no_fault_that_aws_knows_of() -> None:
    sam({"AWS_DEFAULT_REGION": REGION}, "validate", "--lint")


def outputs(url: str) -> dict[str, str]:
    (stack,) = client(url, "cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def wait_until_it_can_be_called(url: str) -> None:
    """A version's snapshot is taken after the deployment says that it is done."""
    waiter = client(url, "lambda").get_waiter("function_active_v2")
    waiter.wait(FunctionName=outputs(url)["Endpoint"], WaiterConfig={"Delay": 1, "MaxAttempts": 300})


def invoke(url: str, event: Mapping[str, Any]) -> dict[str, Any]:
    answer = client(url, "lambda").invoke(FunctionName=outputs(url)["Endpoint"], Payload=json.dumps(event))
    assert "FunctionError" not in answer, answer["Payload"].read()
    response: dict[str, Any] = json.loads(answer["Payload"].read())
    return response


def test_an_echo_hears_the_deployed_coach_and_its_place_is_kept(deployed: str) -> None:
    opened = invoke(deployed, echo.launch())
    assert "Foot Coach" in opened["response"]["outputSpeech"]["ssml"]
    started = invoke(deployed, echo.intent("StartRoutineIntent", echo.choice("routine", "post-run")))
    assert "wall" in json.dumps(started["response"])
    items = client(deployed).scan(TableName=outputs(deployed)["Table"])["Items"]
    assert {"page#profile", "page#walkthrough"} <= {item["key"]["S"] for item in items}


def test_only_the_skill_may_call_the_deployed_function(deployed: str) -> None:
    function, _, alias = outputs(deployed)["Endpoint"].rpartition(":")
    policy = client(deployed, "lambda").get_policy(FunctionName=function, Qualifier=alias)["Policy"]
    (statement,) = json.loads(policy)["Statement"]
    assert statement["Condition"] == {"StringEquals": {"lambda:EventSourceToken": echo.SKILL}}


def test_the_deployed_function_starts_from_a_snapshot(deployed: str) -> None:
    endpoint = outputs(deployed)["Endpoint"]
    configuration = client(deployed, "lambda").get_function_configuration(FunctionName=endpoint)
    assert configuration["SnapStart"] == {"ApplyOn": "PublishedVersions", "OptimizationStatus": "On"}
    assert (configuration["Runtime"], configuration["Architectures"]) == ("python3.13", ["arm64"])


def test_a_changed_setting_reaches_what_alexa_calls(deployed: str, built: Path) -> None:
    assert (built / "Coach" / "BUILT").read_text()
    (built / "Coach" / "BUILT").write_text("a moment later\n")
    deploy(deployed, built, "MemoryMegabytes=1024")
    endpoint = outputs(deployed)["Endpoint"]
    configuration = client(deployed, "lambda").get_function_configuration(FunctionName=endpoint)
    assert configuration["MemorySize"] == 1024


ALONE = """
import importlib, json, sys, sysconfig
standard = sysconfig.get_path("stdlib")
sys.path[:] = [sys.argv[1], standard, standard + "/lib-dynload"]
handler = importlib.import_module("lambda.handler")
print(json.dumps(handler.lambda_handler(json.loads(sys.argv[2]), None)))
"""


def alone(package: Path, database: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """What the package answers where nothing but Python is installed."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-I", "-S", "-c", ALONE, str(package), json.dumps(echo.launch())],
        env={"FOOT_COACH_DB": str(database), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_the_package_needs_nothing_that_it_does_not_hold(built: Path, tmp_path: Path) -> None:
    answer = alone(built / "Coach", tmp_path / "notebooks.sqlite3", {})
    assert "Foot Coach" in answer["response"]["outputSpeech"]["ssml"]


def test_the_package_finds_the_credentials_that_snapstart_hands_out(
    built: Path, tmp_path: Path, aws_url: str
) -> None:
    with fault_proxy(aws_url) as proxy, credentials_server() as environment:
        alone(
            built / "Coach",
            tmp_path / "unused",
            {
                **environment,
                "FOOT_COACH_STORAGE": "dynamodb",
                "FOOT_COACH_TABLE": create_table(aws_url),
                "AWS_REGION": REGION,
                "AWS_ENDPOINT_URL_DYNAMODB": proxy.url,
            },
        )
        assert proxy.actions[0] == "Query"
        assert proxy.headers["X-Amz-Security-Token"] == SESSION_TOKEN


def test_the_package_holds_the_skill_and_what_it_runs_on_alone(built: Path) -> None:
    folders = {path.name for path in (built / "Coach").iterdir() if not path.name.endswith(".dist-info")}
    assert {"skill", "lambda", "ask_sdk_core", "babel", "boto3", "botocore"} <= folders
    assert folders.isdisjoint({"tests", "bench", "docs", "flask", "hassil", "numpy", ".git"})
    services = {path.name for path in (built / "Coach" / "botocore" / "data").iterdir() if path.is_dir()}
    assert services == {"dynamodb"}
    size = sum(path.stat().st_size for path in (built / "Coach").rglob("*") if path.is_file())
    assert size < 40_000_000
