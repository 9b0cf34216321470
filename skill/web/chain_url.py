"""Where a certificate chain may come from.

The rules are Amazon's ("Host a custom skill as a web service", section on the certificate's URL):
normalise the address (dot segments, doubled slashes, fragment), then scheme https and host
s3.amazonaws.com in any case, a path that begins with /echo.api/ exactly so, and port 443 or none.
"""

import re
from urllib.parse import urlsplit

from skill.web.refusal import Reason, RefusedError

CHAIN_HOST = "s3.amazonaws.com"
CHAIN_PORT = 443
CHAIN_FOLDER = "echo.api"
URL_LENGTH = 512
"""Amazon's are under 80 characters; a longer one is refused before it is taken apart."""

_PLAIN_NAME = re.compile(r"[A-Za-z0-9._~-]+")


def chain_path(url: str) -> str:
    """The normalised path on `CHAIN_HOST` that the address stands for.

    Stricter than the rules in what no address of Amazon's has: user information, a query, and
    percent-encoding or backslashes, which another reader of the path could decode into dot segments.

    Args:
        url: the SignatureCertChainUrl header as it came.

    Returns:
        the path, for example "/echo.api/echo-api-cert-12.pem".

    Raises:
        RefusedError: the chain may not be fetched from there.
    """
    if len(url) > URL_LENGTH or not url.isascii() or not url.isprintable() or " " in url:
        raise RefusedError(Reason.BAD_CHAIN_URL)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(Reason.BAD_CHAIN_URL) from error
    if (
        parts.scheme != "https"
        or parts.hostname != CHAIN_HOST
        or port not in {None, CHAIN_PORT}
        or "@" in parts.netloc
        or parts.query
    ):
        raise RefusedError(Reason.BAD_CHAIN_URL)
    segments = _without_dots(parts.path)
    if len(segments) < 2 or segments[0] != CHAIN_FOLDER or not all(map(_PLAIN_NAME.fullmatch, segments)):  # noqa: PLR2004 - a folder and a file
        raise RefusedError(Reason.BAD_CHAIN_URL)
    return "/" + "/".join(segments)


def _without_dots(path: str) -> list[str]:
    """The path's segments after RFC 3986 section 5.2.4, with empty ones dropped."""
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in {"", "."}:
            segments.append(segment)
    return segments
