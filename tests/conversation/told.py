"""A plain account of what a runner has told and the coach confirmed, kept from the coach's words alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from skill.content.loader import exercises
from skill.conversation.memory.profile_pages import profile_of
from skill.conversation.memory.run_entries import run_of
from skill.conversation.memory.shoe_pages import rotation_of
from skill.shoes.rotation import Rest
from skill.shoes.shoe import Life
from stand_ins.memory import MemoryRepository
from tests.conversation import confirmations
from tests.conversation.confirmations import (
    Confirmation,
    counts_in_words,
    holds_in_words,
    rests_in_words,
    words_below,
)

PAIR = "the "
OLDER = (
    *("shoes.correct.older", "shoes.correct.older_unknown"),
    *("shoes.correct.of_that_day", "shoes.correct.of_that_day_unknown"),
)
DELETING = ("changes.run-logged.ask", "changes.run-logged-unknown.ask")
WORN_IN = ("shoes.after.which_pair", "shoes.after.only_pair", "shoes.after.which_pair_many")


class UnclearError(Exception):
    """Words alone do not tell: two pairs have the same name, or a run is deleted while another is undone."""


@dataclass(frozen=True)
class Pair:
    name: str
    retired: bool = False
    life: int = Life().due
    kinds: frozenset[str] = frozenset()
    before: int = 0


@dataclass(frozen=True)
class Run:
    metres: int
    day: date
    pair: int | None = None


@dataclass(frozen=True)
class Told:
    """All that is known of a runner; pairs and runs by a number that no other has had."""

    pairs: Mapping[int, Pair] = field(default_factory=dict)
    runs: Mapping[int, Run] = field(default_factory=dict)
    rest: tuple[int, bool] = (Rest().hours, Rest().on)
    unit: str | None = None
    coaching: Mapping[str, Any] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    ratings: Mapping[datetime, str] = field(default_factory=dict)

    def summary(self) -> Mapping[str, Any]:
        """What can be compared with a notebook, which numbers otherwise."""
        names = {number: pair.name for number, pair in self.pairs.items()}
        return {
            "pairs": Counter(self.pairs.values()),
            "runs": Counter((run.metres, run.day, names.get(run.pair or 0)) for run in self.runs.values()),
            "rest": self.rest,
            "unit": self.unit,
            "coaching": dict(self.coaching),
            "forms": dict(self.forms),
            "missing": self.missing,
            "ratings": Counter(self.ratings.values()),
        }


def summary_of(repository: MemoryRepository) -> Mapping[str, Any]:
    """The same of a notebook."""
    pages = {name: page.body for name, page in repository.pages.items()}
    rotation, profile = rotation_of(pages.get("shoes", {})), profile_of(pages.get("profile", {}))
    names = {shoe.id: shoe.nickname for shoe in rotation.shoes}
    runs = [run for entry in repository.log("") if (run := run_of(entry))]
    ratings = {
        feeling: sum(getattr(score, feeling) for score in profile.scores.values())
        for feeling in ("better", "same", "worse")
    }
    return {
        "pairs": Counter(
            Pair(shoe.nickname, not shoe.active, shoe.life.due, shoe.kinds, shoe.starting_metres)
            for shoe in rotation.shoes
        ),
        "runs": Counter((run.metres, run.day, names.get(run.shoe or "")) for run in runs),
        "rest": (rotation.rest.hours, rotation.rest.on),
        "unit": pages.get("shoes", {}).get("unit"),
        "coaching": pages.get("profile", {}).get("preferences", {}),
        "forms": {id_: form for id_, form in profile.forms.items() if form != "standard"},
        "missing": profile.missing,
        "ratings": +Counter(ratings),
    }


@dataclass
class Account:
    """What was told up to now, and which runs the talk is about.

    Attributes:
        distances: every distance that can have been told, in metres.
        told: what was told.
        talked_about: the run that was told or changed last in this conversation.
        of_unknown_pair: the run whose pair was asked for.
        older: the run that the coach has just asked about before it is changed.
        to_go: the run that it has just asked about before it is deleted.
    """

    distances: tuple[int, ...]
    told: Told = field(default_factory=Told)
    talked_about: int | None = None
    of_unknown_pair: int | None = None
    older: int | None = None
    to_go: int | None = None
    _numbers: int = 0

    def hear_question(self, text: str, today: date, *, deleting: bool) -> None:
        """Note which run the coach asks about; "deleting" when that may be before it is deleted."""
        self.older = self._described(OLDER, text, today)
        self.to_go = self._described(DELETING, text, today) if deleting else None
        self.of_unknown_pair = self._described(WORN_IN, text, today) or self.of_unknown_pair

    def close(self) -> None:
        """The conversation is over."""
        self.talked_about = self.of_unknown_pair = self.older = self.to_go = None

    def confirm(
        self,
        heard: Confirmation,
        today: date,
        screen: tuple[str, ...],
        rated: datetime | None,
        *,
        by_yes: bool,
    ) -> None:
        """Take over what was confirmed.

        Args:
            heard: the confirmation.
            today: the runner's day.
            screen: what a screen shows.
            rated: when the pre-run routine began that a rating is about.
            by_yes: whether the runner said yes to it.
        """
        values = heard.values
        match heard.line.split("."):
            case ["shoes", "log", "set_pair"]:
                assert self.of_unknown_pair, "a pair was set that nobody asked for"
                self._change_run(self.of_unknown_pair, pair=self._pair(values["pair"]))
            case ["shoes", "log", _]:
                pair = self._pair(values["pair"]) if "pair" in values else None
                self.talked_about = self._new()
                self.of_unknown_pair = self.talked_about if pair is None else self.of_unknown_pair
                run = Run(self.metres(values), self.day(values, today), pair)
                self._tell(runs={**self.told.runs, self.talked_about: run})
            case ["shoes", "correct", what]:
                self._correct(what, values, today, by_yes=by_yes)
            case ["shoes", "adding", _]:
                before = self._sum(values["distance"]) if "distance" in values else 0
                name, _, kept_for = values["pair"].removeprefix(PAIR).partition(" for ")
                kinds = frozenset({words_below("shoes.kinds")[kept_for]} if kept_for else ())
                added = Pair(name, before=before, kinds=kinds)
                self._tell(pairs={**self.told.pairs, self._new(): added})
            case ["shoes", "retiring", "back"]:
                self._change_pair(self._pair(values["pair"], retired=True), retired=False)
            case ["shoes", "retiring", _]:
                self._change_pair(self._pair(values["pair"]), retired=True)
            case ["shoes", "setting", _]:
                self._set(heard)
            case ["rating", "noted", feeling]:
                assert rated
                self._tell(ratings={**self.told.ratings, rated: feeling})
            case _:
                self._coach(heard, screen)

    def delete(self) -> None:
        """Take over that the run is deleted that was asked about."""
        assert self.to_go, "a run was deleted that nobody asked about"
        self.talked_about = None
        self._tell(runs={number: run for number, run in self.told.runs.items() if number != self.to_go})

    def rename(self, old: str, new: str) -> None:
        """Take over that a pair is called something else."""
        number = next(number for number, pair in self.told.pairs.items() if pair.name == old)
        self._change_pair(number, name=new)

    def _set(self, heard: Confirmation) -> None:
        values = heard.values
        match heard.word:
            case "life" | "life_soon":
                self._change_pair(self._pair(values["pair"]), life=self._sum(values["due"]))
            case "kind":
                kind = words_below("shoes.kinds")[values["kinds"]]
                self._change_pair(self._pair(values["pair"]), kinds=frozenset({kind}))
            case "start" | "start_only":
                before = values["distance" if heard.word == "start" else "total"]
                self._change_pair(self._pair(values["pair"]), before=self._sum(before))
            case "rest_off":
                self._tell(rest=(self.told.rest[0], False))
            case "rest" | "rest_on":
                self._tell(rest=(rests_in_words()[values["time"]], True))
            case "unit":
                self._tell(unit=values["unit"])

    def _coach(self, heard: Confirmation, screen: tuple[str, ...]) -> None:
        if heard.line == "adjusting.reset":
            self._tell(coaching={}, forms={})
        elif heard.line == "adjusting.hold":
            self._tell(
                coaching={**self.told.coaching, "hold_seconds": holds_in_words()[heard.values["time"]]}
            )
        elif heard.line in ("adjusting.sets", "adjusting.repetitions"):
            count = counts_in_words()[heard.values.get("count", "one").casefold()]
            self._tell(coaching={**self.told.coaching, heard.word: count})
        elif heard.family == confirmations.FORMS:
            now = next(name.removeprefix("▶ ") for name in screen if name.startswith("▶ "))
            names = {confirmations.ENGLISH.say(f"exercises.{id_}.name"): id_ for id_ in exercises()}
            forms = {**self.told.forms, names[now]: heard.word}
            self._tell(forms={id_: form for id_, form in forms.items() if form != "standard"})
        elif heard.family in confirmations.FAMILIES:
            usual = {
                "count_style": "every-second",
                "count_direction": "up",
                "pace": "normal",
                "flow": "flow-on",
            }
            name = heard.family.rpartition(".")[2]
            coaching = {**self.told.coaching, name: heard.word}
            self._tell(coaching={one: word for one, word in coaching.items() if word != usual.get(one)})
        else:
            raise AssertionError(f"the coach said of a change that this book does not keep: {heard.line}")

    def _correct(self, what: str, values: Mapping[str, str], today: date, *, by_yes: bool) -> None:
        number = self.older if by_yes and self.older else self.talked_about
        assert number, "a run was changed that the talk is not about"
        run = self.told.runs[number]
        if what == "pair":
            assert self.metres(values) == run.metres
            self._change_run(number, pair=self._pair(values["pair"]))
        else:
            assert what == "distance_unknown" or self._pair(values["pair"]) == run.pair
            self._change_run(number, metres=self.metres(values))
        assert self.day(values, today) == run.day

    def _described(self, lines: Iterable[str], text: str, today: date) -> int | None:
        """The run that a question is about, the one that is talked about first; None where it is none."""
        said = next((said for line in lines if (said := confirmations.said_in(line, text))), None)
        if said is None:
            return None
        day = said.get("day") or ""
        when = said["when"] if "when" in said else "" if day.startswith("this") else f" {day}"
        run = Run(
            self.metres(said),
            confirmations.days_in_words(today)[when],
            self._pair(said["pair"]) if "pair" in said else None,
        )
        fitting = [number for number, one in self.told.runs.items() if one == run]
        assert fitting, f"there is no such run: {text}"
        return max(fitting, key=lambda number: (number == self.talked_about, number))

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

    def metres(self, values: Mapping[str, str]) -> int:
        return confirmations.runs_in_words(self.distances)[values["distance"]]

    def _sum(self, words: str) -> int:
        return confirmations.sums_in_words(self.distances)[words]

    def day(self, values: Mapping[str, str], today: date) -> date:
        return confirmations.days_in_words(today)[values["when"]]

    def _change_run(self, number: int, **changes: Any) -> None:
        self.talked_about = number
        self._tell(runs={**self.told.runs, number: replace(self.told.runs[number], **changes)})

    def _change_pair(self, number: int, **changes: Any) -> None:
        self._tell(pairs={**self.told.pairs, number: replace(self.told.pairs[number], **changes)})

    def _tell(self, **changes: Any) -> None:
        self.told = replace(self.told, **changes)

    def _new(self) -> int:
        self._numbers += 1
        return self._numbers
