"""The runs as entries of the log, and back."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Final, NotRequired, TypedDict

from msgspec import Meta, convert

from skill.conversation.memory.reading import SCHEMA, Body, Moment, reads
from skill.shoes.limits import LONGEST_RUN
from skill.shoes.run import Felt, RecentRuns, Run, RunKind
from skill.shoes.sources import UNSPOKEN, Sources, Spoken, Version
from skill.storage.repository import LATEST_ENTRIES, Entry, Notebook, Unreadable, UnreadableError

RUN: Final = "run"
"""What marks an entry of the log as a run."""
DELETED_RUN: Final = "deleted-run"
"""What marks an entry as a run that came in and was deleted by voice: it does not come again."""
NO_RUN: Final = "no-run"
"""What marks an entry as something that came in and is no run, as the runner said when asked."""
_Metres = Annotated[int, Meta(ge=1, le=LONGEST_RUN)]
_KINDS: dict[Any, RunKind] = {str(kind): kind for kind in RunKind}
_FELT: dict[Any, Felt] = {str(felt): felt for felt in Felt}


class _VersionBody(TypedDict):
    start: datetime
    at: NotRequired[Moment]
    day: date
    metres: Annotated[float, Meta(gt=0, le=LONGEST_RUN)]
    measure: int
    pairs: NotRequired[list[str]]
    brought_by: int


class _SpokenBody(TypedDict, total=False):
    at: Moment
    day: date
    metres: _Metres
    shoe: str
    corrected: bool


class _RunBody(TypedDict):
    day: date
    metres: _Metres
    shoe: str | None
    seconds: NotRequired[Annotated[int, Meta(ge=1)]]
    sources: NotRequired[dict[str, Annotated[list[_VersionBody], Meta(min_length=1)]]]
    spoken: NotRequired[_SpokenBody]


def entry_of(run: Run, what: str = RUN) -> Entry:
    """The run as an entry of the log.

    Args:
        run: the run.
        what: `RUN`, or what marks it as one that counts nowhere.
    """
    body = {
        "schema": SCHEMA,
        "is": what,
        "day": run.day.isoformat(),
        "metres": run.metres,
        "shoe": run.shoe,
        "kind": run.kind,
        **({"felt": run.felt} if run.felt else {}),
        **({"seconds": run.seconds} if run.seconds else {}),
        **({"sources": _sources_body(run.sources)} if run.sources else {}),
        **({"spoken": _spoken_body(run.spoken)} if run.spoken != UNSPOKEN else {}),
    }
    return Entry(run.id, run.at, body)


def run_of(entry: Entry) -> Run | None:
    """The run that an entry tells of; None when it tells of something else, or of a run that counts nowhere.

    Raises:
        UnreadableError: it tells of a run, but not as this version writes it.
    """
    return read_run(entry) if entry.body.get("is") == RUN else None


def read_run(entry: Entry) -> Run:
    """The run that an entry tells of, whether it counts or not.

    Raises:
        UnreadableError: it tells of none as this version writes it.
    """
    return _run_of(entry.body, entry)


def runs_of(entries: Iterable[Entry], also: Collection[str] = ()) -> tuple[list[Run], list[Unreadable]]:
    """The runs that entries tell of, in their order, and those that cannot be read.

    Args:
        entries: of the log.
        also: the marks of those that count nowhere and are wanted too.
    """
    runs: list[Run] = []
    unreadable: list[Unreadable] = []
    for entry in entries:
        try:
            run = read_run(entry) if entry.body.get("is") in also else run_of(entry)
        except UnreadableError as error:
            unreadable.append(Unreadable(f"{entry.at.isoformat()} {entry.identity}", str(error)))
        else:
            runs += [run] if run else []
    return runs, unreadable


def recent_runs_of(notebook: Notebook) -> tuple[RecentRuns, list[Unreadable]]:
    """The newest runs in a notebook, and those that cannot be read."""
    runs, unreadable = runs_of(notebook.entries)
    return RecentRuns(runs, complete_since(notebook)), unreadable


def complete_since(notebook: Notebook) -> datetime | None:
    """Since when every entry of the log is among a notebook's; None when they are all there are."""
    return notebook.entries[-1].at if len(notebook.entries) >= LATEST_ENTRIES else None


@reads
def _run_of(body: Body, entry: Entry) -> Run:
    told = convert(body, _RunBody)
    kind = _KINDS.get(body.get("kind"))
    sources = {
        id_: tuple(_version_of(version) for version in versions)
        for id_, versions in told.get("sources", {}).items()
    }
    spoken = Spoken(**told["spoken"]) if "spoken" in told else UNSPOKEN
    return Run(
        entry.identity,
        entry.at,
        told["day"],
        told["metres"],
        told["shoe"],
        kind,
        sources,
        spoken,
        told.get("seconds"),
        _FELT.get(body.get("felt")),
    )


def _sources_body(sources: Sources) -> dict[str, Any]:
    return {id_: [_version_body(version) for version in versions] for id_, versions in sources.items()}


def _version_body(version: Version) -> dict[str, Any]:
    return {
        "start": version.start.isoformat(),
        **({"at": version.at.isoformat()} if version.is_local else {}),
        "day": version.day.isoformat(),
        "metres": version.metres,
        "measure": version.measure,
        **({"pairs": list(version.pairs)} if version.pairs else {}),
        "brought_by": version.brought_by,
    }


def _version_of(told: _VersionBody) -> Version:
    return Version(
        told["start"],
        told.get("at", told["start"]),
        told["day"],
        told["metres"],
        told["measure"],
        tuple(told.get("pairs", ())),
        told["brought_by"],
    )


def _spoken_body(spoken: Spoken) -> Mapping[str, Any]:
    body = {
        "at": spoken.at and spoken.at.isoformat(),
        "day": spoken.day and spoken.day.isoformat(),
        "metres": spoken.metres,
        "shoe": spoken.shoe,
        "corrected": spoken.corrected,
    }
    return {name: value for name, value in body.items() if value}
