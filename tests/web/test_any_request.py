"""Whatever arrives, the service answers 200 or 400 and goes on."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from cryptography.x509 import load_pem_x509_certificates
from cryptography.x509.verification import Store
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.web.app import Verification, create_app
from skill.web.signing_keys import SigningKeys
from skill.web.verifier import ApplicationVerifier, RequestVerifier, TimestampVerifier
from stand_ins.authority import CHAIN_URL, SKILL_ID, authorities, envelope, good, signed_headers
from stand_ins.memory import MemoryRepository

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GIVEN = authorities(NOW)
GOOD = good(GIVEN)
EXAMPLES = settings(max_examples=60, deadline=None)


def answered(_envelope: dict[str, Any], _context: object) -> dict[str, Any]:
    return {"version": "1.0", "response": {}}


def client(chain: bytes = GOOD.chain, handle: Callable[..., dict[str, Any]] = answered) -> FlaskClient:
    keys = SigningKeys(Store([GIVEN.root.certificate]), lambda _path: chain)
    verification = Verification(
        RequestVerifier(keys, lambda: NOW, SKILL_ID),
        [TimestampVerifier(lambda: NOW), ApplicationVerifier(SKILL_ID)],
    )
    return create_app(handle, verification, lambda: None).test_client()


CLIENT = client()

header_text = st.text(
    st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=80
)
chain_urls = st.one_of(
    header_text,
    st.just(CHAIN_URL),
    st.builds(
        "{}://{}{}/{}".format,
        st.sampled_from(["https", "HTTPS", "http", "", "file"]),
        st.sampled_from(
            ["s3.amazonaws.com", "S3.AMAZONAWS.COM", "[s3", "s3.amazonaws.com.", "x@s3.amazonaws.com"]
        ),
        st.sampled_from(["", ":443", ":", ":99999", ":-1", ":x"]),
        header_text | st.sampled_from(["echo.api/x", "echo.api/../x", "//echo.api//x", "../../echo.api/x"]),
    ),
)
signatures = st.one_of(
    header_text, st.just(GOOD.headers["Signature-256"]), st.binary(max_size=300).map(bytes.hex)
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@EXAMPLES
@given(chain_urls, signatures, st.binary(max_size=200) | st.just(GOOD.content))
def test_whatever_is_in_the_headers_only_alexa_s_own_is_answered(
    url: str, signature: str, content: bytes
) -> None:
    headers = GOOD.headers | {"SignatureCertChainUrl": url, "Signature-256": signature}

    answer = CLIENT.post("/alexa", data=content, headers=headers)

    is_good = signature == GOOD.headers["Signature-256"] and content == GOOD.content
    assert answer.status_code == 400 or (is_good and answer.status_code == 200)


@EXAMPLES
@given(st.binary(max_size=300))
def test_whatever_alexa_signed_is_answered_or_refused(content: bytes) -> None:
    answer = CLIENT.post("/alexa", data=content, headers=signed_headers(content, GIVEN.good_signer))

    assert answer.status_code == 400


@EXAMPLES
@given(st.sampled_from(["version", "session", "context", "request"]), st.text(max_size=10), json_values)
def test_whatever_part_of_a_signed_envelope_is_missing_or_strange(part: str, name: str, value: Any) -> None:
    for changed in (value, {name: value}, {"timestamp": value, "type": value, "System": value}):
        of = envelope(NOW) | {part: changed}
        content = json.dumps(of).encode()

        answer = CLIENT.post("/alexa", data=content, headers=signed_headers(content, GIVEN.good_signer))

        assert answer.status_code in {200, 400}


@EXAMPLES
@given(st.integers(0, len(GOOD.chain) - 1), st.binary(max_size=4), st.integers(0, 40))
def test_whatever_the_chain_holds(at: int, added: bytes, removed: int) -> None:
    chain = GOOD.chain[:at] + added + GOOD.chain[at + removed :]

    answer = client(chain).post("/alexa", data=GOOD.content, headers=GOOD.headers)

    assert answer.status_code in {200, 400}
    if answer.status_code == 200:  # only text around the certificates was changed
        assert load_pem_x509_certificates(chain) == load_pem_x509_certificates(GOOD.chain)


def test_what_amazon_adds_next_is_answered_as_if_it_were_not_there() -> None:
    skill = build_skill(MemoryRepository(), SKILL_ID)
    service = client(handle=lambda envelope, _context: answer(lambda: skill, envelope))
    launch = envelope(NOW)
    launch["context"]["Viewport"] = {"mode": "WEARABLE", "shape": "OVAL"}
    launch["context"]["AudioPlayer"] = {"playerActivity": "DREAMING"}
    content = json.dumps(launch).encode()

    response = service.post("/alexa", data=content, headers=signed_headers(content, GIVEN.good_signer))

    assert response.status_code == 200
    assert "Foot Coach" in response.get_json()["response"]["outputSpeech"]["ssml"]


def test_a_type_of_request_that_amazon_adds_next_is_answered_with_nothing() -> None:
    skill = build_skill(MemoryRepository(), SKILL_ID)
    service = client(handle=lambda envelope, _context: answer(lambda: skill, envelope))
    content = json.dumps(envelope(NOW, kind="Alexa.Tomorrow.Event")).encode()

    response = service.post("/alexa", data=content, headers=signed_headers(content, GIVEN.good_signer))

    assert response.status_code == 200
    assert response.get_json()["response"] == {}


def test_the_request_that_all_of_this_is_a_variation_of_is_answered() -> None:
    assert CLIENT.post("/alexa", data=GOOD.content, headers=GOOD.headers).status_code == 200
