"""A certificate authority of the tests' own, and requests signed by what it issues."""

import base64
import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from stand_ins.echo import SKILL, launch

SIGNER = "echo-api.amazon.com"
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
CHAIN_PATH = "/echo.api/echo-api-cert-12.pem"
JSON = "application/json;charset=UTF-8"
SKILL_ID = SKILL
DAY = timedelta(days=1)


@functools.cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """One key a name, made once a run: making them is what takes time."""
    del name
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Issued:
    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


def _name(common_name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def _issue(
    builder: x509.CertificateBuilder,
    common_name: str,
    issuer: Issued | None,
    dates: tuple[datetime, datetime],
) -> Issued:
    key = private_key(common_name)
    signer = issuer.key if issuer else key
    built = (
        builder.subject_name(_name(common_name))
        .issuer_name(issuer.certificate.subject if issuer else _name(common_name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dates[0])
        .not_valid_after(dates[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    return Issued(built.sign(signer, SHA256()), key)


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=not authority,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def authority(
    common_name: str, issuer: Issued | None, now: datetime, valid: timedelta = 1800 * DAY
) -> Issued:
    """A root, or an intermediate of the issuer's, valid that long before and after now."""
    builder = (
        x509.CertificateBuilder()
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(authority=True), critical=True)
    )
    return _issue(builder, common_name, issuer, (now - valid, now + valid))


def signer(
    issuer: Issued | None,
    now: datetime,
    *,
    names: Sequence[str | x509.GeneralName] = (SIGNER,),
    dates: tuple[timedelta, timedelta] = (-30 * DAY, 300 * DAY),
) -> Issued:
    """A signing certificate like Amazon's; self-signed without an issuer."""
    builder = (
        x509.CertificateBuilder()
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(authority=False), critical=True)
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]),
            critical=False,
        )
    )
    if names:
        builder = builder.add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName(name) if isinstance(name, str) else name for name in names]
            ),
            critical=False,
        )
    return _issue(builder, SIGNER, issuer, (now + dates[0], now + dates[1]))


@dataclass(frozen=True)
class Authorities:
    """A root that is trusted and one that is not, each with an intermediate, made for one time."""

    now: datetime
    root: Issued
    intermediate: Issued
    strange_root: Issued
    strange_intermediate: Issued

    @property
    def good_signer(self) -> Issued:
        return signer(self.intermediate, self.now)

    @property
    def good_chain(self) -> bytes:
        return self.good_signer.pem + self.intermediate.pem


def authorities(now: datetime) -> Authorities:
    root = authority("Tests Root", None, now)
    strange_root = authority("Strange Root", None, now)
    return Authorities(
        now=now,
        root=root,
        intermediate=authority("Tests Intermediate", root, now),
        strange_root=strange_root,
        strange_intermediate=authority("Strange Intermediate", strange_root, now),
    )


def envelope(at: datetime, *, kind: str = "LaunchRequest", skill_id: str = SKILL_ID) -> dict[str, Any]:
    """An Echo's request of that type, for that skill."""
    made = launch(type=kind, timestamp=at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    for part in (made["session"], made["context"]["System"]):
        part["application"] = {"applicationId": skill_id}
    return made


def body(of: Mapping[str, Any]) -> bytes:
    return json.dumps(of, separators=(",", ":")).encode()


def signature(content: bytes, by: Issued) -> str:
    return base64.b64encode(by.key.sign(content, PKCS1v15(), SHA256())).decode()


def signed_headers(content: bytes, by: Issued, url: str = CHAIN_URL) -> dict[str, str]:
    return {
        "Content-Type": JSON,
        "SignatureCertChainUrl": url,
        "Signature-256": signature(content, by),
    }


@dataclass(frozen=True)
class Sent:
    """What arrives, and the chain behind the address it names."""

    content: bytes
    headers: dict[str, str]
    chain: bytes


def good(given: Authorities) -> Sent:
    content = body(envelope(given.now))
    return Sent(content, signed_headers(content, given.good_signer), given.good_chain)
