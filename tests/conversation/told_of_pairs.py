"""What was told of pairs, races and the rules for them, kept from the coach's words alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from tests.conversation import confirmations
from tests.conversation.confirmations import Confirmation, rests_in_words, words_below
from tests.conversation.told_values import RACES, Pair, Told

PAIR = "the "


class UnclearError(Exception):
    """Words alone do not tell: two pairs have the same name, or a run is deleted while another is undone."""


@dataclass
class PairsAccount:
    """What was told up to now of pairs.

    Attributes:
        distances: every distance that can have been told, in metres.
        told: what was told.
        pairs_before: the pairs before the last that was told of them.
    """

    distances: tuple[int, ...]
    told: Told = field(default_factory=Told)
    pairs_before: Mapping[int, Pair] = field(default_factory=dict)
    _numbers: int = 0

    def confirm_of_pair(self, heard: Confirmation, today: date, now: datetime, *, by_yes: bool) -> None:
        """Take over what was confirmed of a pair, a race or a rule.

        Args:
            heard: the confirmation.
            today: the runner's day.
            now: the runner's time.
            by_yes: whether the runner said yes to it.
        """
        before = self.told.pairs
        if heard.line == "pairs.told.moved":
            self._move_fact(heard.values)
        else:
            self._confirm_of_pair(heard, today, now, by_yes=by_yes)
        if self.told.pairs != before:
            self.pairs_before = before

    def _confirm_of_pair(self, heard: Confirmation, today: date, now: datetime, *, by_yes: bool) -> None:
        values = heard.values
        match heard.line.split("."):
            case ["shoes" | "pairs", "adding", _]:
                self._add(values)
            case ["shoes", "retiring", what]:
                self._retire(what, values, by_yes=by_yes)
            case ["shoes", "setting", _]:
                self._set(heard)
            case ["shoes", "modes", how]:
                self._mode(how, values, today)
            case ["shoes", "taking", _]:
                self._tell(taken=(self._pair(values["pair"]), now))
            case ["shoes", "races", what]:
                self._race(what, values, today)
            case _:
                self._confirm_more(heard, today)

    def _confirm_more(self, heard: Confirmation, today: date) -> None:
        values = heard.values
        match heard.line.split("."):
            case ["pairs", "told", _]:
                self._facts(values, today)
            case ["pairs", "kinds", "any"]:
                self._change_pair(self._pair(values["pair"]), kinds=frozenset())
            case ["pairs", "alert", what]:
                alert = None if what == "cleared" else self._sum(values["alert"])
                self._change_pair(self._pair(values["pair"]), alert=alert)
            case ["pairs", "default", what]:
                self._default(what, values)
            case ["pairs", "replacing", _]:
                self._replace(values)
            case _:
                raise AssertionError(f"the coach said of a change that this book does not keep: {heard.line}")

    def rename(self, old: str, new: str) -> None:
        """Take over that a pair is called something else."""
        self._change_pair(self._pair(old), name=new)

    @property
    def lengths(self) -> Mapping[str, int]:
        """What the distances of runs are called."""
        return confirmations.runs_in_words(self.distances)

    def _add(self, values: Mapping[str, str]) -> None:
        before = self._sum(values["distance"]) if "distance" in values else 0
        name, _, kept_for = values["pair"].removeprefix(PAIR).partition(" for ")
        added = Pair(name, before=before, kinds=_kinds(kept_for))
        self._tell(pairs={**self.told.pairs, self._new(): added})

    def _retire(self, what: str, values: Mapping[str, str], *, by_yes: bool) -> None:
        if what == "back":
            self._change_pair(self._pair(values["pair"], retired=True), retired=False)
        else:
            assert by_yes
            self._change_pair(self._pair(values["pair"]), retired=True)

    def _facts(self, values: Mapping[str, str], today: date) -> None:
        """Of the pair that is named, or was added in the same breath."""
        number = self._pair(values["pair"]) if "pair" in values else self._numbers
        for fact in confirmations.facts(values["told"]):
            if fact.startswith("cost "):
                price = confirmations.prices_in_words()[fact.removeprefix("cost ")]
                self._change_pair(number, price=price)
            elif fact.startswith("were bought"):
                bought = confirmations.days_in_words(today)[fact.removeprefix("were bought")]
                self._change_pair(number, bought=bought)
            elif fact.startswith("are for "):
                self._change_pair(number, kinds=_kinds(fact.removeprefix("are for ")))
            elif fact.startswith("are made by "):
                self._change_pair(number, brand=fact.removeprefix("are made by "))
            else:
                raise AssertionError(f"a fact that this book does not keep: {fact}")

    def _move_fact(self, values: Mapping[str, str]) -> None:
        """What was told of a pair last is another's."""
        told_of = self._pair(values["before"])
        now, before = self.told.pairs[told_of], self.pairs_before[told_of]
        told = {
            one.name: getattr(now, one.name)
            for one in fields(now)
            if getattr(now, one.name) != getattr(before, one.name)
        }
        self._tell(pairs={**self.told.pairs, told_of: before})
        self._change_pair(self._pair(values["pair"]), **told)

    def _default(self, what: str, values: Mapping[str, str]) -> None:
        any_run = confirmations.ENGLISH.say("pairs.default.any_runs")
        kinds = [None] if values["runs"] == any_run else list(_kinds(values["runs"]))
        others = {kind: number for kind, number in self.told.defaults.items() if kind not in kinds}
        if what == "set":
            others |= dict.fromkeys(kinds, self._pair(values["pair"]))
        self._tell(defaults=others)

    def _replace(self, values: Mapping[str, str]) -> None:
        """The new pair is kept for the same runs, lasts as long, and is the default where the old one was."""
        name, old_name = values["name"], values["old"][:1].casefold() + values["old"][1:]
        in_use = {pair.name: number for number, pair in self.told.pairs.items() if not pair.retired}
        called = old_name.removeprefix(PAIR)
        number = in_use[name] if name in in_use else in_use[called]
        old, new = self.told.pairs[number], self._new()
        same = old.name == name
        before = self._sum(values["start"]) if "start" in values else 0
        heir = Pair(
            name,
            before=before,
            life=old.life,
            kinds=old.kinds,
            brand=old.brand if same else None,
            alert=old.alert,
        )
        self._change_pair(number, name=called, retired=True)
        self._tell(
            pairs={**self.told.pairs, new: heir},
            defaults={kind: new if one == number else one for kind, one in self.told.defaults.items()},
        )

    def _drop_pair(self, number: int) -> None:
        self._tell(
            pairs={one: pair for one, pair in self.told.pairs.items() if one != number},
            defaults={kind: one for kind, one in self.told.defaults.items() if one != number},
        )

    def _mode(self, how: str, values: Mapping[str, str], today: date) -> None:
        if how == "even":
            for said in confirmations.parts(values["pairs"]):
                self._change_pair(self._pair(said), mode=None, saved_until=None, saved_for=None)
            return
        mode = "used-up" if how == "used_up" else "saved"
        until = confirmations.days_named(today, ahead=True)[values["day"]] if "day" in values else None
        kept_for = "race" if how == "saved_for_race" else next(iter(_kinds(values.get("kinds", ""))), None)
        self._change_pair(self._pair(values["pair"]), mode=mode, saved_until=until, saved_for=kept_for)

    def _race(self, what: str, values: Mapping[str, str], today: date) -> None:
        """The nearest one of that name is moved; only one can be on a day."""
        race, races = self._race_metres(values["race"]), self.told.races
        day = confirmations.days_to_come(today)[values["day"].partition(", ")[0]]
        ahead = sorted((day, number) for number, (_, day) in races.items() if day >= today)
        match what:
            case "kept":
                others = {number: one for number, one in races.items() if one[1] != day and one[1] >= today}
                self._tell(races={**others, self._new(): (race, day)})
            case "moved":
                number = next(number for _, number in ahead if races[number][0] == race)
                self._saved_for_race(races[number][1], day)
                self._tell(races={**races, number: (race, day)})
            case "distance":
                number = next(number for on, number in ahead if on == day)
                self._tell(races={**races, number: (race, day)})
            case "off":
                number = next(number for number, one in races.items() if one == (race, day))
                self._saved_for_race(day, None)
                self._tell(races={one: known for one, known in races.items() if one != number})

    def _saved_for_race(self, day: date, to: date | None) -> None:
        """Pairs saved for a race of that day are saved until the other; with none no longer."""
        for number, pair in self.told.pairs.items():
            if pair.mode == "saved" and pair.saved_for == "race" and pair.saved_until == day and to != day:
                new = {"saved_until": to} if to else {"mode": None, "saved_until": None, "saved_for": None}
                self._change_pair(number, **new)

    def _race_metres(self, called: str) -> int:
        """How far a race is that is called so; 0 where nobody told."""
        of_distance = called.removeprefix("race of ")
        if of_distance != called:
            return confirmations.runs_in_words(self.distances)[of_distance]
        return RACES.get(called, 0)

    def _set(self, heard: Confirmation) -> None:
        values = heard.values
        match heard.word:
            case "life" | "life_soon":
                self._change_pair(self._pair(values["pair"]), life=self._sum(values["due"]))
            case "kind":
                self._change_pair(self._pair(values["pair"]), kinds=_kinds(values["kinds"]))
            case "start" | "start_only":
                before = values["distance" if heard.word == "start" else "total"]
                self._change_pair(self._pair(values["pair"]), before=self._sum(before))
            case "rest_off":
                self._tell(rest=(self.told.rest[0], False))
            case "rest" | "rest_on":
                self._tell(rest=(rests_in_words()[values["time"]], True))
            case "unit":
                self._tell(unit=values["unit"])

    def _pair(self, said: str, *, retired: bool | None = None) -> int:
        """The pair of this name, of those in use first."""
        name = said[:1].casefold() + said[1:]
        named = {
            number: pair for number, pair in self.told.pairs.items() if pair.name == name.removeprefix(PAIR)
        }
        if retired is None:
            found = [number for number, pair in named.items() if not pair.retired] or list(named)
        else:
            found = [number for number, pair in named.items() if pair.retired is retired]
        if len(found) > 1:
            raise UnclearError
        return found[0]

    def _sum(self, words: str) -> int:
        return confirmations.sums_in_words(self.distances)[words]

    def _change_pair(self, number: int, **changes: Any) -> None:
        self._tell(pairs={**self.told.pairs, number: replace(self.told.pairs[number], **changes)})

    def _tell(self, **changes: Any) -> None:
        self.told = replace(self.told, **changes)

    def _new(self) -> int:
        self._numbers += 1
        return self._numbers


def _kinds(words: str) -> frozenset[str]:
    """The kinds of run in a row of them."""
    return frozenset(words_below("shoes.kinds")[kind] for kind in confirmations.parts(words))
