"""A question about what was told, kept where the session ended before it was answered."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from skill.value import Value

KEPT_FOR: Final = timedelta(days=1)
"""Later nobody remembers what was told."""


class QuestionLeft(Value):
    """A question that was left open.

    Attributes:
        question: it, as JSON-able data.
        at: when it was left, aware, UTC.
        asked: whether it was asked once more since: more would be nagging.
    """

    question: Mapping[str, Any]
    at: datetime
    asked: bool = False
