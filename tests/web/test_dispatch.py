import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from skill.web.dispatch import EntryPointSkill, dispatcher
from skill.web.refusal import RefusedError
from stand_ins.echo import intent

IMPORTS_OF_THE_APPLICATION = """
import re, sys
search, path = re.search, list(sys.path)
from skill.web.dispatch import dispatcher
answer = dispatcher(lambda envelope, context: {"version": "1.0"}, [])
print(answer({}, b"{}"))
assert (re.search, sys.path) == (search, path)
print([name for name in sys.modules if name.startswith(("oscrypto", "certvalidator", "ask_sdk_webservice"))])
"""


def test_the_sdk_s_handler_is_used_without_its_verifier_and_nothing_is_left_behind() -> None:
    ran = subprocess.run(  # noqa: S603 - our own text, our own interpreter
        [sys.executable, "-c", IMPORTS_OF_THE_APPLICATION], capture_output=True, text=True, check=False
    )

    assert ran.stdout.splitlines() == ['{"version":"1.0"}', "['ask_sdk_webservice_support']"], ran.stderr


def test_the_entry_point_gets_the_envelope_and_no_context() -> None:
    seen: list[object] = []

    def handle(envelope: object, context: object) -> dict[str, str]:
        seen.extend((envelope, context))
        return {"said": "caf\u00e9"}

    answer = dispatcher(handle, [])({}, '{"a": "\u00e9"}'.encode())

    assert seen == [{"a": "\u00e9"}, None]
    assert answer == '{"said":"caf\\u00e9"}'


def test_the_sdk_s_handler_takes_the_entry_point_for_a_skill() -> None:
    from ask_sdk_core.skill import CustomSkill  # noqa: PLC0415 - the SDK's test of what it takes

    assert isinstance(EntryPointSkill(lambda _envelope, _context: {}), CustomSkill)


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":NaN}',
        b'{"a":[-Infinity]}',
        b"",
        b"{",
        b"[]",
        b"null",
        b"1",
        b'"text"',
        b"\xff\xfe{}",
        b"{}{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda body: repr(body[:12]),
)
def test_a_body_that_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(RefusedError, match="not a JSON object"):
        dispatcher(lambda _envelope, _context: {}, [])({}, body)


class Circle(dict[str, Any]):
    def __init__(self) -> None:
        super().__init__(itself=self)


@pytest.mark.parametrize("broken", [float("nan"), float("inf"), {1, 2}, datetime.now(UTC), Circle()])
def test_an_answer_that_is_no_json_becomes_an_apology(
    broken: object, caplog: pytest.LogCaptureFixture
) -> None:
    body = json.dumps(intent("LogRunIntent", attributes={"kept": 1})).encode()

    said = json.loads(dispatcher(lambda _envelope, _context: {"sessionAttributes": broken}, [])({}, body))

    assert "sorry" in said["response"]["outputSpeech"]["ssml"].lower()
    assert said["response"]["shouldEndSession"] is False
    assert "sessionAttributes" not in said
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "IntentRequest" in caplog.messages[0]


def test_a_number_too_large_to_be_one_does_not_come_back_as_infinity() -> None:
    body = b'{"session":{"attributes":{"kept":1e999}},"request":{"type":"IntentRequest"}}'

    def echoed(envelope: dict[str, Any], _context: object) -> dict[str, Any]:
        return {"sessionAttributes": envelope["session"]["attributes"]}

    assert "Infinity" not in dispatcher(echoed, [])({}, body)
