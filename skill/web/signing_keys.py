"""Alexa's public key behind a chain's path: fetched, validated once, kept until the chain expires."""

import re
import threading
import warnings
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import certifi
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import Certificate, DNSName, load_pem_x509_certificate, load_pem_x509_certificates
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.chain_source import FETCH_SECONDS, FetchChain
from skill.web.refusal import Reason, RefusedError

SIGNER = DNSName("echo-api.amazon.com")
"""The name the signing certificate must carry (Amazon, "Host a custom skill as a web service")."""
KEPT_KEYS = 8
"""Amazon signs with one certificate at a time, two while it changes over."""
WAIT_SECONDS = FETCH_SECONDS + 1
_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key and the times between which its whole chain is valid, both aware, UTC."""

    key: RSAPublicKey
    valid_from: datetime
    valid_until: datetime


class SigningKeys:
    """The keys of validated chains, the least recently used dropped first; safe to share by threads.

    Only a chain that validated takes a place, so nobody can crowd Amazon's out with rubbish.

    Args:
        roots: what a chain must lead to.
        fetch: brings a chain's PEM.
        kept: how many keys are kept at most.
    """

    def __init__(self, roots: Store, fetch: FetchChain, kept: int = KEPT_KEYS) -> None:
        self._roots = roots
        self._fetch = fetch
        self._kept = kept
        self._keys: OrderedDict[str, SigningKey] = OrderedDict()
        self._keys_lock = threading.Lock()
        self._fetch_lock = threading.Lock()

    def key(self, path: str, now: datetime) -> RSAPublicKey:
        """The key that signs requests naming this path.

        Args:
            path: the chain's path, normalised.
            now: aware; the chain must be valid then.

        Raises:
            RefusedError: the chain cannot be had, read or trusted.
        """
        known = self._known(path, now)
        if known:
            return known
        # One fetch at a time: a burst of turns after a change of certificate validates it once, and
        # strangers' requests cannot make the service open many connections.
        if not self._fetch_lock.acquire(timeout=WAIT_SECONDS):
            raise RefusedError(Reason.CHAIN_UNREACHABLE)
        try:
            return self._known(path, now) or self._learn(path, now)
        finally:
            self._fetch_lock.release()

    def _known(self, path: str, now: datetime) -> RSAPublicKey | None:
        with self._keys_lock:
            found = self._keys.get(path)
            if found is None:
                return None
            if not found.valid_from <= now <= found.valid_until:
                del self._keys[path]
                return None
            self._keys.move_to_end(path)
            return found.key

    def _learn(self, path: str, now: datetime) -> RSAPublicKey:
        learned = validated_key(self._fetch(path), self._roots, now)
        with self._keys_lock:
            self._keys[path] = learned
            while len(self._keys) > self._kept:
                self._keys.popitem(last=False)
        return learned.key


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
