"""Values of several kinds as JSON-able data, each with the name of its kind, and back.

msgspec reads and writes the fields by the types they declare; a value that does not fit its type is none.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec

Kind = TypeVar("Kind")


class Kinds(Generic[Kind]):
    """The kinds of a value, dataclasses by name."""

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

    def __iter__(self) -> Any:
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
