"""One matrix of signed requests: what we say to each, and where the SDK says something else, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from skill.web.refusal import Reason
from tests.web.authority import (
    CHAIN_URL,
    DAY,
    SIGNER,
    Authorities,
    body,
    envelope,
    signature,
    signer,
)


@dataclass(frozen=True)
class Sent:
    """What arrives, and the chain behind the address it names."""

    content: bytes
    headers: dict[str, str]
    chain: bytes


@dataclass(frozen=True)
class Case:
    """One request of the matrix.

    Attributes:
        name: as a sentence's subject.
        make: builds it.
        refused: our reason, None when we accept.
        sdk_differs: what the SDK does instead ("accepts", "refuses", "raises ...") and why that is wrong.
    """

    name: str
    make: Callable[[Authorities], Sent]
    refused: Reason | None
    sdk_differs: tuple[str, str] | None = field(default=None)

    @property
    def sdk_verdict(self) -> str:
        if self.sdk_differs:
            return self.sdk_differs[0]
        return "refuses" if self.refused else "accepts"


def good(given: Authorities) -> Sent:
    content = body(envelope(given.now))
    by = given.good_signer
    headers = {"SignatureCertChainUrl": CHAIN_URL, "Signature-256": signature(content, by)}
    return Sent(content, headers, given.good_chain)


def _with_chain(make: Callable[[Authorities], bytes]) -> Callable[[Authorities], Sent]:
    # Every signer of the tests holds the same key, so the signature stays right whichever is shown.
    return lambda given: replace(good(given), chain=make(given))


def _with_url(url: str) -> Callable[[Authorities], Sent]:
    return _with_headers(SignatureCertChainUrl=url)


def _with_headers(**changed: str) -> Callable[[Authorities], Sent]:
    named = {name.replace("_", "-"): value for name, value in changed.items()}

    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers=sent.headers | named)

    return make


def _without(header: str) -> Callable[[Authorities], Sent]:
    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers={name: value for name, value in sent.headers.items() if name != header})

    return make


def _signature(change: Callable[[str], str]) -> Callable[[Authorities], Sent]:
    def make(given: Authorities) -> Sent:
        sent = good(given)
        return replace(sent, headers=sent.headers | {"Signature-256": change(sent.headers["Signature-256"])})

    return make


def _tampered(given: Authorities) -> Sent:
    sent = good(given)
    return replace(sent, content=sent.content.replace(b"en-US", b"en-GB"))


def _made(offset: timedelta, kind: str = "LaunchRequest") -> Callable[[Authorities], Sent]:
    def make(given: Authorities) -> Sent:
        of = envelope(given.now + offset, kind=kind)
        if kind.startswith("AlexaSkillEvent."):
            del of["session"]
        content = body(of)
        sent = good(given)
        return Sent(
            content, sent.headers | {"Signature-256": signature(content, given.good_signer)}, sent.chain
        )

    return make


def _other_skill(given: Authorities) -> Sent:
    content = body(envelope(given.now, skill_id="amzn1.ask.skill.another"))
    sent = good(given)
    return Sent(content, sent.headers | {"Signature-256": signature(content, given.good_signer)}, sent.chain)


def _signer(given: Authorities, **changed: object) -> bytes:
    return signer(given.intermediate, given.now, **changed).pem + given.intermediate.pem  # type: ignore[arg-type]  # passed on


CERTIFICATES = [
    Case("a good request", good, None),
    Case("a body changed after signing", _tampered, Reason.BAD_SIGNATURE),
    Case(
        "an expired certificate",
        _with_chain(lambda given: _signer(given, dates=(-300 * DAY, -1 * DAY))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate not yet valid",
        _with_chain(lambda given: _signer(given, dates=(1 * DAY, 300 * DAY))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate of another name",
        _with_chain(lambda given: _signer(given, names=("echo-api.example.com",))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate of a name around ours",
        _with_chain(lambda given: _signer(given, names=(f"{SIGNER}.example.com", f"x{SIGNER}"))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate without names",
        _with_chain(lambda given: _signer(given, names=())),
        Reason.CHAIN_UNTRUSTED,
        ("raises ExtensionNotFound", "not caught: HTTP 500"),
    ),
    Case(
        "an untrusted root",
        _with_chain(
            lambda given: (
                signer(given.strange_intermediate, given.now).pem
                + given.strange_intermediate.pem
                + given.strange_root.pem
            )
        ),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a self-signed certificate",
        _with_chain(lambda given: signer(None, given.now).pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a missing intermediate",
        _with_chain(lambda given: given.good_signer.pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "another's intermediate",
        _with_chain(lambda given: given.good_signer.pem + given.strange_intermediate.pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a chain that ends with its root",
        _with_chain(lambda given: given.good_chain + given.root.pem),
        None,
    ),
    Case(
        "a chain that begins with its intermediate",
        _with_chain(lambda given: given.intermediate.pem + given.good_signer.pem),
        Reason.CHAIN_UNTRUSTED,
        ("raises ExtensionNotFound", "the intermediate, taken for the signer, has no names"),
    ),
    Case(
        "garbage in place of the chain",
        _with_chain(lambda _given: b"<html>not found</html>"),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "the PEM reader's, not caught: HTTP 500"),
    ),
    Case(
        "garbage within the PEM's lines",
        _with_chain(lambda _given: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "the certificate reader's, not caught: HTTP 500"),
    ),
    Case(
        "an empty chain",
        _with_chain(lambda _given: b""),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "not caught: HTTP 500"),
    ),
]

HEADERS = [
    Case("no signature", _without("Signature-256"), Reason.NO_SIGNATURE),
    Case("no chain address", _without("SignatureCertChainUrl"), Reason.NO_CHAIN_URL),
    Case(
        "only the old SHA-1 header",
        lambda given: replace(
            good(given),
            headers={
                "SignatureCertChainUrl": CHAIN_URL,
                "Signature": good(given).headers["Signature-256"],
            },
        ),
        Reason.NO_SIGNATURE,
    ),
    Case("an empty signature", _signature(lambda _given: ""), Reason.NO_SIGNATURE),
    Case("a short signature", _signature(lambda _given: "c2hvcnQ="), Reason.BAD_SIGNATURE),
    Case(
        "a signature that is not base64",
        _signature(lambda _given: "not base64!"),
        Reason.BAD_ENCODING,
        ("raises Error", "binascii's, not caught: HTTP 500"),
    ),
    Case(
        "a signature with rubbish between its letters",
        _signature(lambda given: f"{given[:8]}!*{given[8:]}"),
        Reason.BAD_ENCODING,
        ("accepts", "b64decode without validate=True drops what is not base64"),
    ),
]

ADDRESSES = [
    Case(f"the address {url}", _with_url(url), refused, differs)
    for url, refused, differs in [
        ("https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem", None, None),
        ("https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem", None, None),
        ("https://s3.amazonaws.com/echo.api/./a//echo-api-cert.pem#fragment", None, None),
        ("HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert.pem", None, None),
        (
            "https://s3.amazonaws.com//echo.api/echo-api-cert.pem",
            None,
            ("refuses", "posixpath.normpath keeps two leading slashes, which Amazon's rules remove"),
        ),
        ("http://s3.amazonaws.com/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://notamazon.com/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com.example.com/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com@example.com/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com/invalid.path/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com/echo.api/../evil/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com/echo.api.evil/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("https://s3.amazonaws.com/echo.api", Reason.BAD_CHAIN_URL, None),
        ("s3.amazonaws.com/echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        ("not an address", Reason.BAD_CHAIN_URL, None),
        ("file:///echo.api/echo-api-cert.pem", Reason.BAD_CHAIN_URL, None),
        (
            "https://s3.amazonaws.com:99999/echo.api/echo-api-cert.pem",
            Reason.BAD_CHAIN_URL,
            ("raises ValueError", "of the port, not caught: HTTP 500"),
        ),
        (
            "https://[s3.amazonaws.com/echo.api/echo-api-cert.pem",
            Reason.BAD_CHAIN_URL,
            ("raises ValueError", "of the address, not caught: HTTP 500"),
        ),
        (
            "https://s3.amazonaws.com/echo.api/%2e%2e/evil/echo-api-cert.pem",
            Reason.BAD_CHAIN_URL,
            ("accepts", "it normalises without decoding, and asks for the path as it came"),
        ),
        (
            "https://s3.amazonaws.com/echo.api/..\\evil\\echo-api-cert.pem",
            Reason.BAD_CHAIN_URL,
            ("accepts", "backslashes reach the server, which may read them as slashes"),
        ),
        (
            "https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem",
            Reason.BAD_CHAIN_URL,
            ("accepts", "user information in the address is not looked at"),
        ),
        (
            "https://s3.amazonaws.com/echo.api/echo-api-cert.pem?versionId=1",
            Reason.BAD_CHAIN_URL,
            ("accepts", "a query is not looked at, and fetched: any number of addresses for one file"),
        ),
    ]
]

TIMES = [
    Case("a request of 140 seconds ago", _made(timedelta(seconds=-140)), None),
    Case("a request of 200 seconds ago", _made(timedelta(seconds=-200)), Reason.STALE),
    Case("a request 200 seconds ahead", _made(timedelta(seconds=200)), Reason.STALE),
    Case(
        "a skill event of 59 minutes ago",
        _made(timedelta(minutes=-59), "AlexaSkillEvent.SkillDisabled"),
        None,
    ),
    Case(
        "a skill event of 61 minutes ago",
        _made(timedelta(minutes=-61), "AlexaSkillEvent.SkillDisabled"),
        Reason.STALE,
    ),
    Case(
        "a subscription event of 59 minutes ago",
        _made(timedelta(minutes=-59), "AlexaSkillEvent.ProactiveSubscriptionChanged"),
        None,
        ("refuses", "the event is missing in its list of skill events"),
    ),
    Case(
        "a request of a type the SDK does not know",
        _made(timedelta(0), "Alexa.Tomorrow.Request"),
        None,
        ("raises SerializationException", "it parses before it verifies, and knows only its own types"),
    ),
    Case(
        "a request for another skill",
        _other_skill,
        Reason.OTHER_SKILL,
        ("raises AskSdkException", "the skill's own check, after verification: HTTP 500"),
    ),
]

MATRIX = [*CERTIFICATES, *HEADERS, *ADDRESSES, *TIMES]
