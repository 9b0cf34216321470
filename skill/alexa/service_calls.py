"""How the SDK's service clients call: within a time and a size, and with JSON as it is in and out.

Left to itself the SDK waits for ever, and its models refuse a whole answer for one value that they do not
list; those of reminders read none at all, for they name a module that is not there (`alert_info_spoken_info`,
in ask-sdk-model 1.82.0). So of an answer is kept what is read of it, as of a request (`envelope.py`).
"""

import json
import time
from contextlib import closing
from http.client import HTTPException
from typing import Any, Final
from urllib.parse import urlsplit

from ask_sdk_model.services.api_client import ApiClient
from ask_sdk_model.services.api_client_request import ApiClientRequest
from ask_sdk_model.services.api_client_response import ApiClientResponse
from ask_sdk_model.services.serializer import Serializer

from skill.alexa.envelope import Shape, part_of
from skill.alexa.service_connection import connection_to

LARGEST_ANSWER: Final = 1_000_000
"""Bytes; 250 reminders, the most that one device is said to keep, are some 150 KB."""


class TimedApiClient(ApiClient):
    """Carries out the calls of one turn, each over a connection of its own: nothing is left open behind it.

    Args:
        endpoint: the request's apiEndpoint.
        seconds: how long all of them may take together, from now; the look-up of the host's name, which no
            socket's time-out ends, is for whoever waits.
    """

    def __init__(self, endpoint: str, seconds: float) -> None:
        self._endpoint = endpoint
        self._ends = time.monotonic() + seconds

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Send a request.

        Raises:
            OSError, HTTPException, ValueError: nothing came, or nothing in time, or without an end.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("there is no time left in this turn")
        connection = connection_to(self._endpoint, left)
        if connection is None:
            raise ValueError("the endpoint is not Amazon's")
        given: Any = request
        sent = None if given.body is None else json.dumps(given.body).encode()
        headers = {**dict(given.headers), "Accept": "application/json", "Connection": "close"}
        with closing(connection):
            connection.request(given.method, urlsplit(given.url).path, sent, headers)
            response = connection.getresponse()
            body = response.read(LARGEST_ANSWER + 1)
        if len(body) > LARGEST_ANSWER:
            raise HTTPException("the answer does not end")
        return ApiClientResponse(headers=[], body=body.decode(errors="replace"), status_code=response.status)


class PlainJson(Serializer):
    """Reads answers as JSON, and leaves what is sent as it is.

    Args:
        shape: what is read of an answer.
    """

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def serialize(self, obj: Any) -> Any:
        """What is sent, which is JSON-able."""
        return obj

    def deserialize(self, payload: Any, obj_type: Any) -> Any:  # noqa: ARG002 - the SDK's model, see above
        """The parts of an answer that are read; none of one that is empty.

        Raises:
            ValueError: it is no JSON.
        """
        return part_of(json.loads(payload) if payload else {}, self._shape)
