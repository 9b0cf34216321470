"""What every request to the page's server has to pass, and what every answer carries against other pages."""

import ipaddress
import socket
from typing import Final

from flask import Flask, Response, request
from werkzeug.exceptions import Forbidden, MisdirectedRequest

OWN_SITE: Final = {None, "none", "same-origin"}
"""Sec-Fetch-Site (Fetch Metadata Request Headers, section 2.3) where no other site had a hand in it."""

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " media-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nothing from elsewhere is loaded, nothing inline is run, and no other page may hold or read ours."""


def guard(app: Flask, host: str) -> None:
    """Let an application answer only to its own names and its own page.

    A page of another's that has its own name point here (DNS rebinding) is of our origin to the browser; but
    it asks by that name. An address in figures is nobody's but the machine's.

    Args:
        app: the application.
        host: the name or address that it listens on.
    """
    names = {"localhost", host.lower(), socket.gethostname().lower()}
    names |= {f"{name}.local" for name in names if "." not in name}

    @app.before_request
    def refuse_others() -> None:
        if not _is_ours(request.host, names):
            raise MisdirectedRequest
        if request.path != "/" and request.headers.get("Sec-Fetch-Site") not in OWN_SITE:
            raise Forbidden

    @app.after_request
    def close_in(response: Response) -> Response:
        response.headers.extend(HEADERS)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _is_ours(host: str, names: set[str]) -> bool:
    name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
    if name.lower() in names:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
