"""A run is deleted: the one told last in this conversation, else the newest; or the one that was named."""

from skill.conversation.shoes.correcting import correct_run
from skill.conversation.shoes.run_changes import RunDeleted, RunLogged, run_to_change
from skill.conversation.shoes.run_correction import Correction
from skill.conversation.shoes.run_otherwise import RunOtherwise
from skill.conversation.shoes.which_run import NamedRun, WhichRun, run_in_question
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.run import Run


class DeleteRun(RunOtherwise, name="delete-run"):
    """Whether a run is to be deleted."""

    def yes(self, talk: Talk) -> Outcome:
        """Delete it."""
        run = run_to_change(talk, self.run)
        deleted = RunLogged(run).take_back(talk)
        talk.changed(RunDeleted(run))
        return deleted

    def otherwise(self, talk: Talk, correction: Correction) -> Outcome:
        """Ask whether it is to be put right instead."""
        talk.open_questions = tuple(one for one in talk.open_questions if one is not self)
        return correct_run(talk, run_to_change(talk, self.run), correction, unsure=True)

    def again(self, talk: Talk) -> str:
        """The question with the run."""
        return RunLogged(run_to_change(talk, self.run)).question(talk)


class DeleteWhichRun(WhichRun, name="delete-which-run"):
    """Which run is to be deleted of several."""

    def use(self, talk: Talk, run: Run) -> Outcome:
        """Ask before it is."""
        return talk.ask(DeleteRun(run.id))


def ask_to_delete_run(talk: Talk, named: NamedRun) -> Outcome:
    """Ask before a run is deleted.

    Raises:
        RefusedError: all runs of a week or a month were named, or there is none that is meant.
    """
    if named.day and named.day.date is None:
        raise RefusedError(Refusal.ONE_RUN_AT_A_TIME)
    return talk.ask(DeleteRun(run_in_question(talk, named, DeleteWhichRun()).id))
