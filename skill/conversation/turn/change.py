"""What a turn changes of a runner's data. A change is a value that knows its words and how it is taken back.

A new change is a `Value` beside its use case, with the lines `changes.<name>.ask` and
`changes.<name>.done`. What it takes to go back stands in its fields, which the profile keeps as JSON.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.tagged import Kinds, Tagged

if TYPE_CHECKING:  # a talk keeps changes
    from skill.conversation.turn.talk import Talk

_KINDS: "Kinds[Change]" = Kinds()


class Change(Tagged):
    """Something that was changed."""

    named_kinds = _KINDS

    @abstractmethod
    def stands(self, talk: "Talk") -> bool:
        """Whether there is still something to take back."""

    @abstractmethod
    def values(self, talk: "Talk") -> Mapping[str, str | int]:
        """The values of the change's lines, read before it is taken back."""

    @abstractmethod
    def take_back(self, talk: "Talk") -> Outcome:
        """Restore what was before, and say so."""

    def question(self, talk: "Talk") -> str:
        """What is asked before it is taken back."""
        return talk.line(f"changes.{self.line(talk)}.ask", **self.values(talk))

    def done(self, talk: "Talk") -> str:
        """What is said of it when it is taken back, by the values as they are at the call."""
        return talk.line(f"changes.{self.line(talk)}.done", **self.values(talk))

    def line(self, talk: "Talk") -> str:  # noqa: ARG002 - for changes of several kinds
        """The key of its lines below `changes`."""
        return self.name


def read_change(body: Any) -> Change | None:
    """The change that JSON-able data tells of; None when it tells of none that is known."""
    return _KINDS.read(body)


def change_kinds() -> Iterator[type[Change]]:
    """Every kind of change."""
    return (_KINDS[name] for name in _KINDS)
