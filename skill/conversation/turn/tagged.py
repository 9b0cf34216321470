"""Values of several kinds as JSON-able data, each with the name of its kind, and back.

msgspec reads and writes the fields by the types they declare; a value that does not fit its type is none.
"""

from abc import ABCMeta
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from skill.value import Value

Kind = TypeVar("Kind")


class Kinds(Generic[Kind]):
    """The kinds of a value, classes by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, type[Kind]] = {}

    def add(self, name: str, kind: type[Kind]) -> None:
        """Make a kind known.

        Raises:
            TypeError: the name is another kind's.
        """
        known = self._by_name.setdefault(name, kind)
        if known.__qualname__ != kind.__qualname__:
            raise TypeError(f"{name} is the name of {known.__qualname__} and of {kind.__qualname__}")

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._by_name)

    def __getitem__(self, name: str) -> type[Kind]:
        """The kind of that name."""
        return self._by_name[name]

    def body(self, name: str, value: Kind) -> dict[str, Any]:
        """The value as JSON-able data."""
        return {"is": name, **msgspec.to_builtins(value)}

    def read(self, body: Any) -> Kind | None:
        """The value that the data tells of; None for data of an unknown kind, or that does not fit it."""
        kind = self._by_name.get(str(body.get("is"))) if isinstance(body, Mapping) else None
        if kind is None:
            return None
        try:
            return msgspec.convert(dict(body), kind)
        except (msgspec.ValidationError, UnicodeEncodeError):  # the latter for half a character in a number
            return None


class TaggedKind(msgspec.StructMeta, ABCMeta):
    """Makes the kinds of tagged values; a kind's statement names it, as in `(Question, name="log-runs")`."""

    def __new__(
        mcls,
        kind: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        /,
        *,
        name: str = "",
        **options: Any,
    ) -> Any:
        """Make the class, and have it known where it has a name."""
        made: Any = super().__new__(mcls, kind, bases, namespace, **options)
        if name:
            made.make_known(name)
        return made


class Tagged(Value, metaclass=TaggedKind):
    """A value of several kinds.

    Attributes:
        name: the name of its kind; a kind without one is for others to build on.
        named_kinds: all that have a name.
    """

    name: ClassVar[str] = ""
    named_kinds: ClassVar[Kinds[Any]]

    @classmethod
    def make_known(cls, name: str) -> None:
        """Make the kind known by its name.

        Raises:
            TypeError: the name is another kind's.
        """
        cls.name = name
        cls.named_kinds.add(name, cls)

    def body(self) -> dict[str, Any]:
        """The value as JSON-able data."""
        return self.named_kinds.body(self.name, self)
