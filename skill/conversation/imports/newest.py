"""Brings in what a service has told of the newest runs, on the way to an answer."""

from dataclasses import replace

from skill.conversation.imports.answers import Answers
from skill.conversation.imports.importing import refuse_while_undoing, work_of
from skill.conversation.imports.kept import kept_of
from skill.conversation.imports.plan import NO_ANSWERS, Circumstances, Plan, plan_import
from skill.conversation.imports.writing import Work, changes_of
from skill.importing.found import Found
from skill.storage.repository import LATEST_ENTRIES, Notebook, Repository


def bring_in_newest(
    repository: Repository,
    user: str,
    notebook: Notebook,
    found: Found,
    circumstances: Circumstances,
    *,
    service: str,
    answers: Answers = NO_ANSWERS,
) -> Plan:
    """Write what a service has told, by what the notebook's newest entries tell of what is in already.

    The whole log is not read. A run that is older than all of these entries is left out: nobody could say
    here whether it is in.

    Args:
        repository: the store.
        user: whose notebook.
        notebook: as it was just read.
        found: runs and pairs.
        circumstances: the time, the place and the language.
        service: who was asked, for `ImportsTold.asked`.
        answers: what the runner said to what was asked.

    Returns:
        What was written; the notebook has to be read again.

    Raises:
        BeingErasedError: everything of the user is being deleted.
        UndoUnfinishedError: an undo was broken off.
        LostRaceError: another turn wrote first; what was written before is whole.
        StorageError: the store did not answer, or a page or a run cannot be read.
    """
    full = len(notebook.entries) >= LATEST_ENTRIES
    kept = kept_of(notebook, notebook.entries, notebook.entries[-1].at if full else None)
    refuse_while_undoing(kept)
    plan = plan_import(kept, found, circumstances, answers)
    now = {**kept.imports.asked, service: circumstances.at}
    if plan.changes(kept):
        work = work_of(replace(plan, imports=replace(plan.imports, asked=now)))
    else:
        told = replace(kept.imports, asked=now)
        work = Work(kept.shoes.rotation, told, (), told)
    for change, _ in changes_of(kept, work):
        repository.write(user, change, circumstances.at)
    return plan
