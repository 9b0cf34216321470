"""One matrix of signed requests: what we say to each, and where the SDK says something else, and why."""

from dataclasses import dataclass
from datetime import timedelta

from skill.web.refusal import Reason
from stand_ins.authority import DAY, SIGNER, good, signer
from tests.web.sent import (
    Maker,
    chain_of,
    for_another_skill,
    made,
    tampered,
    with_chain,
    with_old_header,
    with_signature,
    with_url,
    without,
)


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
    make: Maker
    refused: Reason | None
    sdk_differs: tuple[str, str] | None = None

    @property
    def sdk_verdict(self) -> str:
        if self.sdk_differs:
            return self.sdk_differs[0]
        return "refuses" if self.refused else "accepts"


CERTIFICATES = [
    Case("a good request", good, None),
    Case("a body changed after signing", tampered, Reason.BAD_SIGNATURE),
    Case(
        "an expired certificate",
        with_chain(lambda given: chain_of(given, dates=(-300 * DAY, -1 * DAY))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate not yet valid",
        with_chain(lambda given: chain_of(given, dates=(1 * DAY, 300 * DAY))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate of another name",
        with_chain(lambda given: chain_of(given, names=("echo-api.example.com",))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate of a name around ours",
        with_chain(lambda given: chain_of(given, names=(f"{SIGNER}.example.com", f"x{SIGNER}"))),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a certificate without names",
        with_chain(lambda given: chain_of(given, names=())),
        Reason.CHAIN_UNTRUSTED,
        ("raises ExtensionNotFound", "not caught: HTTP 500"),
    ),
    Case(
        "an untrusted root",
        with_chain(
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
        with_chain(lambda given: signer(None, given.now).pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a missing intermediate",
        with_chain(lambda given: given.good_signer.pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "another's intermediate",
        with_chain(lambda given: given.good_signer.pem + given.strange_intermediate.pem),
        Reason.CHAIN_UNTRUSTED,
    ),
    Case(
        "a chain that ends with its root",
        with_chain(lambda given: given.good_chain + given.root.pem),
        None,
    ),
    Case(
        "a chain that begins with its intermediate",
        with_chain(lambda given: given.intermediate.pem + given.good_signer.pem),
        Reason.CHAIN_UNTRUSTED,
        ("raises ExtensionNotFound", "the intermediate, taken for the signer, has no names"),
    ),
    Case(
        "garbage in place of the chain",
        with_chain(lambda _given: b"<html>not found</html>"),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "the PEM reader's, not caught: HTTP 500"),
    ),
    Case(
        "garbage within the PEM's lines",
        with_chain(lambda _given: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "the certificate reader's, not caught: HTTP 500"),
    ),
    Case(
        "an empty chain",
        with_chain(lambda _given: b""),
        Reason.CHAIN_UNREADABLE,
        ("raises ValueError", "not caught: HTTP 500"),
    ),
]

HEADERS = [
    Case("no signature", without("Signature-256"), Reason.NO_SIGNATURE),
    Case("no chain address", without("SignatureCertChainUrl"), Reason.NO_CHAIN_URL),
    Case("only the old SHA-1 header", with_old_header, Reason.NO_SIGNATURE),
    Case("an empty signature", with_signature(lambda _given: ""), Reason.NO_SIGNATURE),
    Case("a short signature", with_signature(lambda _given: "c2hvcnQ="), Reason.BAD_SIGNATURE),
    Case(
        "a signature that is not base64",
        with_signature(lambda _given: "not base64!"),
        Reason.BAD_ENCODING,
        ("raises Error", "binascii's, not caught: HTTP 500"),
    ),
    Case(
        "a signature with rubbish between its letters",
        with_signature(lambda given: f"{given[:8]}!*{given[8:]}"),
        Reason.BAD_ENCODING,
        ("accepts", "b64decode without validate=True drops what is not base64"),
    ),
]

ADDRESSES = [
    Case(f"the address {url}", with_url(url), refused, differs)
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
    Case("a request of 140 seconds ago", made(timedelta(seconds=-140)), None),
    Case("a request of 200 seconds ago", made(timedelta(seconds=-200)), Reason.STALE),
    Case("a request 200 seconds ahead", made(timedelta(seconds=200)), Reason.STALE),
    Case(
        "a skill event of 59 minutes ago",
        made(timedelta(minutes=-59), "AlexaSkillEvent.SkillDisabled"),
        None,
    ),
    Case(
        "a skill event of 61 minutes ago",
        made(timedelta(minutes=-61), "AlexaSkillEvent.SkillDisabled"),
        Reason.STALE,
    ),
    Case(
        "a subscription event of 59 minutes ago",
        made(timedelta(minutes=-59), "AlexaSkillEvent.ProactiveSubscriptionChanged"),
        None,
        ("refuses", "the event is missing in its list of skill events"),
    ),
    Case(
        "a request of a type the SDK does not know",
        made(timedelta(0), "Alexa.Tomorrow.Request"),
        None,
        ("raises SerializationException", "it parses before it verifies, and knows only its own types"),
    ),
    Case(
        "a request for another skill",
        for_another_skill,
        Reason.OTHER_SKILL,
        ("raises AskSdkException", "the skill's own check, after verification: HTTP 500"),
    ),
]

MATRIX = [*CERTIFICATES, *HEADERS, *ADDRESSES, *TIMES]
