"""A plain account of what a runner has told and the coach confirmed, kept from the coach's words alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from skill.content.loader import exercises
from tests.conversation import confirmations
from tests.conversation.confirmations import Confirmation, counts_in_words, holds_in_words
from tests.conversation.told_of_pairs import PairsAccount, UnclearError
from tests.conversation.told_values import Run

OLDER = (
    *("shoes.correct.older", "shoes.correct.older_unknown"),
    *("shoes.correct.of_that_day", "shoes.correct.of_that_day_unknown"),
)
DELETING = ("changes.run-logged.ask", "changes.run-logged-unknown.ask")
TOLD_TWICE = "questions.told-twice"
WHICH_RUN = ("shoes.correct.which_run", "shoes.correct.which_run_of_days")
WORN_IN = ("shoes.after.which_pair", "shoes.after.only_pair", "shoes.after.which_pair_many")


@dataclass
class Account(PairsAccount):
    """What was told up to now, and which runs the talk is about.

    Attributes:
        talked_about: the run that was told or changed last in this conversation.
        of_unknown_pair: the run whose pair was asked for.
        older: the run that the coach has just asked about before it is changed.
        twice: the runs that it may just have asked about before one like it is logged.
        to_go: the run that it has just asked about before it is deleted.
        choices: the runs of which it has just asked which one is meant.
        left_open: those of which it asked that before it asked something else.
    """

    talked_about: int | None = None
    of_unknown_pair: int | None = None
    older: int | None = None
    twice: tuple[int, ...] = ()
    to_go: int | None = None
    choices: tuple[int, ...] = ()
    left_open: tuple[int, ...] = ()

    def hear_question(self, text: str, today: date, *, deleting: bool) -> None:
        """Note which run the coach asks about; "deleting" when that may be before it is deleted."""
        self.older = self._described(OLDER, text, today)
        self.to_go = self._described(DELETING, text, today) if deleting else None
        said = confirmations.said_in(TOLD_TWICE, text)
        self.twice = self._runs_of(self.metres(said), self.day(said, today)) if said else ()
        self.of_unknown_pair = self._described(WORN_IN, text, today) or self.of_unknown_pair
        asked = next((said for line in WHICH_RUN if (said := confirmations.said_in(line, text))), None)
        self.left_open = self.choices or self.left_open
        self.choices = self._named_in(asked["runs"]) if asked else ()

    def close(self) -> None:
        """The conversation is over."""
        self.talked_about = self.of_unknown_pair = self.older = self.to_go = None
        self.twice = self.choices = self.left_open = ()

    def may_be_told_twice(self, metres: int, day: date, pair: str) -> bool:
        """Whether a run like it, in that pair or in none that is known, was told before."""
        pairs = self.told.pairs
        runs = (self.told.runs[number] for number in self._runs_of(metres, day))
        return any(run.pair is None or pairs[run.pair].name == pair for run in runs)

    def told_once(self) -> None:
        """Take over that a run is the one that was told before, and is the one that is talked about now."""
        if len(self.twice) > 1:
            raise UnclearError
        assert self.twice, "a run was told twice that nobody asked about"
        self.talked_about, self.twice = self.twice[0], ()

    def _runs_of(self, metres: int, day: date) -> tuple[int, ...]:
        return tuple(
            number for number, run in self.told.runs.items() if (run.metres, run.day) == (metres, day)
        )

    def _named_in(self, row: str) -> tuple[int, ...]:
        """The runs of a length that is in a row of runs."""
        named = {metres for words, metres in self.lengths.items() if words in row}
        return tuple(number for number, run in self.told.runs.items() if run.metres in named)

    def confirm(
        self,
        heard: Confirmation,
        now: datetime,
        screen: tuple[str, ...],
        rated: datetime | None,
        *,
        by_yes: bool,
    ) -> None:
        """Take over what was confirmed.

        Args:
            heard: the confirmation.
            now: the runner's time.
            screen: what a screen shows.
            rated: when the pre-run routine began that a rating is about.
            by_yes: whether the runner said yes to it.
        """
        values, today = heard.values, now.date()
        match heard.line.split("."):
            case ["shoes", "log", "set_pair"]:
                assert self.of_unknown_pair, "a pair was set that nobody asked for"
                self._change_run(self.of_unknown_pair, pair=self._pair(values["pair"]))
            case ["shoes", "log", "logged_runs" | "in_their_pairs" as what]:
                (self._log_runs if what == "logged_runs" else self._put_on)(values, today)
            case ["shoes", "log", _]:
                self._log(values, today)
            case ["shoes", "correct", what]:
                self._correct(what, values, today, by_yes=by_yes)
            case ["pairs", "default", "logged"]:
                self._log(values, today)
            case ["shoes", "felt", felt]:
                self._felt(felt, values, today)
            case ["pairs", "deleting", what]:
                self._delete_pair(what, values)
            case ["rating", "noted", feeling]:
                assert rated
                self._tell(ratings={**self.told.ratings, rated: feeling})
            case ["shoes" | "pairs", *_]:
                self.confirm_of_pair(heard, today, now, by_yes=by_yes)
            case _:
                self._coach(heard, screen)

    def delete(self) -> None:
        """Take over that the run is deleted that was asked about."""
        assert self.to_go, "a run was deleted that nobody asked about"
        self.talked_about = None
        self._tell(runs={number: run for number, run in self.told.runs.items() if number != self.to_go})

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

    def _log(self, values: Mapping[str, str], today: date) -> None:
        pair = self._pair(values["pair"]) if "pair" in values else None
        self.talked_about = self._new()
        self.of_unknown_pair = self.talked_about if pair is None else self.of_unknown_pair
        run = Run(self.metres(values), self.day(values, today), pair)
        self._tell(runs={**self.told.runs, self.talked_about: run}, taken=None)

    def _log_runs(self, values: Mapping[str, str], today: date) -> None:
        for run in self._runs_said(values, today):
            self.talked_about = self._new()
            self.of_unknown_pair = self.talked_about if run.pair is None else self.of_unknown_pair
            self._tell(runs={**self.told.runs, self.talked_about: run}, taken=None)

    def _put_on(self, values: Mapping[str, str], today: date) -> None:
        """Take over the pairs that runs told before were put on."""
        changed: set[int] = set()
        for said in self._runs_said(values, today):
            fitting = [number for number in self._runs_of(said.metres, said.day) if number not in changed]
            assert fitting, "a run was put on a pair that was never told"
            if len({self.told.runs[number].pair for number in fitting}) > 1:
                raise UnclearError
            changed.add(fitting[0])
            self._change_run(fitting[0], pair=said.pair)

    def _runs_said(self, values: Mapping[str, str], today: date) -> Iterator[Run]:
        days = confirmations.days_in_words(today)
        for said in (*values["first"].split(", "), values["last"]):
            length = max((words for words in self.lengths if said.startswith(words)), key=len)
            rest = said.removeprefix(length)
            day = next((words for words in days if words and rest.endswith(words)), "")
            in_pair = rest.removesuffix(day).removeprefix(" in ")
            yield Run(
                self.lengths[length], days[day or values["when"]], self._pair(in_pair) if in_pair else None
            )

    def _correct(self, what: str, values: Mapping[str, str], today: date, *, by_yes: bool) -> None:
        usual = self.older if by_yes and self.older else self.talked_about
        number = self._chosen(self.choices, what, values, today) or usual
        assert number, "a run was changed that the talk is not about"
        changes = self._corrected(number, what, values, today)
        if changes is None or len(changes) > 1:
            number = self._chosen(self.left_open, what, values, today) or number
            changes = self._corrected(number, what, values, today)
        assert changes is not None, "a run was changed otherwise than was said"
        if "when" in values:
            assert self.day(values, today) == self.told.runs[number].day
        self._change_run(number, **changes)

    def _chosen(self, asked: Iterable[int], what: str, values: Mapping[str, str], today: date) -> int | None:
        """Of the runs asked about, the one that a correction changes the least; None where none can be."""
        there = [number for number in asked if number in self.told.runs]
        changes = {number: self._corrected(number, what, values, today) for number in there}
        fitting = {number: len(change) for number, change in changes.items() if change is not None}
        least = [number for number, count in fitting.items() if count == min(fitting.values())]
        if len({self.told.runs[number] for number in least}) > 1:
            raise UnclearError
        return next(iter(least), None)

    def _corrected(
        self, number: int, what: str, values: Mapping[str, str], today: date
    ) -> dict[str, Any] | None:
        """What a run becomes by a correction; None where it would change what was not said."""
        run = self.told.runs[number]
        known = not what.endswith("_unknown")
        changes: dict[str, Any] = {
            "metres": self.metres(values),
            "pair": self._pair(values["pair"]) if known else run.pair,
        }
        if what.startswith("moved"):
            changes["day"] = confirmations.days_named(today, ahead=False)[values["day"]]
        allowed = {"pair": {"pair"}, "distance": {"metres", "pair"}, "moved": {"day", "metres", "pair"}}
        otherwise = {name: value for name, value in changes.items() if getattr(run, name) != value}
        return otherwise if otherwise.keys() <= allowed.get(what.removesuffix("_unknown"), set()) else None

    def _felt(self, felt: str, values: Mapping[str, str], today: date) -> None:
        metres, day, pair = self.metres(values), self.day(values, today), self._pair(values["pair"])
        fitting = [
            number
            for number, run in self.told.runs.items()
            if (run.metres, run.day, run.pair) == (metres, day, pair)
        ]
        assert fitting, "a pair felt so on a run that was never told"
        number = self.talked_about if self.talked_about in fitting else fitting[-1]
        if self.talked_about not in fitting and len({self.told.runs[one] for one in fitting}) > 1:
            raise UnclearError
        if self.told.runs[number].felt != felt:
            self._change_run(number, felt=felt)

    def _delete_pair(self, what: str, values: Mapping[str, str]) -> None:
        number = self._pair(values["pair"])
        self._drop_pair(number)
        worn = {one: run for one, run in self.told.runs.items() if run.pair == number}
        assert bool(worn) is (what != "done")
        if what == "done_with_runs":
            self._tell(runs={one: run for one, run in self.told.runs.items() if one not in worn})
            self.talked_about = None if self.talked_about in worn else self.talked_about
        else:
            openly = {one: replace(run, pair=None) for one, run in worn.items()}
            self._tell(runs={**self.told.runs, **openly})

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
        fitting = [number for number, one in self.told.runs.items() if replace(one, felt=None) == run]
        assert fitting, f"there is no such run: {text}"
        return max(fitting, key=lambda number: (number == self.talked_about, number))

    def metres(self, values: Mapping[str, str]) -> int:
        return confirmations.runs_in_words(self.distances)[values["distance"]]

    def day(self, values: Mapping[str, str], today: date) -> date:
        return confirmations.days_in_words(today)[values["when"]]

    def _change_run(self, number: int, **changes: Any) -> None:
        self.talked_about = number
        self._tell(runs={**self.told.runs, number: replace(self.told.runs[number], **changes)})
