"""Brings in what was found."""

from collections.abc import Callable

from skill.conversation.imports.answers import Answers
from skill.conversation.imports.kept import Kept
from skill.conversation.imports.plan import NO_ANSWERS, Circumstances, Plan, plan_import
from skill.conversation.imports.writing import Work, carry_out
from skill.importing.found import Found
from skill.storage.repository import Repository, StorageError
from skill.value import replace


class UndoUnfinishedError(StorageError):
    """An undo was broken off; the message is one line that says what to do."""


def refuse_while_undoing(kept: Kept) -> None:
    """Let an undo that was broken off be finished before anything comes in.

    Raises:
        UndoUnfinishedError: there is one.
    """
    if kept.imports.undoing is not None:
        raise UndoUnfinishedError("An undo was broken off; finish it first: python -m skill import --undo")


def bring_in(
    repository: Repository,
    user: str,
    found: Found,
    circumstances: Circumstances,
    answers: Answers = NO_ANSWERS,
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Write what was found into the notebook; what is there already changes nothing.

    Args:
        repository: the store.
        user: whose notebook.
        found: runs and pairs.
        circumstances: the time, the place and the language.
        answers: what the runner said to what was asked; what is in doubt without is left out.
        progress: told how many runs are written, and of how many.

    Raises:
        ImportingError: there are more runs than anybody has run.
        BeingErasedError: everything of the user is being deleted.
        UndoUnfinishedError: an undo was broken off.
        StorageError: the store did not answer; what is written is whole, and bringing it in again goes on.
    """

    def work_on(kept: Kept) -> Work | None:
        refuse_while_undoing(kept)
        plan = plan_import(kept, found, circumstances, answers)
        return work_of(plan) if plan.changes(kept) or _is_unfinished(kept) else None

    carry_out(repository, user, circumstances.at, work_on, progress)


def work_of(plan: Plan) -> Work:
    """What is to be written for a plan."""
    newest = plan.imports.imports[0]
    finished = plan.imports.with_import(replace(newest, finished=True))
    return Work(plan.rotation, plan.imports, plan.steps, finished)


def _is_unfinished(kept: Kept) -> bool:
    return any(not one.finished for one in kept.imports.imports)
