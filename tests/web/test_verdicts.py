from collections.abc import Callable

import pytest
from flask import Flask

from stand_ins.authority import Authorities
from stand_ins.sdk_verifier import sdk_handler, sdk_verifier_module
from tests.web.cases import MATRIX, Case


@pytest.mark.parametrize("case", MATRIX, ids=lambda case: case.name)
def test_only_what_alexa_sent_to_this_skill_is_answered(
    case: Case, given: Authorities, make_app: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    sent = case.make(given)
    app = make_app(lambda _path: sent.chain)

    answer = app.test_client().post("/alexa", data=sent.content, headers=sent.headers)

    if case.refused is None:
        assert answer.status_code == 200
        assert answer.get_json()["response"]["outputSpeech"]["text"] == "Hello."
        assert caplog.messages == []
    else:
        assert (answer.status_code, answer.data) == (400, b"")
        assert caplog.messages == [f"request refused: {case.refused.value}"]


@pytest.mark.parametrize("case", MATRIX, ids=lambda case: case.name)
def test_the_sdk_says_the_same_except_where_the_table_says_why(case: Case, given: Authorities) -> None:
    sent = case.make(given)
    refusal = sdk_verifier_module().VerificationException

    with sdk_handler(given, lambda: sent.chain) as answer:
        try:
            said = answer(sent.headers, sent.content.decode())
        except refusal:
            verdict = "refuses"
        except Exception as error:  # noqa: BLE001 - whatever gets out of it is what is looked at
            verdict = f"raises {type(error).__name__}"
        else:
            assert said["response"]["outputSpeech"]["ssml"] == "<speak>Hello.</speak>"
            verdict = "accepts"

    assert verdict == case.sdk_verdict, case.sdk_differs
