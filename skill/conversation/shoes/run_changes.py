"""What a turn changes of the runs, and how each is taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    capitalised,
    day_of_run,
    exact_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.turn.change import Change, read_change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.ledger import log_run, remove_run, replace_run
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.run import Run


@dataclass(frozen=True)
class RunLogged(Change, name="run-logged"):
    """A run was logged.

    Attributes:
        run: as it was told.
    """

    run: Run

    def stands(self, talk: Talk) -> bool:
        """Whether the run may be in the log; one that is older than the newest runs is taken to be."""
        recent = talk.shoes.recent
        beyond = recent.complete_since is not None and self.run.at < recent.complete_since
        return beyond or talk.shoes.run(self.run.id) is not None

    def line(self, talk: Talk) -> str:
        """By whether its pair is known."""
        return self.name if talk.shoes.rotation.find(self._run(talk).shoe) else f"{self.name}-unknown"

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run in words."""
        return run_in_words(talk, self._run(talk))

    def take_back(self, talk: Talk) -> Outcome:
        """Take the run out of the log and the sums."""
        run, line = self._run(talk), f"changes.{self.line(talk)}.done"
        talk.shoes.keep(remove_run(talk.shoes.rotation, run, talk.shoes.recent.runs))
        talk.run_told = None
        values = run_in_words(talk, run)
        return say_about_shoes(talk, talk.line(line, **{**values, "pair": capitalised(str(values["pair"]))}))

    def _run(self, talk: Talk) -> Run:
        return known_run(talk, self.run.id) or self.run


@dataclass(frozen=True)
class RunChanged(Change, name="run-changed"):
    """A run was put on another pair, or its distance was corrected.

    Attributes:
        before: the run as it was.
        after: the run as it became.
    """

    before: Run
    after: Run

    def stands(self, talk: Talk) -> bool:
        """Whether the run is as it became."""
        return known_run(talk, self.after.id) == self.after

    def line(self, talk: Talk) -> str:
        """By whether it had a pair before."""
        return self.name if talk.shoes.rotation.find(self.before.shoe) else "run-placed"

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run as it is, and as it was."""
        before = self._now(talk).as_said_before(self.before)
        return {"now": _run_and_pair(talk, self.after), "before": _run_and_pair(talk, before)}

    def take_back(self, talk: Talk) -> Outcome:
        """Make the run what it was, with what its sources tell today."""
        text = self.done(talk)
        now = self._now(talk)
        before = now.as_said_before(self.before)
        update = replace_run(talk.shoes.rotation, now, before, talk.shoes.recent.runs)
        talk.shoes.keep(update)
        talk.run_told = self.before.id
        return say_about_shoes(talk, text)

    def _now(self, talk: Talk) -> Run:
        """The run with what its sources have told since."""
        return known_run(talk, self.after.id) or self.after


@dataclass(frozen=True)
class RunDeleted(Change, name="run-deleted"):
    """A run was deleted.

    Attributes:
        run: as it was.
    """

    run: Run

    def stands(self, talk: Talk) -> bool:
        """Whether the run is not in the log."""
        return talk.shoes.run(self.run.id) is None

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run in words."""
        return {"distance": _run_and_pair(talk, self.run), "when": day_of_run(talk, self.run)}

    def take_back(self, talk: Talk) -> Outcome:
        """Log the run again."""
        text = self.done(talk)
        talk.shoes.keep(log_run(talk.shoes.rotation, self.run))
        talk.run_told = self.run.id
        return say_about_shoes(talk, text)


def with_runs(changes: Iterable[Mapping[str, Any]], runs: Mapping[str, Run | None]) -> list[dict[str, Any]]:
    """What was changed last, told of runs as they are now.

    A run that is older than the newest of the log is taken to be as it was changed last: whoever changes it
    elsewhere has to say so.

    Args:
        changes: as the profile keeps them.
        runs: by their ids, those that became otherwise elsewhere; None for one that is gone.
    """
    told = []
    for body in changes:
        change = read_change(body)
        match change:
            case RunLogged(run=known) | RunDeleted(run=known) | RunChanged(after=known) if known.id in runs:
                run = runs[known.id]
            case _:
                told.append(dict(body))
                continue
        if run is not None:
            now = type(change)(change.before, run) if isinstance(change, RunChanged) else type(change)(run)
            told.append({**body, **now.body()})
    return told


def known_run(talk: Talk, id_: str | None) -> Run | None:
    """The run of this id, among the newest runs or those told or changed last; None for one deleted."""
    found = talk.shoes.run(id_)
    if found or id_ is None:
        return found
    for body in talk.profile.changes:
        match read_change(body):
            case RunDeleted(run=run) if run.id == id_:
                return None
            case RunChanged(after=run) | RunLogged(run=run) if run.id == id_:
                return run
    return None


def run_to_change(talk: Talk, id_: str | None) -> Run:
    """The run of this id; see `known_run`.

    Raises:
        RefusedError: there is none.
    """
    found = known_run(talk, id_)
    if found is None:
        raise RefusedError(Refusal.NO_RUN)
    return found


def _run_and_pair(talk: Talk, run: Run) -> str:
    shoe, distance = talk.shoes.rotation.find(run.shoe), exact_distance(talk, run.metres)
    if shoe is None:
        return distance
    return talk.line("shoes.correct.run", distance=distance, pair=pair_in_words(talk, shoe))


def run_in_words(talk: Talk, run: Run) -> dict[str, str | int]:
    """The values of a line about a run: its distance and day, and its pair with everything it has run."""
    shoe = talk.shoes.rotation.find(run.shoe)
    return {
        "distance": exact_distance(talk, run.metres),
        "when": day_of_run(talk, run),
        "pair": pair_in_words(talk, shoe) if shoe else "",
        "total": rounded_distance(talk, shoe.metres) if shoe else "",
    }
