"""One way to ask Strava anything: JSON comes back within a time and a size, or a `StravaError` does.

urllib3's time-outs are for one step (connecting, a read), so that an answer that drips would be read for
ever; here all that is asked over a connection ends by one deadline. What no socket's time-out ends, the
look-up of a name, is for whoever waits (`in_time.py`).
"""

import json
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final, Self
from urllib.parse import urlencode

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from skill.strava.faults import StravaError, fault_of

LARGEST_ANSWER: Final = 8_000_000
"""Bytes. A page of 200 activities is some 400 KB, a tenth of it in the lines of their maps."""
_PIECE: Final = 64 * 1024


class Connection:
    """Connections to Strava that are used again, for all the questions of one asking; a context manager.

    Args:
        seconds: how long all of them may take together, from now.
    """

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._pool = PoolManager(num_pools=2, maxsize=1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.clear()

    def get(self, url: str, token: str, query: Mapping[str, str | int] | None = None) -> Any:
        """The JSON of an address, in the runner's name.

        Args:
            url: without a query.
            token: the runner's access token; it is sent to that address alone, in a header.
            query: what is asked.

        Raises:
            StravaError: no such answer came.
        """
        asked = f"{url}?{urlencode(query)}" if query else url
        return self._ask("GET", asked, {"Authorization": f"Bearer {token}"}, None)

    def post(self, url: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Any:
        """The JSON that a form is answered with.

        Args:
            url: where it goes.
            form: what it holds.
            headers: more than what a form needs.

        Raises:
            StravaError: no such answer came.
        """
        sent = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._ask("POST", url, sent, urlencode(form).encode())

    def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Any:
        seconds = self._ends - time.monotonic()
        if seconds <= 0:
            raise StravaError("late")
        # Uncompressed, an answer's size is what it seems. Nothing is tried again: an application may ask a
        # hundred times in a quarter of an hour.
        sent = {"Accept": "application/json", "Accept-Encoding": "identity", **headers}
        try:
            response = self._pool.request(
                method,
                url,
                headers=sent,
                body=body,
                timeout=Timeout(total=seconds),
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                text = self._read(response)
            except StravaError:
                response.close()
                raise
            response.release_conn()
        except (HTTPError, OSError, ValueError) as error:
            raise StravaError("late" if time.monotonic() >= self._ends else "silent") from error
        return _answer(response.status, text)

    def _read(self, response: BaseHTTPResponse) -> bytes:
        text = b""
        while piece := response.read1(_PIECE):
            text += piece
            if len(text) > LARGEST_ANSWER:
                raise StravaError("endless")
            if time.monotonic() > self._ends:
                raise StravaError("late")
        return text


def _answer(status: int, text: bytes) -> Any:
    try:
        body = json.loads(text) if text else None
    except (ValueError, RecursionError):
        if status == HTTPStatus.OK:
            raise StravaError("garbage") from None
        body = None
    if status != HTTPStatus.OK:
        raise fault_of(status, body)
    return body
