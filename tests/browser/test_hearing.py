"""What is sent to the ears, and what comes of it."""

import io
import wave
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from skill.browser.app import create_app
from skill.browser.callers import TAB, Callers
from skill.browser.keys import Keys
from skill.ears.transcript import SAMPLE_RATE, Ears, Transcript
from stand_ins.page_server import ANN, BEN
from tests.browser.a_household import Home

OWN = {TAB: "kitchen1"}
HERE = "http://127.0.0.1:8750"
KEYS = Keys(b"a secret of thirty two bytes....", [ANN, BEN])


class ToldEars:
    """Ears that hear what a test tells them."""

    name = "told"

    def __init__(self) -> None:
        self.hears = Transcript("open foot coach", sure=True)
        self.likely: Sequence[str] = ()
        self.heard = b""

    def transcribe(self, sound: bytes, likely: Sequence[str] = ()) -> Transcript:
        self.heard, self.likely = sound, likely
        return self.hears

    def prepare(self, likely: Sequence[str]) -> None: ...


@pytest.fixture
def ears() -> ToldEars:
    return ToldEars()


def entered(folder: Path, ears: Ears | None) -> FlaskClient:
    about = {"language": "en", "voice": "", "ears": ""}
    callers = Callers(KEYS, Home(folder).tabs())
    client = create_app(callers, None, ears, {}, about=about, host="127.0.0.1").test_client()
    assert (
        client.post("/enter", json={"key": KEYS.key_of(ANN)}, headers=OWN, base_url=HERE).status_code == 200
    )
    return client


@pytest.fixture
def ann(tmp_path: Path, ears: ToldEars) -> FlaskClient:
    return entered(tmp_path, ears)


def speech(seconds: float = 0.5) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(bytes(round(seconds * SAMPLE_RATE) * 2))
    return file.getvalue()


def hear(
    client: FlaskClient,
    query: str = "reply=0&heard=0",
    sound: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> TestResponse:
    named = {"Content-Type": "audio/wav", **OWN, **(headers or {})}
    data = speech() if sound is None else sound
    return client.post(f"/hear?{query}", data=data, headers=named, base_url=HERE)


def told(answer: TestResponse) -> dict[str, Any]:
    assert answer.status_code == 200
    got: dict[str, Any] = answer.get_json()
    return got


def test_what_is_heard_is_answered_at_its_moment(ann: FlaskClient, ears: ToldEars) -> None:
    told(hear(ann))
    ears.hears = Transcript("start my post run stretches", sure=True)
    reply = told(hear(ann, "reply=1&heard=5"))["exchange"]
    count = next(scene for scene in reply["screen"]["scenes"] if scene["kind"] == "counting")
    ears.hears = Transcript("pause", sure=True)
    heard = count["at"] + 6.2
    paused = told(hear(ann, f"reply={reply['reply']}&heard={heard}"))
    assert (paused["said"], paused["ignored"]) == ("pause", "")
    assert "at count six" in paused["exchange"]["text"]


def test_the_ears_are_told_what_is_likely_then(ann: FlaskClient, ears: ToldEars) -> None:
    told(hear(ann))
    assert "pause" not in ears.likely
    told(hear(ann, "reply=1&heard=5"))
    assert {"yes", "pause"} <= set(ears.likely)
    assert len(ears.heard) == SAMPLE_RATE


def test_what_was_not_meant_is_shown_and_not_done(ann: FlaskClient, ears: ToldEars) -> None:
    ears.hears = Transcript("which shoes today", sure=True)
    answer = told(hear(ann))
    assert answer == {"said": "which shoes today", "ignored": "not open", "exchange": None}


def test_a_press_of_the_button_means_it(ann: FlaskClient, ears: ToldEars) -> None:
    ears.hears = Transcript("which shoes today", sure=False)
    assert told(hear(ann, "reply=0&heard=0&meant=true"))["exchange"]["understood"] == "ChooseShoesIntent"
    ears.hears = Transcript()
    assert told(hear(ann, "reply=1&heard=0&meant=true")) == {
        "said": "",
        "ignored": "nothing",
        "exchange": None,
    }


def test_what_the_browser_overheard_goes_the_same_way(ann: FlaskClient) -> None:
    def overheard(said: Any) -> TestResponse:
        return ann.post("/overhear", json={"said": said, "reply": 0, "heard": 0}, headers=OWN, base_url=HERE)

    assert told(overheard("which shoes today"))["ignored"] == "not open"
    assert told(overheard("open foot coach"))["exchange"]["open"]
    assert overheard(None).status_code == 400


def test_where_there_are_no_ears_there_is_nobody_to_hear(tmp_path: Path) -> None:
    assert hear(entered(tmp_path, None)).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 400),
        ({"Content-Type": "application/json"}, 400),
        ({"Origin": "https://elsewhere.example"}, 400),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({TAB: "x"}, 400),
        ({TAB: "another123"}, 410),
    ],
)
def test_who_is_not_our_page_is_not_heard(
    ann: FlaskClient, ears: ToldEars, headers: dict[str, str], status: int
) -> None:
    assert hear(ann, headers=headers).status_code == status
    assert ears.heard == b""


def test_without_a_key_nothing_is_heard(ann: FlaskClient, ears: ToldEars) -> None:
    ann.delete_cookie("foot-coach-key", domain="127.0.0.1")
    assert hear(ann).status_code == 401
    assert ears.heard == b""


def test_what_is_too_long_or_no_sound_is_refused_and_the_next_is_heard(ann: FlaskClient) -> None:
    assert hear(ann, sound=speech(30)).status_code == 400
    assert hear(ann, sound=b"x" * 50_000_000).status_code == 400
    assert hear(ann, sound=b"RIFF").status_code == 400
    assert told(hear(ann))["exchange"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.sampled_from(["reply", "heard", "silent", "meant"]), st.text(max_size=20)))
def test_any_moment_is_answered(ann: FlaskClient, ears: ToldEars, query: dict[str, str]) -> None:
    ears.hears = Transcript("nobody means this", sure=True)
    headers = {"Content-Type": "audio/wav", **OWN}
    answer = ann.post("/hear", query_string=query, data=speech(0.01), headers=headers, base_url=HERE)
    assert answer.status_code == 200
