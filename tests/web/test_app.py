import logging
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from skill.storage.repository import StorageError
from skill.web import BODY_BYTES
from skill.web.app import create_app
from stand_ins.authority import SKILL_ID, Authorities, envelope, good


def hello(_envelope: dict[str, Any], _context: object) -> dict[str, Any]:
    return {"version": "1.0", "response": {}}


def local(handle: Callable[..., Any] = hello, ask_storage: Callable[[], object] = lambda: None) -> Any:
    return create_app(handle, None, ask_storage).test_client()


def test_an_answer_has_the_content_type_amazon_asks_for() -> None:
    answer = local().post("/alexa", json={})

    assert answer.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert answer.get_json() == {"version": "1.0", "response": {}}


def test_health_tells_whether_the_store_answers() -> None:
    def unreachable() -> None:
        raise StorageError

    well = local().get("/health")
    ill = local(ask_storage=unreachable).get("/health")

    assert (well.status_code, well.get_json()) == (200, {"service": "ok", "storage": "ok"})
    assert (ill.status_code, ill.get_json()) == (503, {"service": "ok", "storage": "unreachable"})


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/alexa", 405), ("POST", "/health", 405), ("GET", "/", 404), ("POST", "/Alexa", 404)],
)
def test_nothing_else_is_served(method: str, path: str, status: int) -> None:
    assert local().open(path, method=method).status_code == status


def test_a_body_that_is_too_long_is_refused_before_anything_is_checked(
    given: Authorities, make_app: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    def never(_path: str) -> bytes:
        pytest.fail("the chain was fetched")

    answer = (
        make_app(never)
        .test_client()
        .post("/alexa", data=b"x" * (BODY_BYTES + 1), headers=good(given).headers)
    )

    assert answer.status_code == 400
    assert caplog.messages == ["request refused: the body is too large"]


def test_the_body_is_not_parsed_before_its_signature_is_checked(
    given: Authorities, make_app: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    sent = good(given)

    answer = (
        make_app(lambda _path: sent.chain)
        .test_client()
        .post("/alexa", data=b"{no JSON, for " + SKILL_ID.encode(), headers=sent.headers)
    )

    assert answer.status_code == 400
    assert caplog.messages == ["request refused: the signature is not of this body"]


def test_no_chain_is_fetched_for_who_does_not_name_the_skill(
    given: Authorities, make_app: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    fetched: list[str] = []

    answer = make_app(fetched.append).test_client().post("/alexa", data=b"{}", headers=good(given).headers)

    assert (answer.status_code, fetched) == (400, [])
    assert caplog.messages == ["request refused: the request is for another skill"]


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8080", 200), ("localhost", 200), ("attacker.example", 400), ("192.168.1.2", 400)],
)
def test_without_verification_only_this_machine_s_own_names_are_answered(host: str, status: int) -> None:
    assert local().post("/alexa", json={}, headers={"Host": host}).status_code == status


def test_a_failure_of_ours_is_logged_without_the_request(
    caplog: pytest.LogCaptureFixture, given: Authorities
) -> None:
    def failing(given: dict[str, Any], _context: object) -> dict[str, Any]:
        raise KeyError(given["session"]["user"]["userId"])

    answer = local(failing).post("/alexa", json=envelope(given.now))

    assert (answer.status_code, answer.data) == (500, b"")
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.messages[0].startswith("request failed: KeyError at ")
    assert "amzn1" not in caplog.text
