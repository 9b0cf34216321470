"""The shoes in one turn: the rotation, the newest runs, and what the turn changes of them."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from skill.conversation.memory.question_left import QuestionLeft
from skill.shoes.check_up import CheckUp
from skill.shoes.ledger import Update
from skill.shoes.pair_taken import PairTaken
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run


class ShoesInTurn:
    """The runner's shoes and runs, as a turn finds and changes them.

    Attributes:
        rotation: assign to change it.
        pair_asked_for: id of the run whose pair was asked for after a routine, which happens once; None for
            none.
        check_up: the check-up that is under way, stopped where the word found it; assign to change it.
        taken: the pair that the runner took along, until its run is told; None where none was.
        left: the question about runs that was open when a session ended; assign to change it.
        readable: whether the notebook could be read; nothing here means anything otherwise.
        added: runs this turn adds to the log.
        replaced: runs of the log it changes.
        removed: runs it takes out of the log.
        came_in: ids of the runs that come from elsewhere in this turn.
    """

    def __init__(
        self,
        rotation: Rotation,
        recent: Callable[[], RecentRuns],
        *,
        pair_asked_for: str | None = None,
        check_up: CheckUp | None = None,
        taken: PairTaken | None = None,
        left: QuestionLeft | None = None,
        readable: bool = True,
    ) -> None:
        self.rotation = rotation
        self.pair_asked_for = pair_asked_for
        self.check_up = check_up
        self.taken = taken
        self.left = left
        self.readable = readable
        self.added: tuple[Run, ...] = ()
        self.replaced: tuple[Run, ...] = ()
        self.removed: tuple[Run, ...] = ()
        self.came_in: frozenset[str] = frozenset()
        self._read_recent = recent
        self._as_read = (rotation, pair_asked_for, check_up, taken, left)

    @classmethod
    def none_yet(cls) -> "ShoesInTurn":
        """The shoes of a runner who has told nothing yet."""
        return cls(Rotation(), lambda: RecentRuns(()))

    @cached_property
    def recent(self) -> RecentRuns:
        """The newest runs as they were read; most turns want none of them."""
        return self._read_recent()

    @property
    def changed(self) -> bool:
        """Whether the turn has changed anything of the rotation."""
        now = (self.rotation, self.pair_asked_for, self.check_up, self.taken, self.left)
        return now != self._as_read

    def stop_check_up(self, now: datetime) -> None:
        """Stop a check-up that sounds where the word found it; one that was left for long is over."""
        if self.check_up:
            stopped = self.check_up.stop_at(now)
            known = self.rotation.find(stopped.shoe) is not None
            self.check_up = stopped if known and self.check_up.can_go_on(now) else None

    def keep(self, update: Update) -> None:
        """Take over a change of the runs; a turn makes one at most."""
        if self.added or self.replaced or self.removed:
            raise RuntimeError("a turn changes the log once")
        self.rotation = update.rotation
        self.added, self.replaced, self.removed = update.added, update.replaced, update.removed

    def take_in(self, update: Update, recent: RecentRuns) -> None:
        """Take over what came in from elsewhere.

        Args:
            update: the rotation, and the entries of the log that become otherwise.
            recent: the newest runs, as they are then.
        """
        self.keep(update)
        self.recent = recent
        self.came_in = frozenset(run.id for run in (*update.added, *update.removed))

    def run(self, id_: str | None) -> Run | None:
        """The run of this id as the turn leaves it, as far back as it knows runs; None when there is none."""
        gone = {run.id for run in self.removed}
        left = (run for run in self.recent.runs if run.id not in gone)
        return next((run for run in (*self.added, *self.replaced, *left) if run.id == id_), None)
