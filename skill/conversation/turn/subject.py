"""What an answer was about, so that "when was that" and "save the Endorphin for it" are about it too."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from skill.value import Value


class SubjectKind(StrEnum):
    """What it is."""

    RUN = "run"
    RACE = "race"


class Subject(Value):
    """A run of the log, or a race to come.

    Attributes:
        kind: which of both.
        id: its id.
    """

    kind: SubjectKind
    id: str

    def body(self) -> dict[str, Any]:
        """The subject as JSON-able data."""
        return {"kind": str(self.kind), "id": self.id}

    @classmethod
    def read(cls, body: Any) -> Self | None:
        """The subject that JSON-able data tells of; None when it tells of none."""
        if not isinstance(body, Mapping):
            return None
        kind, id_ = body.get("kind"), body.get("id")
        if kind not in set(SubjectKind) or not isinstance(id_, str):
            return None
        return cls(SubjectKind(kind), id_)
