"""What a certificate chain must be so that its key is Alexa's."""

import re
import warnings
from datetime import UTC, datetime
from pathlib import Path

import certifi
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import Certificate, DNSName, load_pem_x509_certificate, load_pem_x509_certificates
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.value import Value
from skill.web.refusal import Reason, RefusedError

SIGNER = DNSName("echo-api.amazon.com")
"""The name the signing certificate must carry (Amazon, "Host a custom skill as a web service")."""
_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


class SigningKey(Value):
    """A key and the times between which its whole chain is valid, both aware, UTC."""

    key: RSAPublicKey
    valid_from: datetime
    valid_until: datetime


def validated_key(pem: bytes, roots: Store, now: datetime) -> SigningKey:
    """The key of a chain that is valid for Alexa: signatures, dates, names, usages, up to a root.

    Args:
        pem: the signing certificate first, then its intermediates.
        roots: what the chain must lead to.
        now: aware; the time at which it must be valid.

    Raises:
        RefusedError: it is unreadable or not valid.
    """
    try:
        leaf, *intermediates = load_pem_x509_certificates(pem)
    except ValueError as error:
        raise RefusedError(Reason.CHAIN_UNREADABLE) from error
    try:
        policy = PolicyBuilder().store(roots).time(now.astimezone(UTC).replace(tzinfo=None))
        chain = policy.build_server_verifier(SIGNER).verify(leaf, intermediates)
        key = leaf.public_key()
    except (VerificationError, UnsupportedAlgorithm, ValueError) as error:
        raise RefusedError(Reason.CHAIN_UNTRUSTED) from error
    if not isinstance(key, RSAPublicKey):
        raise RefusedError(Reason.CHAIN_UNTRUSTED)
    return SigningKey(
        key=key,
        valid_from=max(certificate.not_valid_before_utc for certificate in chain),
        valid_until=min(certificate.not_valid_after_utc for certificate in chain),
    )


def public_roots() -> Store:
    """Mozilla's roots as certifi ships them.

    Each is read by itself: one old root breaks RFC 5280 in its serial number, and cryptography announces
    that it will refuse such a one, which must not cost us the others.
    """
    pem = Path(certifi.where()).read_bytes()
    return Store([root for found in _CERTIFICATE.finditer(pem) if (root := _readable(found.group()))])


def _readable(pem: bytes) -> Certificate | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        try:
            return load_pem_x509_certificate(pem)
        except ValueError:
            return None
