"""The shoes as a page of the notebook, and back."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, NotRequired, TypedDict

from msgspec import Meta, convert, to_builtins

from skill.conversation.memory.digest import digested
from skill.conversation.memory.local_settings import DeviceAnswer, LocalSettings
from skill.conversation.memory.question_left import QuestionLeft
from skill.conversation.memory.race_bodies import RaceBody, race_body, race_of
from skill.conversation.memory.reading import SCHEMA, Body, Moment, reads
from skill.conversation.memory.wear_bodies import WearBody, wear_body, wear_of
from skill.shoes.check_up import HAND_TESTS, CheckUp
from skill.shoes.distance import Unit
from skill.shoes.limits import LARGEST_NAME, LONGEST_LIFE, LONGEST_REST
from skill.shoes.pair_taken import PairTaken
from skill.shoes.price import HUNDREDTHS
from skill.shoes.rotation import Rest, Rotation
from skill.shoes.run import RunKind
from skill.shoes.shoe import Basis, Life, Shoe
from skill.shoes.spoken_price import DEAREST

SHOES = "shoes"
"""The name of the page."""
_Life = Annotated[int, Meta(ge=1, le=LONGEST_LIFE)]
_KINDS: dict[Any, RunKind] = {str(kind): kind for kind in RunKind}
_UNITS: dict[Any, Unit] = {str(unit): unit for unit in Unit}


class _LifeBody(TypedDict):
    soon: _Life
    due: _Life


class _PriceBody(TypedDict):
    hundredths: Annotated[int, Meta(ge=0, le=DEAREST * HUNDREDTHS)]
    currency: str


class _ShoeBody(TypedDict):
    identity: str
    nickname: Annotated[str, Meta(min_length=1, max_length=LARGEST_NAME)]
    added_at: Moment
    starting_metres: NotRequired[Annotated[int, Meta(ge=0, le=LONGEST_LIFE)]]
    life: _LifeBody
    kinds: NotRequired[list[str]]
    retired_at: NotRequired[Moment | None]
    wear: WearBody
    price: NotRequired[_PriceBody]
    bought: NotRequired[dict[str, str]]
    alert_metres: NotRequired[_Life]
    alerted: NotRequired[bool]


class _RestBody(TypedDict):
    hours: Annotated[int, Meta(ge=1, le=LONGEST_REST)]
    on: bool


class _DeviceBody(TypedDict):
    zone: str | None
    unit: str | None
    asked_at: Moment


class _TakenBody(TypedDict):
    shoe: str
    at: Moment


class _LeftBody(TypedDict):
    question: dict[str, Any]
    at: Moment
    asked: bool


class _CheckUpBody(TypedDict):
    shoe: str
    touched_at: Moment
    place: Annotated[int, Meta(ge=0, le=len(HAND_TESTS))]
    findings: dict[str, str]
    began_at: Moment | None
    starts: list[float]


class _ShoesBody(TypedDict):
    shoes: list[_ShoeBody]
    rest: _RestBody
    unknown: WearBody
    former: WearBody
    unit: str | None
    heard_unit: str | None
    places: dict[str, _DeviceBody]
    asked_about: str | None
    races: NotRequired[list[RaceBody]]
    taken: NotRequired[_TakenBody]
    left: NotRequired[_LeftBody]
    check_up: NotRequired[_CheckUpBody]
    default: NotRequired[str]
    default_of: NotRequired[dict[str, str]]


class ShoesTold(NamedTuple):
    """What the page tells.

    Attributes:
        rotation: the shoes and the races to come.
        local_settings: the units and the devices.
        pair_asked_for: the run whose pair was asked for.
        check_up: the check-up that is under way.
        taken: the pair that the runner took along.
        left: the question about runs that was open when a session ended.
    """

    rotation: Rotation = Rotation()
    local_settings: LocalSettings = LocalSettings()
    pair_asked_for: str | None = None
    check_up: CheckUp | None = None
    taken: PairTaken | None = None
    left: QuestionLeft | None = None


def shoes_page(told: ShoesTold) -> dict[str, Any]:
    """The shoes, the units and what the devices answered as JSON-able data."""
    rotation, local = told.rotation, told.local_settings
    return {
        "schema": SCHEMA,
        "shoes": [_shoe_body(shoe) for shoe in rotation.shoes],
        "rest": to_builtins(rotation.rest),
        "unknown": wear_body(rotation.unknown),
        "former": wear_body(rotation.former),
        "unit": local.unit,
        "heard_unit": local.heard_unit,
        "places": to_builtins(local.devices),
        "asked_about": told.pair_asked_for,
        **({"races": [race_body(race) for race in rotation.races]} if rotation.races else {}),
        **({"taken": to_builtins(told.taken)} if told.taken else {}),
        **({"left": to_builtins(told.left)} if told.left else {}),
        **({"check_up": to_builtins(told.check_up)} if told.check_up else {}),
        **({"default": rotation.default} if rotation.default else {}),
        **({"default_of": to_builtins(rotation.default_of)} if rotation.default_of else {}),
    }


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
        unknown=wear_of(told["unknown"]),
        former=wear_of(told["former"]),
        races=tuple(race_of(race) for race in told.get("races", ())),
        default=told.get("default"),
        default_of={
            _KINDS[kind]: shoe for kind, shoe in told.get("default_of", {}).items() if kind in _KINDS
        },
    )
    local_settings = LocalSettings(
        unit=_unit(told["unit"]),
        heard_unit=_unit(told["heard_unit"]),
        devices={
            digested(device): DeviceAnswer(answer["zone"], _unit(answer["unit"]), answer["asked_at"])
            for device, answer in told["places"].items()
        },
    )
    check_up = convert(told["check_up"], CheckUp) if "check_up" in told else None
    taken = PairTaken(**told["taken"]) if "taken" in told else None
    left = QuestionLeft(**told["left"]) if "left" in told else None
    return ShoesTold(rotation, local_settings, told["asked_about"], check_up, taken, left)


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
        "wear": wear_body(shoe.wear),
        "announced": int(shoe.announced),
        "mode": shoe.mode,
        "saved_until": shoe.saved_until and shoe.saved_until.isoformat(),
        "saved_for": shoe.saved_for,
        "life_basis": "" if shoe.life_basis is Basis.CONVENTION else shoe.life_basis,
        "examination": to_builtins(shoe.examination, order="deterministic"),
        "foretold": to_builtins(shoe.foretold),
        "check_offered": shoe.check_offered,
        "price": to_builtins(shoe.price),
        "bought": to_builtins(shoe.bought),
        "alert_metres": shoe.alert_metres,
        "alerted": shoe.alerted,
    }
    return {name: value for name, value in body.items() if value}


def _shoe_of(body: Mapping[str, Any]) -> Shoe:
    """The pair; an older page does not say why a life is what it is, but only a runner's word moved it."""
    kinds = [kind for kind in body.get("kinds", ()) if kind in _KINDS]
    wear = wear_of(convert(body["wear"], WearBody))
    moved = body["life"] != to_builtins(Life())
    basis = body.get("life_basis") or (Basis.TOLD if moved else Basis.CONVENTION)
    known = {**body, "id": body["identity"], "kinds": kinds, "wear": wear, "life_basis": basis}
    return convert(known, Shoe)


def _unit(word: Any) -> Unit | None:
    return _UNITS.get(word)
