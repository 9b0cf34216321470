"""The roots that a chain may lead to."""

import re
import warnings
from pathlib import Path

import certifi
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import Certificate, load_pem_x509_certificate
from cryptography.x509.verification import Store

_CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


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
