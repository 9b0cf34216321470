"""The shoes as a page of the notebook and the runs as entries of its log, and back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from skill.conversation.habits import Habits, LastTold, Whereabouts
from skill.shoes.distance import Unit
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Life, Shoe, Stage
from skill.shoes.wear import Tally, Wear
from skill.storage.repository import Body, Entry

SCHEMA = 1
RUN = "run"
"""What marks an entry of the log as a run."""
_KINDS: dict[Any, RunKind] = {str(kind): kind for kind in RunKind}
_UNITS: dict[Any, Unit] = {str(unit): unit for unit in Unit}


def shoes_page(rotation: Rotation, habits: Habits) -> dict[str, Any]:
    """The state of the shoes as JSON-able data."""
    last = habits.last_told
    return {
        "schema": SCHEMA,
        "shoes": [_shoe_body(shoe) for shoe in rotation.shoes],
        "rest": {"hours": rotation.rest.hours, "on": rotation.rest.on},
        "unknown": _wear_body(rotation.unknown),
        "former": _wear_body(rotation.former),
        "unit": habits.unit,
        "heard_unit": habits.heard_unit,
        "places": {
            device: {"zone": place.zone, "unit": place.unit, "asked_at": place.asked_at.isoformat()}
            for device, place in habits.whereabouts.items()
        },
        "last_told": last and {"run": last.run and run_body(last.run), "pair": last.pair},
        "asked_about": habits.asked_about,
    }


def rotation_of(body: Body) -> Rotation:
    """The rotation that a page tells of."""
    rest = body.get("rest", {})
    return Rotation(
        shoes=tuple(_shoe_of(shoe) for shoe in body.get("shoes", ())),
        rest=Rest(int(rest.get("hours", Rest().hours)), bool(rest.get("on", True))),
        unknown=_wear_of(body.get("unknown", {})),
        former=_wear_of(body.get("former", {})),
    )


def habits_of(body: Body) -> Habits:
    """What else a page tells of the runner."""
    last = body.get("last_told")
    run = last and last.get("run")
    return Habits(
        unit=_unit(body.get("unit")),
        heard_unit=_unit(body.get("heard_unit")),
        whereabouts={
            device: Whereabouts(
                place.get("zone"), _unit(place.get("unit")), datetime.fromisoformat(place["asked_at"])
            )
            for device, place in body.get("places", {}).items()
        },
        last_told=LastTold(run_of_body(run) if run else None, last.get("pair")) if last else None,
        asked_about=body.get("asked_about"),
    )


def run_body(run: Run) -> dict[str, Any]:
    """A run as JSON-able data, its id and time included."""
    return {
        "schema": SCHEMA,
        "is": RUN,
        "identity": run.id,
        "at": run.at.isoformat(),
        "day": run.day.isoformat(),
        "metres": run.metres,
        "shoe": run.shoe,
        "kind": run.kind,
    }


def entry_of(run: Run) -> Entry:
    """The run as an entry of the log."""
    body = run_body(run)
    del body["identity"], body["at"]
    return Entry(run.id, run.at, body)


def run_of(entry: Entry) -> Run | None:
    """The run that an entry tells of; None when it tells of something else."""
    if entry.body.get("is") != RUN:
        return None
    return _run(entry.identity, entry.at, entry.body)


def run_of_body(body: Mapping[str, Any]) -> Run:
    """The run in JSON-able data."""
    return _run(body["identity"], datetime.fromisoformat(body["at"]).astimezone(UTC), body)


def _run(run_id: str, at: datetime, body: Mapping[str, Any]) -> Run:
    return Run(
        id=run_id,
        at=at,
        day=date.fromisoformat(body["day"]),
        metres=int(body["metres"]),
        shoe=body.get("shoe"),
        kind=_KINDS.get(body.get("kind")),
    )


def _shoe_body(shoe: Shoe) -> dict[str, Any]:
    return {
        "identity": shoe.id,
        "nickname": shoe.nickname,
        "added_at": shoe.added_at.isoformat(),
        "brand": shoe.brand,
        "model": shoe.model,
        "starting_metres": shoe.starting_metres,
        "life": {"soon": shoe.life.soon, "due": shoe.life.due},
        "kinds": sorted(shoe.kinds),
        "retired_at": shoe.retired_at and shoe.retired_at.isoformat(),
        "wear": _wear_body(shoe.wear),
        "announced": int(shoe.announced),
    }


def _shoe_of(body: Mapping[str, Any]) -> Shoe:
    life = body.get("life", {})
    return Shoe(
        id=body["identity"],
        nickname=body["nickname"],
        added_at=datetime.fromisoformat(body["added_at"]),
        brand=body.get("brand"),
        model=body.get("model"),
        starting_metres=int(body.get("starting_metres", 0)),
        life=Life(int(life.get("soon", Life().soon)), int(life.get("due", Life().due))),
        kinds=frozenset(_KINDS[kind] for kind in body.get("kinds", ()) if kind in _KINDS),
        retired_at=datetime.fromisoformat(body["retired_at"]) if body.get("retired_at") else None,
        wear=_wear_of(body.get("wear", {})),
        announced=Stage(body.get("announced", Stage.FRESH)),
    )


def _wear_body(wear: Wear) -> dict[str, Any]:
    return {
        "metres": wear.tally.metres,
        "runs": wear.tally.runs,
        "latest": [at.isoformat() for at in wear.latest],
        "months": {month: [tally.metres, tally.runs] for month, tally in wear.months.items()},
    }


def _wear_of(body: Mapping[str, Any]) -> Wear:
    return Wear(
        Tally(int(body.get("metres", 0)), int(body.get("runs", 0))),
        tuple(datetime.fromisoformat(at).astimezone(UTC) for at in body.get("latest", ())),
        {month: Tally(int(metres), int(runs)) for month, (metres, runs) in body.get("months", {}).items()},
    )


def _unit(word: Any) -> Unit | None:
    return _UNITS.get(word)
