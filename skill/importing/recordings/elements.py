"""Reads XML as a stream, and refuses what no recording needs: a document type, and with it every entity."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from skill.importing.faults import DamagedError
from skill.importing.limits import LARGEST_ACTIVITY
from skill.importing.opening.item import Item

_PIECE: Final = 1 << 16
Path = tuple[str, ...]
"""The names of an element and of those around it, outermost first, without their namespaces."""


class Elements:
    """Calls back for each element that begins and ends.

    Attributes:
        begin: gets the path of an element and its attributes.
        end: gets the path of an element and the text in it, stripped.
    """

    def __init__(
        self, begin: Callable[[Path, Mapping[str, str]], None], end: Callable[[Path, str], None]
    ) -> None:
        self._begin = begin
        self._end = end
        self._path: Path = ()
        self._text: list[str] = []

    def read(self, item: Item) -> None:
        """Read it all.

        Raises:
            DamagedError: it is no XML, ends too early, or is made to harm.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._text.append
        fed = 0
        with item.open() as stream:
            piece = stream.read(_PIECE).lstrip()  # Strava puts blanks before the first line
            try:
                while piece:
                    fed += len(piece)
                    parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place
                    if fed - parser.CurrentByteIndex > LARGEST_ACTIVITY:
                        raise DamagedError("it has an element that is larger than any")
                    piece = stream.read(_PIECE)
                parser.Parse(b"", True)  # noqa: FBT003 - as above
            except (expat.ExpatError, ValueError, LookupError) as error:
                raise DamagedError("it is damaged or cut off; download it again") from error

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._path = (*self._path, name.rpartition(":")[2])
        self._text.clear()
        self._begin(self._path, attributes)

    def _on_end(self, _name: str) -> None:
        self._end(self._path, "".join(self._text).strip())
        self._text.clear()
        self._path = self._path[:-1]


def _refuse(*_declared: object) -> None:
    raise DamagedError("it declares a document type, which no recording does; download it again")
