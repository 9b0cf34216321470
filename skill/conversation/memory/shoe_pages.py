"""The shoes as a page of the notebook and the runs as entries of its log, and back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import takewhile
from typing import Any

from msgspec import convert, to_builtins

from skill.conversation.memory.digest import digested
from skill.conversation.memory.local_settings import DeviceAnswer, LocalSettings
from skill.shoes.distance import Unit
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RecentRuns, Run, RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.wear import Tally, Wear, months_from
from skill.storage.record import microseconds, moment
from skill.storage.repository import LATEST_ENTRIES, Body, Entry, Notebook

SCHEMA = 1
SHOES = "shoes"
"""The name of the page."""
RUN = "run"
"""What marks an entry of the log as a run."""
_KINDS: dict[Any, RunKind] = {str(kind): kind for kind in RunKind}
_UNITS: dict[Any, Unit] = {str(unit): unit for unit in Unit}


def shoes_page(rotation: Rotation, local: LocalSettings, pair_asked_for: str | None = None) -> dict[str, Any]:
    """The shoes, the units and what the devices answered as JSON-able data."""
    return {
        "schema": SCHEMA,
        "shoes": [_shoe_body(shoe) for shoe in rotation.shoes],
        "rest": to_builtins(rotation.rest),
        "unknown": _wear_body(rotation.unknown),
        "former": _wear_body(rotation.former),
        "unit": local.unit,
        "heard_unit": local.heard_unit,
        "places": to_builtins(local.devices),
        "asked_about": pair_asked_for,
    }


def rotation_of(body: Body) -> Rotation:
    """The rotation that a page tells of."""
    return Rotation(
        shoes=tuple(_shoe_of(shoe) for shoe in body.get("shoes", ())),
        rest=convert(body.get("rest", {}), Rest),
        unknown=_wear_of(body.get("unknown", {})),
        former=_wear_of(body.get("former", {})),
    )


def local_settings_of(body: Body) -> LocalSettings:
    """The units and the devices' answers that a page tells of."""
    return LocalSettings(
        unit=_unit(body.get("unit")),
        heard_unit=_unit(body.get("heard_unit")),
        devices={
            digested(device): DeviceAnswer(
                answer.get("zone"), _unit(answer.get("unit")), datetime.fromisoformat(answer["asked_at"])
            )
            for device, answer in body.get("places", {}).items()
        },
    )


def entry_of(run: Run) -> Entry:
    """The run as an entry of the log."""
    body = {
        "schema": SCHEMA,
        "is": RUN,
        "day": run.day.isoformat(),
        "metres": run.metres,
        "shoe": run.shoe,
        "kind": run.kind,
    }
    return Entry(run.id, run.at, body)


def run_of(entry: Entry) -> Run | None:
    """The run that an entry tells of; None when it tells of something else."""
    body = entry.body
    if body.get("is") != RUN:
        return None
    return Run(
        id=entry.identity,
        at=entry.at,
        day=date.fromisoformat(body["day"]),
        metres=int(body["metres"]),
        shoe=body.get("shoe"),
        kind=_KINDS.get(body.get("kind")),
    )


def recent_runs_of(notebook: Notebook) -> RecentRuns:
    """The newest runs in a notebook."""
    runs = [run for entry in notebook.entries if (run := run_of(entry))]
    full = len(notebook.entries) >= LATEST_ENTRIES
    return RecentRuns(runs, notebook.entries[-1].at if full else None)


def _shoe_body(shoe: Shoe) -> dict[str, Any]:
    """Only what was told of the pair, so that hundreds of them find room in one page."""
    body = {
        "identity": shoe.id,
        "nickname": shoe.nickname,
        "added_at": shoe.added_at.isoformat(),
        "brand": shoe.brand,
        "model": shoe.model,
        "starting_metres": shoe.starting_metres,
        "life": to_builtins(shoe.life),
        "kinds": sorted(shoe.kinds),
        "retired_at": shoe.retired_at and shoe.retired_at.isoformat(),
        "wear": _wear_body(shoe.wear),
        "announced": int(shoe.announced),
    }
    return {name: value for name, value in body.items() if value}


def _shoe_of(body: Mapping[str, Any]) -> Shoe:
    kinds = [kind for kind in body.get("kinds", ()) if kind in _KINDS]
    wear = _wear_of(body.get("wear", {}))
    return convert({**body, "id": body["identity"], "kinds": kinds, "wear": wear}, Shoe)


def _wear_body(wear: Wear) -> dict[str, Any]:
    return {
        "metres": wear.tally.metres,
        "runs": wear.tally.runs,
        "latest": [microseconds(at) for at in wear.latest],
        "months": _months_body(wear.months),
    }


def _wear_of(body: Mapping[str, Any]) -> Wear:
    return Wear(
        Tally(int(body.get("metres", 0)), int(body.get("runs", 0))),
        tuple(
            moment(at) if isinstance(at, int) else datetime.fromisoformat(at).astimezone(UTC)
            for at in body.get("latest", ())
        ),
        _months_of(body.get("months", ())),
    )


def _months_body(months: Mapping[str, Tally]) -> list[Any]:
    """The first month's name, then each month's metres and runs in turn; 0 for a month without a run."""
    if not months:
        return []
    first = min(months)
    named = takewhile(max(months).__ge__, months_from(first))
    return [first, *([months[name].metres, months[name].runs] if name in months else 0 for name in named)]


def _months_of(body: Any) -> dict[str, Tally]:
    """The sums by month; older pages hold them by their names, as many as there are."""
    if not isinstance(body, Mapping):
        body = dict(zip(months_from(body[0]), body[1:], strict=False)) if body else {}
    return {month: Tally(int(told[0]), int(told[1])) for month, told in body.items() if told}


def _unit(word: Any) -> Unit | None:
    return _UNITS.get(word)
