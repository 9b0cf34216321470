"""Which pair a name in Strava's table means: by its number where there is one, and never a bike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from skill.importing.faults import shown
from skill.importing.found import FoundPair
from skill.importing.opening.item import Item
from skill.importing.opening.text import rows

_COLUMNS: Final = 3
"""Of shoes.csv and bikes.csv that are read: name, brand, model."""


@dataclass(slots=True)
class Gear:
    """What the lists beside a table tell, and the table itself.

    Attributes:
        shoes: from shoes.csv: name, brand and model of each pair.
        bikes: what the bikes of bikes.csv are called.
        numbers: of each name those that its rows have, in the order in which they were met.
    """

    shoes: list[tuple[str, str, str]] = field(default_factory=list)
    bikes: set[str] = field(default_factory=set)
    numbers: dict[str, list[str]] = field(default_factory=dict)

    def add_shoes(self, item: Item) -> None:
        """Take a shoes.csv.

        Raises:
            DamagedError: it cannot be read.
        """
        self.shoes += list(_listed(item))

    def add_bikes(self, item: Item) -> None:
        """Take a bikes.csv.

        Raises:
            DamagedError: it cannot be read.
        """
        self.bikes |= {name or _made_name(brand, model) for name, brand, model in _listed(item)}

    def meet(self, name: str, number: str) -> None:
        """A row of the table has this name and this number; "" where it has none."""
        known = self.numbers.setdefault(name, [])
        if number and number not in known:
            known.append(number)

    def keys(self, name: str, number: str) -> tuple[str, ...]:
        """The keys of the pair that a row names; of two pairs of one name both, where it has no number."""
        if not name or (name in self.bikes and not number and name not in self._listed_by_name()):
            return ()
        if number:
            return (f"strava:g{number}",)
        return tuple(f"strava:g{each}" for each in self.numbers.get(name, ())) or (f"strava:{name}",)

    def pairs(self, worn: Iterable[tuple[str, str]]) -> Mapping[str, FoundPair]:
        """All pairs of the list, and those that are only worn, by name and number."""
        pairs: dict[str, FoundPair] = {}
        listed = self._listed_by_name()
        for name, number in dict.fromkeys([*((name, "") for name in listed), *worn]):
            made = listed.get(name, [(name, "", "")])
            _, brand, model = (
                made[0] if len(made) == 1 else (name, "", "")
            )  # which of them it is, nobody knows
            for key in self.keys(name, number):
                pairs[key] = FoundPair(key, shown(made[0][0]), shown(brand), shown(model))
        return pairs

    def _listed_by_name(self) -> dict[str, list[tuple[str, str, str]]]:
        """The pairs of the list by what the table calls them."""
        listed: dict[str, list[tuple[str, str, str]]] = {}
        for name, brand, model in self.shoes:
            if called := name or _made_name(brand, model):
                listed.setdefault(called, []).append((name, brand, model))
        return listed


def _made_name(brand: str, model: str) -> str:
    """What Strava calls a pair or a bike that has no name."""
    return f"{brand} {model}".strip()


def _listed(item: Item) -> Iterable[tuple[str, str, str]]:
    for at, (_, row) in enumerate(rows(item)):
        if at and len(row) >= _COLUMNS:
            yield row[0], row[1], row[2]
