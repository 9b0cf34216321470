"""A question about what was told, kept where the session ended before it was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

KEPT_FOR: Final = timedelta(days=1)
"""Later nobody remembers what was told."""


@dataclass(frozen=True, slots=True)
class QuestionLeft:
    """A question that was left open.

    Attributes:
        question: it, as JSON-able data.
        at: when it was left, aware, UTC.
        asked: whether it was asked once more since: more would be nagging.
    """

    question: Mapping[str, Any]
    at: datetime
    asked: bool = False
