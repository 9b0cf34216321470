"""What tells a web page's request from Alexa's, or the speaker's.

A page of anybody's, open in a browser on this machine, may send a POST to the service here: simple requests
are sent unasked, and only the answer is kept from the page (Fetch Standard, "CORS protocol"). But it cannot
send JSON so, nor keep the browser from saying where it comes from.
"""

from skill.web.refusal import Headers, Reason, RefusedError

JSON = "application/json"
"""What Alexa sends, with a charset ("Request and Response JSON Reference", HTTP header)."""
_OWN_SITES = {None, "none", "same-origin"}
"""Sec-Fetch-Site (Fetch Metadata Request Headers, section 2.3) where no other site had a hand in it."""


def refuse_web_pages(headers: Headers, media_type: str, own_origin: str, wanted: str = JSON) -> None:
    """Return when no web page of another's sent the request, nor could have.

    Args:
        headers: the request's.
        media_type: of the request's body, in lower case, without its parameters.
        own_origin: what an Origin header would say of the service itself, "http://127.0.0.1:8080".
        wanted: the media type that the body must be of; one that no simple request can have.

    Raises:
        RefusedError: one did, or could have.
    """
    if headers.get("Origin") not in {None, own_origin} or headers.get("Sec-Fetch-Site") not in _OWN_SITES:
        raise RefusedError(Reason.WEB_PAGE)
    if media_type != wanted:
        raise RefusedError(Reason.NOT_JSON if wanted == JSON else Reason.OTHER_TYPE)
