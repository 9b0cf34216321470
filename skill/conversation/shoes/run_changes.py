"""What a turn changes of the runs, and how each is taken back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from skill.conversation.shoes.pair_exchanges import PairDeleted
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_words import run_and_pair, run_as_changed, run_in_words
from skill.conversation.shoes.shoe_words import capitalised, day_of_run
from skill.conversation.turn.change import Change, read_change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.ledger import Update, remove_run, restore_run
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.run import Run
from skill.value import replace


class RunLogged(Change, name="run-logged"):
    """A run was logged.

    Attributes:
        run: as it was told.
        told_at: when it was told; None where that was not kept.
    """

    run: Run
    told_at: datetime | None = None

    def stands(self, talk: Talk) -> bool:
        """Whether the run may be in the log; one that is older than the newest runs is taken to be."""
        recent = talk.shoes.recent
        beyond = recent.complete_since is not None and self.run.at < recent.complete_since
        return beyond or talk.shoes.run(self.run.id) is not None

    def line(self, talk: Talk) -> str:
        """By whether its pair is known."""
        return (
            self.name if talk.shoes.rotation.find(_as_it_is(talk, self.run).shoe) else f"{self.name}-unknown"
        )

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run in words."""
        return run_in_words(talk, _as_it_is(talk, self.run))

    def take_back(self, talk: Talk) -> Outcome:
        """Take the run out of the log and the sums."""
        run, line = _as_it_is(talk, self.run), f"changes.{self.line(talk)}.done"
        talk.shoes.keep(remove_run(talk.shoes.rotation, run, talk.shoes.recent.runs))
        talk.run_told = None
        values = run_in_words(talk, run)
        return say_about_shoes(talk, talk.line(line, **{**values, "pair": capitalised(str(values["pair"]))}))


class RunsLogged(Change, name="runs-logged"):
    """Several runs were logged at once.

    Attributes:
        runs: as they were told.
        told_at: when they were told; None where that was not kept.
    """

    runs: tuple[Run, ...]
    told_at: datetime | None = None

    def stands(self, talk: Talk) -> bool:
        """Whether all may be in the log."""
        return all(RunLogged(run).stands(talk) for run in self.runs)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """All of them in words."""
        *first, last = (run_and_pair(talk, _as_it_is(talk, run)) for run in self.runs)
        return {"first": ", ".join(first), "last": last}

    def take_back(self, talk: Talk) -> Outcome:
        """Take them out of the log and the sums."""
        text, rotation, recent = self.done(talk), talk.shoes.rotation, talk.shoes.recent.runs
        runs = tuple(_as_it_is(talk, run) for run in self.runs)
        for run in runs:
            rotation = remove_run(rotation, run, recent).rotation
        talk.shoes.keep(Update(rotation, removed=runs))
        talk.run_told = None
        return say_about_shoes(talk, text)


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
        """By whether it had a pair before, and was given one."""
        find = talk.shoes.rotation.find
        return "run-placed" if find(self.after.shoe) and not find(self.before.shoe) else self.name

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The run as it is, and as it was."""
        before = self._now(talk).as_said_before(self.before)
        return {
            "now": run_as_changed(talk, self.after, before),
            "before": run_as_changed(talk, before, self.after),
        }

    def take_back(self, talk: Talk) -> Outcome:
        """Make the run what it was, with what its sources tell today."""
        text = self.done(talk)
        now = self._now(talk)
        before = now.as_said_before(self.before)
        talk.shoes.keep(restore_run(talk.shoes.rotation, now, before, talk.shoes.recent.runs))
        talk.run_told = self.before.id
        return say_about_shoes(talk, text)

    def _now(self, talk: Talk) -> Run:
        """The run with what its sources have told since."""
        return known_run(talk, self.after.id) or self.after


class RunsPlaced(Change, name="runs-placed"):
    """Several runs were put on their pairs at once.

    Attributes:
        before: the runs as they were.
        after: the same as they became.
    """

    before: tuple[Run, ...]
    after: tuple[Run, ...]

    def stands(self, talk: Talk) -> bool:
        """Whether all of them are as they became."""
        return all(known_run(talk, run.id) == run for run in self.after)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """All of them as they are."""
        *first, last = (run_and_pair(talk, run) for run in self.after)
        return {"first": ", ".join(first), "last": last}

    def take_back(self, talk: Talk) -> Outcome:
        """Put them back where they were."""
        text, rotation = self.done(talk), talk.shoes.rotation
        for after, before in zip(self.after, self.before, strict=True):
            rotation = restore_run(rotation, after, before, talk.shoes.recent.runs).rotation
        talk.shoes.keep(Update(rotation, replaced=self.before))
        talk.run_told = self.before[-1].id
        return say_about_shoes(talk, text)


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
        return {"distance": run_and_pair(talk, self.run), "when": day_of_run(talk, self.run.day)}

    def take_back(self, talk: Talk) -> Outcome:
        """Log the run again."""
        text = self.done(talk)
        talk.shoes.keep(restore_run(talk.shoes.rotation, None, self.run, talk.shoes.recent.runs))
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
            case RunsLogged(runs=logged) if any(one.id in runs for one in logged):
                left = tuple(as_now for one in logged if (as_now := runs.get(one.id, one)))
                if len(left) == len(logged):
                    told.append({**body, **replace(change, runs=left).body()})
                continue
            case RunsPlaced(after=placed) if any(one.id in runs for one in placed):
                continue
            case RunLogged(run=known) | RunDeleted(run=known) | RunChanged(after=known) if known.id in runs:
                run = runs[known.id]
            case _:
                told.append(dict(body))
                continue
        if run is not None:
            now = replace(change, after=run) if isinstance(change, RunChanged) else replace(change, run=run)
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
            case PairDeleted(runs=runs) if any(run.id == id_ for run in runs):
                return None
            case RunChanged(after=run) | RunLogged(run=run) if run.id == id_:
                return run
            case RunsLogged(runs=runs) | RunsPlaced(after=runs):
                found = next((run for run in runs if run.id == id_), None)
                if found:
                    return found
    return None


def runs_logged_since(talk: Talk, since: datetime) -> Iterator[Run]:
    """The runs that were told since then by voice, as they are now, but for those taken back."""
    for body in talk.profile.changes:
        match read_change(body):
            case RunLogged(run=told, told_at=datetime() as at) if at >= since:
                all_told: tuple[Run, ...] = (told,)
            case RunsLogged(runs=all_told, told_at=datetime() as at) if at >= since:
                pass
            case _:
                continue
        yield from (run for one in all_told if (run := known_run(talk, one.id)))


def _as_it_is(talk: Talk, run: Run) -> Run:
    return known_run(talk, run.id) or run


def run_to_change(talk: Talk, id_: str | None) -> Run:
    """The run of this id; see `known_run`.

    Raises:
        RefusedError: there is none.
    """
    found = known_run(talk, id_)
    if found is None:
        raise RefusedError(Refusal.NO_RUN)
    return found
