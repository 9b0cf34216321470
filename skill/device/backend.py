"""What a speaker sends its requests to: the skill in this process, or a service over HTTP."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import cache
from typing import Any

from skill.settings import Settings

TIMEOUT_SECONDS = 8.0
"""What Alexa waits for an answer (Amazon's documentation: about 8 s)."""


class BackendError(Exception):
    """The service did not answer; the message says what to do."""


class InProcess:
    """The skill in this process, on the path that a Lambda takes."""

    def __init__(self, settings: Settings) -> None:
        """Answer by the skill that these settings make."""
        self._settings = settings

    def __call__(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """Answer a request envelope."""
        from skill.alexa.entry import answer  # noqa: PLC0415 - the first words need not wait for it twice

        return answer(self._skill, request)

    @cache  # noqa: B019 - a speaker has one backend for its whole life
    def _skill(self) -> Any:
        from skill.alexa.skill import build_skill  # noqa: PLC0415 - as above

        return build_skill(self._settings.repository(), self._settings.skill_id)


class OverHttp:
    """A running service."""

    def __init__(self, url: str) -> None:
        """Send to this address; one without a path means the service's own endpoint, /alexa."""
        self.url = url if url.rstrip("/").count("/") > 2 else f"{url.rstrip('/')}/alexa"  # noqa: PLR2004 - scheme://

    def __call__(self, request: dict[str, Any]) -> Mapping[str, Any]:
        """Answer a request envelope.

        Raises:
            BackendError: the service is not there, refuses, or is too slow.
        """
        body = json.dumps(request).encode()
        headers = {"Content-Type": "application/json; charset=utf-8"}
        call = urllib.request.Request(self.url, body, headers)  # noqa: S310 - the user's own address
        try:
            with urllib.request.urlopen(call, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - as above
                response: Mapping[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            hint = "; a service that verifies requests answers Alexa alone: start it with --local"
            raise BackendError(f"{self.url} answered {error.code} {error.reason}{hint}") from error
        except (OSError, ValueError) as error:
            raise BackendError(f"{self.url} did not answer: {error}. Is the service running?") from error
        return response
