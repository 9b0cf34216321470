"""Requests as a browser sends them for a web page, to a service that would believe anybody."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.web.app import create_app
from stand_ins.authority import JSON

PORT = 8080


@pytest.fixture
def turns() -> list[dict[str, Any]]:
    return []


@pytest.fixture
def client(turns: list[dict[str, Any]]) -> FlaskClient:
    def handle(envelope: dict[str, Any], _context: object) -> dict[str, Any]:
        turns.append(envelope)
        return {"version": "1.0", "response": {}}

    return create_app(handle, None, lambda: None).test_client()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "application/json"},
        {"Content-Type": "Application/JSON; charset=utf-8"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": f"http://127.0.0.1:{PORT}"},
    ],
)
def test_who_is_no_web_page_of_another_s_is_answered(
    headers: dict[str, str], client: FlaskClient, turns: list[dict[str, Any]]
) -> None:
    sent = {"Host": f"127.0.0.1:{PORT}", "Content-Type": JSON} | headers

    assert client.post("/alexa", data=b"{}", headers=sent).status_code == 200
    assert turns == [{}]


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"Origin": "https://attacker.example"}, "the request comes from a web page"),
        ({"Origin": "null"}, "the request comes from a web page"),
        ({"Origin": ""}, "the request comes from a web page"),
        ({"Origin": "http://127.0.0.1:3000"}, "the request comes from a web page"),
        ({"Origin": f"http://localhost:{PORT}"}, "the request comes from a web page"),
        ({"Origin": f"https://127.0.0.1:{PORT}"}, "the request comes from a web page"),
        ({"Sec-Fetch-Site": "cross-site"}, "the request comes from a web page"),
        ({"Sec-Fetch-Site": "same-site"}, "the request comes from a web page"),
        ({"Sec-Fetch-Site": "none, cross-site"}, "the request comes from a web page"),
        ({"Content-Type": "text/plain"}, "the content type is not application/json"),
        ({"Content-Type": "text/plain; application/json"}, "the content type is not application/json"),
        ({"Content-Type": "text/plain, application/json"}, "the content type is not application/json"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "the content type is not application/json"),
        ({"Content-Type": "multipart/form-data; boundary=x"}, "the content type is not application/json"),
        ({"Content-Type": ""}, "the content type is not application/json"),
    ],
)
def test_what_a_web_page_sends_or_could_is_refused(
    headers: dict[str, str],
    reason: str,
    client: FlaskClient,
    turns: list[dict[str, Any]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    sent = {"Host": f"127.0.0.1:{PORT}", "Content-Type": JSON} | headers

    assert client.post("/alexa", data=b"{}", headers=sent).status_code == 400
    assert turns == []
    assert caplog.messages == [f"request refused: {reason}"]


def test_a_browser_that_asks_beforehand_is_not_told_that_it_may(client: FlaskClient) -> None:
    asked = {"Origin": "https://attacker.example", "Access-Control-Request-Method": "POST"}

    answer = client.options("/alexa", headers=asked)

    assert not [name for name in answer.headers.keys() if name.startswith("Access-Control-")]  # noqa: SIM118 - they may repeat
