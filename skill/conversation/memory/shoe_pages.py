"""The shoes as a page of the notebook, and back."""

from collections.abc import Mapping
from datetime import UTC, date
from itertools import takewhile
from typing import Annotated, Any, NamedTuple, NotRequired, TypedDict

from msgspec import Meta, convert, to_builtins

from skill.conversation.memory.digest import digested
from skill.conversation.memory.local_settings import DeviceAnswer, LocalSettings
from skill.conversation.memory.reading import SCHEMA, Body, Count, Moment, reads
from skill.shoes.distance import Unit
from skill.shoes.limits import LARGEST_NAME, LONGEST_LIFE, LONGEST_REST, LONGEST_RUN
from skill.shoes.pair_taken import PairTaken
from skill.shoes.planned_race import PlannedRace
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import Felt, RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.wear import Tally, Wear, months_from
from skill.storage.record import microseconds, moment

SHOES = "shoes"
"""The name of the page."""
_Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
_Life = Annotated[int, Meta(ge=1, le=LONGEST_LIFE)]
_KINDS: dict[Any, RunKind] = {str(kind): kind for kind in RunKind}
_UNITS: dict[Any, Unit] = {str(unit): unit for unit in Unit}


class _WearBody(TypedDict):
    metres: Count
    runs: Count
    latest: list[int | Moment]
    months: dict[_Month, tuple[Count, Count]] | list[Any]
    before: NotRequired[Count]
    felt: NotRequired[list[tuple[int, Felt]]]


class _LifeBody(TypedDict):
    soon: _Life
    due: _Life


class _ShoeBody(TypedDict):
    identity: str
    nickname: Annotated[str, Meta(min_length=1, max_length=LARGEST_NAME)]
    added_at: Moment
    starting_metres: NotRequired[Annotated[int, Meta(ge=0, le=LONGEST_LIFE)]]
    life: _LifeBody
    kinds: NotRequired[list[str]]
    retired_at: NotRequired[Moment | None]
    wear: _WearBody


class _RestBody(TypedDict):
    hours: Annotated[int, Meta(ge=1, le=LONGEST_REST)]
    on: bool


class _DeviceBody(TypedDict):
    zone: str | None
    unit: str | None
    asked_at: Moment


class _RaceBody(TypedDict):
    identity: str
    day: date
    metres: NotRequired[Annotated[int, Meta(ge=1, le=LONGEST_RUN)]]
    shoe: NotRequired[str]


class _TakenBody(TypedDict):
    shoe: str
    at: Moment


class _ShoesBody(TypedDict):
    shoes: list[_ShoeBody]
    rest: _RestBody
    unknown: _WearBody
    former: _WearBody
    unit: str | None
    heard_unit: str | None
    places: dict[str, _DeviceBody]
    asked_about: str | None
    races: NotRequired[list[_RaceBody]]
    taken: NotRequired[_TakenBody]


def shoes_page(
    rotation: Rotation,
    local: LocalSettings,
    pair_asked_for: str | None = None,
    taken: PairTaken | None = None,
) -> dict[str, Any]:
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
        **({"races": [_race_body(race) for race in rotation.races]} if rotation.races else {}),
        **({"taken": {"shoe": taken.shoe, "at": taken.at.isoformat()}} if taken else {}),
    }


class ShoesTold(NamedTuple):
    """What the page tells.

    Attributes:
        rotation: the shoes and the races to come.
        local_settings: the units and the devices.
        pair_asked_for: the run whose pair was asked for.
        taken: the pair that the runner took along.
    """

    rotation: Rotation = Rotation()
    local_settings: LocalSettings = LocalSettings()
    pair_asked_for: str | None = None
    taken: PairTaken | None = None


@reads
def shoes_of(body: Body) -> ShoesTold:
    """What a page tells; an empty one tells nothing.

    Raises:
        UnreadableError: the page is not as this version writes it.
    """
    if not body:
        return ShoesTold()
    told = convert(body, _ShoesBody)
    rotation = Rotation(
        shoes=tuple(_shoe_of(shoe) for shoe in body["shoes"]),
        rest=Rest(**told["rest"]),
        unknown=_wear_of(told["unknown"]),
        former=_wear_of(told["former"]),
        races=tuple(_race_of(race) for race in told.get("races", ())),
    )
    local_settings = LocalSettings(
        unit=_unit(told["unit"]),
        heard_unit=_unit(told["heard_unit"]),
        devices={
            digested(device): DeviceAnswer(answer["zone"], _unit(answer["unit"]), answer["asked_at"])
            for device, answer in told["places"].items()
        },
    )
    taken = PairTaken(**told["taken"]) if "taken" in told else None
    return ShoesTold(rotation, local_settings, told["asked_about"], taken)


def rotation_of(body: Body) -> Rotation:
    """The rotation that a page tells of; see `shoes_of`."""
    return shoes_of(body).rotation


def local_settings_of(body: Body) -> LocalSettings:
    """The units and the devices' answers that a page tells of; see `shoes_of`."""
    return shoes_of(body).local_settings


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
        "mode": shoe.mode,
        "saved_until": shoe.saved_until and shoe.saved_until.isoformat(),
        "saved_for": shoe.saved_for,
    }
    return {name: value for name, value in body.items() if value}


def _shoe_of(body: Mapping[str, Any]) -> Shoe:
    kinds = [kind for kind in body.get("kinds", ()) if kind in _KINDS]
    wear = _wear_of(convert(body["wear"], _WearBody))
    return convert({**body, "id": body["identity"], "kinds": kinds, "wear": wear}, Shoe)


def _race_body(race: PlannedRace) -> dict[str, Any]:
    body = {"identity": race.id, "day": race.day.isoformat(), "metres": race.metres, "shoe": race.shoe}
    return {name: value for name, value in body.items() if value}


def _race_of(told: _RaceBody) -> PlannedRace:
    return PlannedRace(told["identity"], told["day"], told.get("metres"), told.get("shoe"))


def _wear_body(wear: Wear) -> dict[str, Any]:
    return {
        "metres": wear.tally.metres,
        "runs": wear.tally.runs,
        "latest": [microseconds(at) for at in wear.latest],
        "months": _months_body(wear.months),
        **({"before": wear.before} if wear.before else {}),
        **({"felt": [[microseconds(at), felt] for at, felt in wear.felt]} if wear.felt else {}),
    }


def _wear_of(told: _WearBody) -> Wear:
    return Wear(
        Tally(told["metres"], told["runs"]),
        tuple(moment(at) if isinstance(at, int) else at.astimezone(UTC) for at in told["latest"]),
        _months_of(told["months"]),
        told.get("before", 0),
        tuple((moment(at), felt) for at, felt in told.get("felt", ())),
    )


def _months_body(months: Mapping[str, Tally]) -> list[Any]:
    """The first month's name, then each month's metres and runs in turn; 0 for a month without a run."""
    if not months:
        return []
    first = min(months)
    named = takewhile(max(months).__ge__, months_from(first))
    return [first, *([months[name].metres, months[name].runs] if name in months else 0 for name in named)]


def _months_of(told: Mapping[str, tuple[int, int]] | list[Any]) -> dict[str, Tally]:
    """The sums by month; older pages hold them by their names, as many as there are."""
    if isinstance(told, list):
        sums = convert(told[1:], list[tuple[Count, Count] | int])
        named = zip(months_from(convert(told[0], _Month)), sums, strict=False) if told else ()
        return {month: Tally(*both) for month, both in named if both}  # type: ignore[misc]  # 0 is left out
    return {month: Tally(*both) for month, both in told.items()}


def _unit(word: Any) -> Unit | None:
    return _UNITS.get(word)
