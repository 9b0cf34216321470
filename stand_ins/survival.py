"""Whether the entry point survives a request: what it must not answer or log, whatever comes in."""

import json
import logging
from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill import CustomSkill

from skill.alexa.entry import answer
from skill.alexa.envelope import reduced
from skill.alexa.responses import LARGEST_RESPONSE
from skill.speech.phrasebook import lines_of
from stand_ins.mutation import SECRETS

APOLOGY = str(lines_of("en")["trouble.apology"]).partition(".")[0]
SECRET_PARTS = tuple(part for secret in SECRETS.values() for part in secret.split() if len(part) > 1)


class Lines(logging.Handler):
    """What is logged, as it would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.written.append(self.format(record))


def fault(skill: Callable[[], CustomSkill], event: Any, lines: Lines) -> str:
    """What is wrong with the answer to a request, or with what is logged for it; empty where nothing is.

    Args:
        skill: gives the skill.
        event: the request envelope as parsed JSON.
        lines: takes what the skill logs.
    """
    lines.written.clear()
    try:
        response = answer(skill, event)
        sent = json.dumps(response, allow_nan=False, ensure_ascii=False).encode()
    except Exception as error:  # noqa: BLE001 - that there is none is what is looked at
        return f"{type(error).__name__}: {error}"
    if response.get("version") != "1.0" or not isinstance(response.get("response"), dict):
        return f"no response: {sent[:200]!r}"
    if len(sent) >= LARGEST_RESPONSE:
        return f"a response of {len(sent)} bytes"
    logged = "\n".join(lines.written)
    secret = next((part for part in SECRET_PARTS if part.casefold() in logged.casefold()), "")
    if secret:
        return f"{secret} is logged: {logged}"
    nothing_asked = not reduced(event)["request"].get("type")
    if APOLOGY.encode() in sent and not nothing_asked:
        return f"an apology: {logged}"
    return ""
