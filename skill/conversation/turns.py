"""Takes a turn: reads the notebook once, runs the use case, writes once."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from random import Random
from typing import Any

from skill.content.exercise import Exercise
from skill.conversation.attempts import Attempts
from skill.conversation.follow_up import ask_instead, follow_up
from skill.conversation.memory.imports_page import IMPORTS
from skill.conversation.memory.known_request import find_request
from skill.conversation.memory.profile_pages import CHANGES, PROFILE
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.memory.stretch_pages import STRETCHES
from skill.conversation.notebook_pages import (
    pages_changed,
    walker,
    walkthrough_page_name,
    was_forgotten,
)
from skill.conversation.opened_talk import opened_talk
from skill.conversation.pair_names import PairName, names_to_teach
from skill.conversation.runs_left import keep_runs_left
from skill.conversation.session_attributes import session_attributes
from skill.conversation.shoes.replies import refusal_in_words
from skill.conversation.stretching.showing import with_screen
from skill.conversation.turn.account import RunAccount
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reminder_service import Reminders, no_reminders
from skill.conversation.turn.reply import Outcome, Reply, Statement
from skill.conversation.turn.talk import AskInsteadError, Talk, UnreadablePageError
from skill.conversation.turn.turn import Turn
from skill.shoes.limits import RefusedError
from skill.storage.deadline import within
from skill.storage.repository import (
    AlreadyLoggedError,
    Change,
    LostRaceError,
    Notebook,
    Repository,
    StorageError,
    UnfinishedError,
)
from skill.value import Value

logger = logging.getLogger("foot_coach")

TURN_SECONDS = 5.2
"""How long a turn may wait for the store, all its calls together: Alexa waits for about 8 s, and a cold start
and the network need the rest."""

UseCase = Callable[[Talk], Outcome]


class UncertainError(StorageError):
    """The log was being written when the store failed: what was told may be in it, or not."""


class Answer(Value):
    """What goes out for a turn.

    Attributes:
        reply: what is said and shown.
        attributes: what the session carries to its next turn, JSON-able.
        plain_speech: whether the device is one that failed to play APL for Audio.
        names: the runner's own names for pairs, which the device is to learn; None when it knows them.
        erasing: whether everything of the user was to be removed, and is not; it has to be asked for again.
        link_card: whether a card is shown that leads to the linking of the account at Strava.
        consent: what is to come back with the runner's leave for reminders; None where it is not asked for.
        consent_card: whether a card is shown that leads to where it is given.
    """

    reply: Reply
    attributes: Mapping[str, Any]
    plain_speech: bool = False
    names: tuple[PairName, ...] | None = None
    erasing: bool = False
    link_card: bool = False
    consent: str | None = None
    consent_card: bool = False


class Turns:
    """Takes turns for any number of users.

    Args:
        repository: where notebooks are kept.
        exercises: the article's, by id.
        chance: gives, for the id of a request, the random numbers of its turn; the same ones when it comes
            again.
        attempts: how often a turn is tried.
        account: gives the runner's account at Strava, by the access token of a request, which is empty where
            none is linked; None where this skill knows none.
        reminders: gives the runner's reminders.
    """

    def __init__(
        self,
        repository: Repository,
        exercises: Mapping[str, Exercise],
        chance: Callable[[str], Random],
        attempts: Attempts,
        account: Callable[[str], RunAccount] | None = None,
        *,
        reminders: Reminders = no_reminders,
    ) -> None:
        self.repository = repository
        self.exercises = exercises
        self.chance = chance
        self.attempts = attempts
        self.account = account
        self.reminders = reminders

    def take(self, turn: Turn, use_case: UseCase) -> Answer:
        """Answer a turn and keep what it changed, before the answer goes out.

        When the store does not answer, the runner is told so and coached all the same, from what the
        session carries; nothing is written then, so nothing is lost that was saved. So is somebody whom
        nobody knows, and somebody of whom everything is still being removed. A request that was carried out
        before is answered as it was then.
        """
        if not turn.user:
            logger.warning("notebook not read: the request names no user")
            return self._without_notebook(turn, use_case)
        try:
            with within(TURN_SECONDS):
                return self._until_won(turn, use_case)
        except UnfinishedError as error:
            logger.error("notebook not erased yet: %s", error)  # noqa: TRY400 - as below
            return self._without_notebook(turn, use_case, being_erased=True)
        except UncertainError as error:
            logger.error("notebook perhaps not written: %s", error)  # noqa: TRY400 - as below
            return self._without_notebook(turn, use_case, perhaps_kept=True)
        except StorageError as error:
            logger.error("notebook not reached: %s", error)  # noqa: TRY400 - the message says it all
        return self._without_notebook(turn, use_case)

    def _until_won(self, turn: Turn, use_case: UseCase) -> Answer:
        """The answer of the first attempt whose write no other turn of the user has overtaken.

        Raises:
            StorageError: the store did not answer, or every attempt was overtaken.
        """
        for seconds_left in self.attempts.of(turn.user):
            with suppress(LostRaceError):
                return self._try(turn, use_case, seconds_left)
        raise LostRaceError("other turns of the user wrote first as long as there was time")

    def _try(self, turn: Turn, use_case: UseCase, seconds_left: float) -> Answer:
        notebook = self.repository.read(turn.user, turn.at)
        if notebook.being_erased:
            self.repository.forget(turn.user, seconds_left)
            notebook = Notebook({}, ())
        page = walkthrough_page_name(turn)
        known = find_request(notebook, turn.id)
        found = known.found if known else notebook
        if found is None:
            found, use_case = notebook, _say_done
        talk = self._talk(turn, found, page)
        try:
            reply = _reply(talk, use_case)
        except UnreadablePageError as error:
            talk = self._talk(turn, found, page)
            reply = _reply(talk, partial(_say_unreadable, page=error.page))
        if talk.forget:
            self.repository.forget(turn.user, seconds_left)
            return Answer(reply, {"walker": walker(turn)}, names=())
        keep_runs_left(talk, reply)
        _log_unreadable(talk, notebook)
        answer = Answer(
            reply,
            session_attributes(talk, reply),
            plain_speech=_plain_speech(talk),
            names=names_to_teach(talk, found),
            link_card=talk.link_card,
            consent=talk.consent,
            consent_card=talk.consent_card,
        )
        if not known and not (talk.leaving and was_forgotten(turn, notebook)):
            self._write(turn, pages_changed(talk, notebook, page))
        return answer

    def _write(self, turn: Turn, change: Change) -> None:
        if not change.pages:
            return
        try:
            self.repository.write(turn.user, change, turn.at)
        except AlreadyLoggedError:
            return
        except LostRaceError:
            raise
        except StorageError as error:
            if change.added or change.replaced or change.removed:
                raise UncertainError(str(error)) from error
            raise

    def _without_notebook(
        self, turn: Turn, use_case: UseCase, *, being_erased: bool = False, perhaps_kept: bool = False
    ) -> Answer:
        talk = self._talk(turn, Notebook({}, ()), "")
        talk.shoes.readable = talk.remembers = False
        talk.perhaps_kept = perhaps_kept
        talk.being_erased = being_erased
        if not turn.attributes.get("noticed"):
            trouble = "trouble.no_notebook" if turn.user else "trouble.nobody"
            talk.notice = talk.line("trouble.being_erased" if being_erased else trouble)
        reply = _reply(talk, use_case)
        if talk.forget and being_erased:
            talk.notice = ""
            return Answer(talk.end(talk.line("data.not_all_deleted")), {}, names=(), erasing=True)
        if talk.forget and turn.user:
            reply = follow_up(talk, talk.say(talk.line("trouble.not_deleted")))
        attributes = {**session_attributes(talk, reply), "noticed": True}
        return Answer(
            reply,
            attributes,
            _plain_speech(talk),
            erasing=talk.forget and bool(turn.user),
            consent=talk.consent,
            consent_card=talk.consent_card,
        )

    def _talk(self, turn: Turn, notebook: Notebook, page: str) -> Talk:
        return opened_talk(turn, notebook, page, self.exercises, self.chance(turn.id))


def _reply(talk: Talk, use_case: UseCase) -> Reply:
    """What the use case gives, as what goes out."""
    outcome: Outcome
    try:
        outcome = use_case(talk)
    except AskInsteadError as instead:
        outcome = ask_instead(talk, instead)
    except RefusedError as refused:
        outcome = talk.say(refusal_in_words(talk, refused), invitation=AnythingElse())
    reply = with_screen(talk, follow_up(talk, outcome) if isinstance(outcome, Statement) else outcome)
    if reply.question:
        reply.question.note_asked(talk)
    return reply


def _say_unreadable(talk: Talk, page: str) -> Outcome:
    """Say that a page cannot be read which is needed, and leave everything as it is."""
    talk.notice = ""
    return talk.say(talk.line(f"trouble.unreadable.{page}"), invitation=AnythingElse())


def _log_unreadable(talk: Talk, notebook: Notebook) -> None:
    """One line for all that was left out, with the pages' names where they are ours."""
    pages = sorted(talk.unreadable)
    entries = sum(one.page is None for one in notebook.unreadable)
    if pages or entries:
        names = ", ".join(
            page if page in (PROFILE, CHANGES, SHOES, STRETCHES, IMPORTS) else "another" for page in pages
        )
        logger.warning("left out what cannot be read: pages: %s; entries: %d", names or "none", entries)


def _say_done(talk: Talk) -> Outcome:
    """What is said to a request that comes again when another one has been answered since."""
    return talk.say(talk.line("trouble.done_before"))


def _plain_speech(talk: Talk) -> bool:
    return talk.turn.device.id in talk.profile.plain_speech_devices
