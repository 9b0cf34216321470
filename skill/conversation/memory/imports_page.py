"""What is remembered of imports, as a page of the notebook, and back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Final, NotRequired, TypedDict

from msgspec import Meta, convert

from skill.conversation.memory.reading import SCHEMA, Body, Count, Moment, reads
from skill.importing.found import FoundPair
from skill.value import Value, field, replace

IMPORTS: Final = "imports"
"""The name of the page."""
UNDONE_AT_MOST: Final = 10
"""So many imports can be taken back, the newest first; what older ones brought stays."""


class PairVersion(Value):
    """What a source told of a pair.

    Attributes:
        told: its name, brand and so on.
        brought_by: the number of the import.
    """

    told: FoundPair
    brought_by: int


class KnownPair(Value):
    """Which of the runner's pairs a source's pair is.

    Attributes:
        shoe: its id, also when the runner has deleted it since; None for none of the runner's.
        versions: what the source told, the newest first; at least one.
        made: whether the pair was made from what the source tells.
    """

    shoe: str | None
    versions: tuple[PairVersion, ...]
    made: bool = False


class Import(Value):
    """One import.

    Attributes:
        number: from 1, each greater than those before.
        at: when it was begun, aware, UTC.
        finished: whether all that it was to bring is in.
    """

    number: int
    at: datetime
    finished: bool = True


class ServiceTold(Value):
    """What is remembered of asking a service.

    Attributes:
        answered: when it answered last, aware, UTC; None where it never has.
        not_before: before this it need not be asked again by itself, aware, UTC; None for no such time.
        refused: whether the runner has been told that it does not let itself be asked any more.
    """

    answered: datetime | None = None
    not_before: datetime | None = None
    refused: bool = False


class ImportsTold(Value):
    """What the page tells.

    Attributes:
        pairs: the sources' pairs by their keys.
        imports: those that can be taken back, the newest first.
        latest: the number of the newest import that ever was; 0 for none.
        undoing: the number of the import that is being taken back; None for none.
        services: what is remembered of asking each service, by its name.
    """

    pairs: Mapping[str, KnownPair] = field(default_factory=dict)
    imports: tuple[Import, ...] = ()
    latest: int = 0
    undoing: int | None = None
    services: Mapping[str, ServiceTold] = field(default_factory=dict)

    @property
    def oldest(self) -> int:
        """The number of the oldest import that can be taken back."""
        return self.imports[-1].number if self.imports else self.latest + 1

    def shoe_of(self, key: str) -> str | None:
        """The id of the pair with this key; None where it is none of the runner's, or not known."""
        known = self.pairs.get(key)
        return known.shoe if known else None

    def with_service(self, name: str, told: ServiceTold) -> "ImportsTold":
        """With what is remembered of a service now."""
        return replace(self, services={**self.services, name: told})

    def with_import(self, one: Import) -> "ImportsTold":
        """With a new import, or one that is known as it is now."""
        others = tuple(other for other in self.imports if other.number != one.number)
        return replace(
            self, imports=(one, *others)[:UNDONE_AT_MOST], latest=max(self.latest, one.number), undoing=None
        )


class _PairVersionBody(TypedDict, total=False):
    name: str
    brand: str
    model: str
    begun: date
    retired: date
    life_metres: Count
    brought_by: Count


class _KnownPairBody(TypedDict):
    shoe: str | None
    versions: Annotated[list[_PairVersionBody], Meta(min_length=1)]
    made: NotRequired[bool]


class _ImportBody(TypedDict):
    number: Annotated[int, Meta(ge=1)]
    at: Moment
    finished: bool


class _ServiceBody(TypedDict):
    answered: Moment | None
    not_before: Moment | None
    refused: bool


class _ImportsBody(TypedDict):
    pairs: dict[str, _KnownPairBody]
    imports: list[_ImportBody]
    latest: Count
    undoing: int | None
    services: NotRequired[dict[str, _ServiceBody]]


def imports_page(told: ImportsTold) -> dict[str, Any]:
    """What is remembered of imports as JSON-able data."""
    return {
        "schema": SCHEMA,
        "pairs": {key: _known_pair_body(known) for key, known in told.pairs.items()},
        "imports": [
            {"number": one.number, "at": one.at.isoformat(), "finished": one.finished} for one in told.imports
        ],
        "latest": told.latest,
        "undoing": told.undoing,
        "services": {name: _service_body(one) for name, one in told.services.items()},
    }


@reads
def imports_of(body: Body) -> ImportsTold:
    """What a page tells; an empty one tells nothing.

    Raises:
        UnreadableError: the page is not as this version writes it.
    """
    if not body:
        return ImportsTold()
    told = convert(body, _ImportsBody)
    return ImportsTold(
        pairs={key: _known_pair_of(key, pair) for key, pair in told["pairs"].items()},
        imports=tuple(Import(**one) for one in told["imports"]),
        latest=told["latest"],
        undoing=told["undoing"],
        services={name: ServiceTold(**one) for name, one in told.get("services", {}).items()},
    )


def _service_body(told: ServiceTold) -> dict[str, Any]:
    return {
        "answered": told.answered and told.answered.isoformat(),
        "not_before": told.not_before and told.not_before.isoformat(),
        "refused": told.refused,
    }


def _known_pair_body(known: KnownPair) -> dict[str, Any]:
    return {
        "shoe": known.shoe,
        "versions": [_version_body(version) for version in known.versions],
        **({"made": True} if known.made else {}),
    }


def _version_body(version: PairVersion) -> dict[str, Any]:
    told = version.told
    body = {
        "name": told.name,
        "brand": told.brand,
        "model": told.model,
        "begun": told.begun and told.begun.isoformat(),
        "retired": told.retired and told.retired.isoformat(),
        "life_metres": told.life_metres,
        "brought_by": version.brought_by,
    }
    return {name: value for name, value in body.items() if value}


def _known_pair_of(key: str, body: _KnownPairBody) -> KnownPair:
    versions = tuple(_version_of(key, version) for version in body["versions"])
    return KnownPair(body["shoe"], versions, body.get("made", False))


def _version_of(key: str, body: _PairVersionBody) -> PairVersion:
    told: Mapping[str, Any] = {name: value for name, value in body.items() if name != "brought_by"}
    return PairVersion(FoundPair(key, **told), body.get("brought_by", 0))
