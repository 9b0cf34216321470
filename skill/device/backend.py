"""What a speaker sends its requests to: the skill in this process, or a service over HTTP."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from skill.settings import Settings
from skill.storage.repository import Repository

TIMEOUT_SECONDS = 8.0
"""What Alexa waits for an answer (Amazon's documentation: about 8 s)."""


Skill = Callable[[dict[str, Any]], Mapping[str, Any]]
"""Answers a request envelope with a response envelope."""


class BackendError(Exception):
    """The service did not answer; the message says what to do."""


def in_process(settings: Settings) -> Skill:
    """The skill that these settings make, in this process, on the path that a Lambda takes.

    Raises:
        SettingsError: the settings lack what is needed.
    """
    return on_store(settings.repository(), settings)


def on_store(repository: Repository, settings: Settings) -> Skill:
    """The skill on a store, in this process; the settings say where Strava is."""

    @cache
    def skill() -> Any:
        from skill.alexa.skill import build_skill  # noqa: PLC0415 - what is heard first need not wait for it

        return build_skill(repository, account=settings.strava_account())

    def answered(request: dict[str, Any]) -> Mapping[str, Any]:
        from skill.alexa.entry import answer  # noqa: PLC0415 - as above

        return answer(skill, request)

    return answered


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
