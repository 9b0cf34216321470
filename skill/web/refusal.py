"""Why a request is refused: a closed list, so that no log line can carry the request's own words."""

from enum import StrEnum
from typing import Protocol


class Headers(Protocol):
    """What is asked of a request's headers; names in any case."""

    def get(self, key: str, /) -> str | None:
        """The header's value, None when it is missing."""


class Reason(StrEnum):
    """One reason each way of being wrong; the value is what the log says."""

    BODY_TOO_LARGE = "the body is too large"
    TOO_SLOW = "the request did not come in time"
    TOO_LATE = "the request waited longer than Alexa does"
    WEB_PAGE = "the request comes from a web page"
    NOT_JSON = "the content type is not application/json"
    OTHER_TYPE = "the content type is not the one that is asked for"
    NO_SIGNATURE = "the Signature-256 header is missing"
    NO_CHAIN_URL = "the SignatureCertChainUrl header is missing"
    BAD_CHAIN_URL = "the certificate chain's address is not one Amazon signs from"
    CHAIN_UNREACHABLE = "the certificate chain could not be fetched"
    CHAIN_MISSING = "the certificate chain is not there"
    CHAIN_TOO_LARGE = "the certificate chain is too large"
    CHAIN_UNREADABLE = "the certificate chain is no readable PEM"
    CHAIN_UNTRUSTED = "the certificate chain is not valid for Alexa"
    TOO_MANY_CHAINS = "too many unknown certificate chains were named at once"
    BAD_ENCODING = "the signature is not base64"
    BAD_SIGNATURE = "the signature is not of this body"
    NOT_AN_OBJECT = "the body is not a JSON object"
    BAD_TIMESTAMP = "the timestamp is missing or no time with a zone"
    STALE = "the timestamp is too far from now"
    OTHER_SKILL = "the request is for another skill"


class RefusedError(Exception):
    """The request is not one that Alexa sent to this skill.

    Attributes:
        reason: why; safe to log, for it holds nothing of the request.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
