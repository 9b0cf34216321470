"""Taking back what was changed last, whatever it was."""

from skill.conversation.memory.profile_pages import CHANGES, PROFILE
from skill.conversation.not_understood import DidYouMean
from skill.conversation.shoes import deleting
from skill.conversation.shoes.logging_runs import LogIt
from skill.conversation.shoes.several_runs import LogRuns
from skill.conversation.shoes.which_run import NamedRun
from skill.conversation.shoes.worn_shoes import worn_in_open
from skill.conversation.turn.change import Change, read_change
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome, Statement
from skill.conversation.turn.subject import SubjectKind
from skill.conversation.turn.talk import Talk
from skill.value import replace


class TakeBack(AskedOnceMore, name="take-back"):
    """Whether a change is to be taken back.

    Attributes:
        change: the id it is kept under.
    """

    needs_notebook = True

    change: str

    def yes(self, talk: Talk) -> Outcome:
        """Take it back; what is gone already stays gone."""
        talk.needs(CHANGES, PROFILE)
        change = _changes(talk).get(self.change)
        _forget(talk, self.change)
        if change is None or not change.stands(talk):
            return talk.say(talk.line("undo.gone"), invitation=AnythingElse())
        outcome = change.take_back(talk)
        open_pair = worn_in_open(talk)
        if isinstance(outcome, Statement) and open_pair:
            return talk.ask(open_pair, f"{outcome.text} {open_pair.again(talk)}")
        return outcome

    def no(self, talk: Talk) -> Outcome:
        """Leave it."""
        return talk.say(talk.line("answers.nothing_changed"), invitation=AnythingElse())

    def again(self, talk: Talk) -> str:
        """The question with what was changed."""
        change = _changes(talk).get(self.change)
        return change.question(talk) if change else talk.line(self.line)

    def still_open(self, talk: Talk) -> bool:
        """Until it is taken back, or something else has been changed since."""
        return super().still_open(talk) and _last_change(talk) == self.change


def ask_to_take_back(talk: Talk) -> Outcome:
    """Ask before the last change is taken back; runs that wait for a yes are only left.

    Where the answer before was about a run, "delete it" means that one.
    """
    left = _left_untold(talk)
    if left:
        return left
    if talk.subject and talk.subject.kind is SubjectKind.RUN:
        return deleting.ask_to_delete_run(talk, NamedRun())
    talk.needs(CHANGES, PROFILE)
    last = _last_change(talk)
    if last is None:
        return talk.say(talk.line("undo.nothing"), invitation=AnythingElse())
    return talk.ask(TakeBack(last))


def _last_change(talk: Talk) -> str | None:
    """The id of the newest change that stands; None when there is none."""
    return next((id_ for id_, change in _changes(talk).items() if change.stands(talk)), None)


def _changes(talk: Talk) -> dict[str, Change]:
    """The changes by their ids, the newest first."""
    read = ((str(body.get("id")), read_change(body)) for body in talk.profile.changes)
    return {id_: change for id_, change in read if change}


def _forget(talk: Talk, id_: str) -> None:
    kept = tuple(body for body in talk.profile.changes if body.get("id") != id_)
    talk.profile = replace(talk.profile, changes=kept)


def ask_to_delete_run(talk: Talk, named: NamedRun) -> Outcome:
    """Ask before a run is deleted; "delete that" leaves one that is not logged yet."""
    left = _left_untold(talk) if named.by_nothing else None
    return left or deleting.ask_to_delete_run(talk, named)


def _left_untold(talk: Talk) -> Outcome | None:
    """What is not logged yet, or was only guessed, is left; None where nothing such is asked about."""
    asked = talk.asked
    if isinstance(asked, DidYouMean):
        return asked.no(talk)
    if not isinstance(asked, LogIt | LogRuns):
        return None
    talk.open_questions = tuple(one for one in talk.open_questions if one is not asked)
    return asked.no_run(talk)
