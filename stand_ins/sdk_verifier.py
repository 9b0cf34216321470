"""The SDK's own verifier, made to import and to trust the tests' root: a thing for tests only."""

import importlib
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any
from unittest import mock

from ask_sdk_core.skill_builder import CustomSkillBuilder
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning

from stand_ins.authority import SKILL_ID, Authorities

OSCRYPTO_PATTERN = r"\b(\d\.\d\.\d[a-z]*)\b"
"""oscrypto 1.3.0's for OpenSSL's version; it finds nothing in 3.0.19 (wbond/oscrypto issue 78)."""


@contextmanager
def _readable_openssl_version() -> Iterator[None]:
    search = re.search

    def searched(pattern: Any, string: str, flags: int = 0) -> re.Match[str] | None:
        return search(r"\b(\d+\.\d+\.\d+)\b" if pattern == OSCRYPTO_PATTERN else pattern, string, flags)

    with mock.patch.object(re, "search", searched):
        yield


def sdk_verifier_module() -> Any:
    """`ask_sdk_webservice_support.verifier`, imported in spite of the pattern."""
    with _readable_openssl_version():
        return importlib.import_module("ask_sdk_webservice_support.verifier")


@contextmanager
def sdk_handler(
    given: Authorities, chain: Callable[[], bytes], skill: Any = None
) -> Iterator[Callable[[Mapping[str, str], str], Any]]:
    """The SDK's web service handler around the skill, or a hello world, verifying as it ships.

    What is changed: it trusts the tests' root beside the system's, and a chain comes from the caller
    in place of the network.
    """
    verifier = sdk_verifier_module()
    certvalidator = importlib.import_module("certvalidator")
    webservice = importlib.import_module("ask_sdk_webservice_support.webservice_handler")
    root = given.root.certificate.public_bytes(Encoding.DER)

    def validator(leaf: bytes, intermediates: list[bytes]) -> Any:
        trust = certvalidator.ValidationContext(extra_trust_roots=[root])
        return certvalidator.CertificateValidator(leaf, intermediates, trust)

    def fetched(_url: str) -> Any:
        return closing(BytesIO(chain()))

    with (
        mock.patch.object(verifier, "CertificateValidator", validator),
        mock.patch.object(verifier, "urlopen", fetched),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)  # it reads naive dates
        warnings.simplefilter("ignore", DeprecationWarning)  # and asks for utcnow
        yield webservice.WebserviceSkillHandler(skill or hello_world()).verify_request_and_dispatch


def hello_world() -> Any:
    """The smallest skill the SDK builds that answers every request."""
    builder: Any = CustomSkillBuilder()
    builder.skill_id = SKILL_ID

    @builder.request_handler(can_handle_func=lambda _given: True)  # type: ignore[untyped-decorator]  # the SDK types none
    def hello(given: Any) -> Any:
        return given.response_builder.speak("Hello.").response

    return builder.create()
