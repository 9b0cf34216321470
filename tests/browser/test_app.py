"""What the page's server answers, and to whom."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from skill.browser.app import create_app
from skill.browser.callers import COOKIE, TAB, Callers
from skill.browser.keys import Keys
from stand_ins.page_server import ANN, BEN
from tests.browser.a_household import Home

OWN = {TAB: "kitchen1"}
HERE = "http://127.0.0.1:8750"
SECRET = b"a secret of thirty two bytes...."
KEYS = Keys(SECRET, [ANN, BEN])
ABOUT = {"language": "en", "voice": "espeak"}


class Sounds:
    def wav(self, digest: str) -> bytes | None:
        return b"RIFF" if digest == "known" else None


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    callers = Callers(KEYS, Home(tmp_path).tabs())
    views = {"whose": lambda user: {"user": user}}
    app = create_app(callers, Sounds(), None, views, about=ABOUT, host="127.0.0.1")
    return app.test_client()


def post(client: FlaskClient, path: str, told: Any, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(path, json=told, headers={**OWN, **named}, base_url=HERE)


@pytest.fixture
def ann(client: FlaskClient) -> FlaskClient:
    assert post(client, "/enter", {"key": KEYS.key_of(ANN)}).status_code == 200
    return client


def test_a_key_opens_the_page_and_the_cookie_keeps_it_open(ann: FlaskClient) -> None:
    cookie = ann.get_cookie(COOKIE, "127.0.0.1")
    again = post(ann, "/enter", {})

    assert cookie is not None
    assert (cookie.http_only, cookie.same_site) == (True, "Strict")
    assert again.status_code == 200
    assert ann.get("/views/whose", base_url=HERE).get_json() == {"user": ANN}


def test_over_https_the_cookie_goes_nowhere_else(client: FlaskClient) -> None:
    answer = client.post(
        "/enter", json={"key": KEYS.key_of(ANN)}, headers=OWN, base_url="https://127.0.0.1:8750"
    )

    assert "Secure" in answer.headers["Set-Cookie"]


def test_words_and_presses_are_answered(ann: FlaskClient) -> None:
    reply = post(ann, "/say", {"said": "start my post run stretches"}).get_json()
    at = reply["screen"]["scenes"][1]["at"] + 6.2
    pause = post(ann, "/touch", {"arguments": ["pause"], "reply": reply["reply"], "heard": at}).get_json()

    assert "at count six" in pause["text"]
    assert pause["reply"] == reply["reply"] + 1


@pytest.mark.parametrize("key", ["", "0" * 40, KEYS.key_of(ANN)[:-1] + "g", 7, None, ["x"]])
def test_a_forged_key_opens_nothing(client: FlaskClient, key: Any) -> None:
    answer = post(client, "/enter", {"key": key})

    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/say", "/touch", "/wait", "/leave"])
def test_nothing_is_heard_without_a_key(client: FlaskClient, path: str) -> None:
    told = {"said": "delete all my data", "arguments": ["pause"]}

    assert post(client, path, told).status_code == 401
    client.set_cookie(COOKIE, "forged", domain="127.0.0.1")
    assert post(client, path, told).status_code == 401


@pytest.mark.parametrize("path", ["/views/whose", "/sound/known"])
def test_nothing_is_shown_without_a_key(client: FlaskClient, path: str) -> None:
    assert client.get(path, base_url=HERE).status_code == 401


def test_a_tab_that_this_server_does_not_know_is_told_so(ann: FlaskClient) -> None:
    assert post(ann, "/say", {"said": "pause"}, Foot_Coach_Tab="another1").status_code == 410


OTHERS: Mapping[str, Mapping[str, str]] = {
    "another origin": {"Origin": "http://evil.example"},
    "the same machine at another port": {"Origin": "http://127.0.0.1:9999"},
    "an origin that hides": {"Origin": "null"},
    "another site's form": {"Sec_Fetch_Site": "cross-site"},
    "another port's page": {"Sec_Fetch_Site": "same-site"},
    "no JSON": {"Content_Type": "text/plain"},
}


@pytest.mark.parametrize("headers", OTHERS.values(), ids=OTHERS)
def test_no_other_page_speaks_for_the_runner(ann: FlaskClient, headers: Mapping[str, str]) -> None:
    told = {"said": "I ran ten miles", "key": KEYS.key_of(ANN)}

    for path in ("/enter", "/say", "/touch", "/wait", "/leave"):
        assert post(ann, path, told, **headers).status_code in (400, 403)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/views/whose", "/sound/known", "/static/main.js"])
def test_no_other_page_holds_what_is_ours(ann: FlaskClient, path: str, site: str) -> None:
    assert ann.get(path, headers={"Sec-Fetch-Site": site}, base_url=HERE).status_code == 403
    assert (
        ann.get("/", headers={"Sec-Fetch-Site": site}, base_url=HERE).status_code == 200
    )  # a link from a mail


def test_our_own_page_says_where_it_comes_from(ann: FlaskClient) -> None:
    headers = {"Origin": HERE, "Sec_Fetch_Site": "same-origin"}

    assert post(ann, "/say", {"said": "hello"}, **headers).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8750", "127.0.0.1.evil.example", "[evil]", ""]
)
def test_a_name_that_was_made_to_point_here_is_refused(ann: FlaskClient, host: str) -> None:
    told = json.dumps({"said": "pause"})
    answer = ann.post(
        "/say", data=told, headers={**OWN, "Host": host, "Content-Type": "application/json"}, base_url=HERE
    )

    assert answer.status_code in (400, 421)
    assert ann.get("/", headers={"Host": host}, base_url=HERE).status_code in (400, 421)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8750", "localhost:8750", "LOCALHOST", "192.0.2.7:8750", "[::1]:8750"]
)
def test_our_own_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}, base_url=HERE).status_code == 200


def test_every_answer_is_closed_to_other_pages(ann: FlaskClient) -> None:
    for path in ("/", "/static/main.js", "/pictures/toe-lifts.standard.both.svg", "/sound/known", "/nowhere"):
        with ann.get(path, base_url=HERE) as answer:
            headers = answer.headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in headers


WRONG: Mapping[str, Any] = {
    "no object": [1],
    "nothing said": {},
    "no text": {"said": 7},
    "far too much": {"said": "pause " * 1000},
    "no button": {"arguments": ["delete"]},
    "no list": {"arguments": {"0": "pause"}},
    "an empty one": {"arguments": []},
}


@pytest.mark.parametrize("told", WRONG.values(), ids=WRONG)
def test_what_makes_no_sense_is_refused(ann: FlaskClient, told: Any) -> None:
    path = "/touch" if isinstance(told, dict) and "arguments" in told else "/say"

    assert post(ann, path, told).status_code == 400


@pytest.mark.parametrize("name", ["", "short", "x" * 65, "with space", "ünïcödé1", "../../etc"])
def test_a_tab_has_a_plain_name(ann: FlaskClient, name: str) -> None:
    answer = ann.post("/enter", json={}, headers={TAB: name.encode().decode("latin-1")}, base_url=HERE)

    assert answer.status_code == 400


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client that any example may go on with."""
    callers = Callers(KEYS, Home(tmp_path_factory.mktemp("used")).tabs())
    made = create_app(callers, None, None, {}, about=ABOUT, host="127.0.0.1").test_client()
    post(made, "/enter", {"key": KEYS.key_of(ANN)})
    return made


@given(
    st.dictionaries(st.sampled_from(["said", "reply", "heard", "silent", "arguments", "began", "key"]), JSON)
)
def test_any_json_is_answered_or_refused(used: FlaskClient, told: dict[str, Any]) -> None:
    for path in ("/say", "/touch", "/wait", "/enter", "/leave"):
        assert post(used, path, told).status_code in (200, 400, 401)


def test_the_log_says_nothing_of_what_was_said(ann: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    post(ann, "/say", {"said": "I ran ten miles in my secret shoes"})
    post(ann, "/say", {"said": 7}, Origin="http://secret.example")

    assert "secret" not in caplog.text
    assert KEYS.key_of(ANN) not in caplog.text


def test_a_picture_is_drawn_in_the_page_s_colours(client: FlaskClient) -> None:
    drawn = client.get("/pictures/toes-on-wall.standard.right.svg?frame=start", base_url=HERE)

    assert drawn.mimetype == "image/svg+xml"
    assert "var(--picture-" in drawn.text
    assert "style=" not in drawn.text  # the page's own policy would not let it in
    assert client.get("/pictures/none.svg", base_url=HERE).status_code == 404
    assert client.get("/pictures/toe-lifts.standard.both.svg?frame=no", base_url=HERE).status_code == 404
    assert "--picture-skin" in client.get("/pictures/palette.css", base_url=HERE).text


@pytest.mark.parametrize(
    "body",
    [
        '{"said": "pause", "heard": 1' + "0" * 400 + "}",
        '{"said": "pause", "heard": NaN, "silent": -Infinity}',
        "[" * 20_000 + "]" * 20_000,
    ],
    ids=["a number nobody counts to", "no numbers", "lists in lists"],
)
def test_what_no_page_sends_is_answered_or_refused(ann: FlaskClient, body: str) -> None:
    answer = ann.post("/say", data=body, content_type="application/json", headers=OWN, base_url=HERE)

    assert answer.status_code in (200, 400)
