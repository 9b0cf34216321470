"""Reads gear.json of Garmin's account export: the pairs, and which activity is on which."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from skill.importing.faults import DamagedError, shown
from skill.importing.found import FoundPair
from skill.importing.limits import LARGEST_LIST
from skill.importing.opening.item import Item

_SHOES: Final = "shoes"
_NAMELESS: Final = ("other", "unknown")
"""How Garmin's words for a maker and a model begin that it does not know."""


@dataclass(slots=True)
class GarminGear:
    """The pairs of an account.

    Attributes:
        pairs: by key.
        worn: the keys of the pairs that an activity is on, by the activity's number.
    """

    pairs: dict[str, FoundPair] = field(default_factory=dict)
    worn: dict[int, list[str]] = field(default_factory=dict)

    def read(self, item: Item) -> None:
        """Take a gear.json.

        Raises:
            DamagedError: it cannot be read.
        """
        for part in _parts(item):
            keys = {}
            for listed in _dictionaries(part.get("gearDTOS")):
                if str(listed.get("gearTypeName")).casefold() == _SHOES and "gearPk" in listed:
                    pair = _pair(listed)
                    keys[str(listed["gearPk"])] = pair.key
                    self.pairs[pair.key] = pair
            links = part.get("gearActivityDTOs")
            for number, linked in links.items() if isinstance(links, dict) else ():
                if number in keys:
                    self._link(keys[number], _dictionaries(linked))

    def _link(self, key: str, links: Iterable[dict[str, Any]]) -> None:
        for link in links:
            activity = link.get("activityId")
            if isinstance(activity, int) and key not in (on := self.worn.setdefault(activity, [])):
                on.append(key)


def _parts(item: Item) -> list[dict[str, Any]]:
    with item.open() as stream:
        data = stream.read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise DamagedError(f"it has more than {LARGEST_LIST >> 20} MB, which is no list of gear")
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError("it is damaged or cut off; download it again") from error
    return list(_dictionaries(whole if isinstance(whole, list) else [whole]))


def _dictionaries(values: object) -> Iterator[dict[str, Any]]:
    return (value for value in values if isinstance(value, dict)) if isinstance(values, list) else iter(())


def _pair(listed: dict[str, Any]) -> FoundPair:
    brand, model = _made_by(listed)
    metres = listed.get("maximumMeters")
    retired = str(listed.get("gearStatusName")).casefold() == "retired"
    return FoundPair(
        key=f"garmin:{listed.get('uuid') or listed['gearPk']}",
        name=shown(listed.get("displayName") or ""),
        brand=brand,
        model=model,
        begun=_day(listed.get("dateBegin")),
        retired=_day(listed.get("dateEnd")) or (_day(listed.get("updateDate")) if retired else None),
        life_metres=round(metres) if isinstance(metres, int | float) and metres > 0 else None,
    )


def _made_by(listed: dict[str, Any]) -> tuple[str, str]:
    """Brand and model; what the runner typed of them is more exact than Garmin's list."""
    brand, model = (_known(listed.get(name)) for name in ("gearMakeName", "gearModelName"))
    typed = shown(listed.get("customMakeModel") or "")
    if typed and brand and typed.casefold().startswith(brand.casefold()):
        return brand, typed[len(brand) :].strip() or model
    return (brand, model) if brand and model else (brand, typed or model)


def _known(name: object) -> str:
    plain = shown(name or "")
    return "" if plain.casefold().startswith(_NAMELESS) else plain


def _day(text: object) -> date | None:
    """The day of a midnight on the runner's clock, written in UTC: "2024-09-04T22:00:00.0" is the fifth.

    Right wherever clocks are less than twelve hours from UTC; on Tonga and Kiribati a day early.
    """
    try:
        return (datetime.fromisoformat(str(text)).replace(tzinfo=None) + timedelta(hours=12)).date()
    except (ValueError, OverflowError):
        return None
