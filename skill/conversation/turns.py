"""Takes a turn: reads the notebook once, runs the use case, writes once."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise
from skill.conversation.profile import Profile
from skill.conversation.records import profile_of, profile_page, walkthrough_of, walkthrough_page
from skill.conversation.reply import Reply
from skill.conversation.shoes.kept import SHOES, PairName, names_to_teach, wardrobe_of
from skill.conversation.shoes.records import entry_of, shoes_page
from skill.conversation.talk import Talk
from skill.conversation.turn import Turn
from skill.speech.phrasebook import Phrasebook
from skill.storage.repository import (
    AlreadyLoggedError,
    Change,
    LostRaceError,
    Notebook,
    Page,
    Repository,
    StorageError,
)

logger = logging.getLogger("foot_coach")

PROFILE = "profile"
WALKTHROUGH = "walkthrough"
ATTEMPTS = 4
"""How often a turn is redone on fresh state when another turn of the user wrote first."""
LATEST_ATTEMPT_SECONDS = 2.5
"""No attempt begins later: the store gives one up within 5.2 s, and Alexa waits for about 8."""
WALKTHROUGH_KEPT = timedelta(days=30)
"""A walkthrough is offered for a day; that its pair was done may be noticed weeks later, at the next turn."""
LONGEST_REMEMBERED_TEXT = 1500
"""Characters of the last words kept for "say that again"; session attributes travel with every request."""

UseCase = Callable[[Talk], Reply]


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out for a turn.

    Attributes:
        reply: what is said and shown.
        attributes: what the session carries to its next turn, JSON-able.
        plain_speech: whether the device is one that failed to play APL for Audio.
        names: the runner's own names for pairs, which the device is to learn; None when it knows them.
    """

    reply: Reply
    attributes: Mapping[str, Any]
    plain_speech: bool = False
    names: tuple[PairName, ...] | None = None


class Turns:
    """Takes turns for any number of users.

    Args:
        repository: where notebooks are kept.
        exercises: the article's, by id.
        random: where chance decides.
        seconds: a clock that only goes forward, in seconds.
    """

    def __init__(
        self,
        repository: Repository,
        exercises: Mapping[str, Exercise],
        random: Random,
        seconds: Callable[[], float],
    ) -> None:
        self.repository = repository
        self.seconds = seconds
        self.exercises = exercises
        self.random = random

    def take(self, turn: Turn, use_case: UseCase) -> Answer:
        """Answer a turn and keep what it changed, before the answer goes out.

        When the store does not answer, the runner is told so and coached all the same, from what the
        session carries; nothing is written then, so nothing is lost that was saved.
        """
        began = self.seconds()
        try:
            for _ in range(ATTEMPTS):
                try:
                    return self._try(turn, use_case)
                except LostRaceError:
                    if self.seconds() - began > LATEST_ATTEMPT_SECONDS:
                        break
        except StorageError as error:
            logger.error("notebook not reached: %s", error)  # noqa: TRY400 - the message says it all
        return self._without_notebook(turn, use_case)

    def _try(self, turn: Turn, use_case: UseCase) -> Answer:
        notebook = self.repository.read(turn.user, turn.at)
        page = _walkthrough_name(turn)
        talk = self._talk(turn, notebook, page)
        reply = use_case(talk)
        if talk.forget:
            self.repository.forget(turn.user)
            return Answer(reply, _attributes(turn, reply, None))
        change = _change(talk, notebook, page)
        answer = Answer(
            reply,
            _attributes(turn, reply, talk.walkthrough),
            plain_speech=_plain_speech(talk),
            names=names_to_teach(talk, notebook),
        )
        if change.pages and not (talk.leaving and _was_forgotten(turn, notebook)):
            with suppress(AlreadyLoggedError):
                self.repository.write(turn.user, change, turn.at)
        return answer

    def _without_notebook(self, turn: Turn, use_case: UseCase) -> Answer:
        talk = self._talk(turn, Notebook({}, ()), "")
        talk.wardrobe.known = False
        if not turn.attributes.get("noticed"):
            talk.notice = talk.say("trouble.no_notebook")
        reply = use_case(talk)
        if talk.forget:
            reply = talk.ask(talk.say("trouble.not_deleted"))
        attributes = {**_attributes(turn, reply, talk.walkthrough), "noticed": True}
        return Answer(reply, attributes, _plain_speech(talk))

    def _talk(self, turn: Turn, notebook: Notebook, page: str) -> Talk:
        profile = notebook.pages.get(PROFILE)
        stored = notebook.pages.get(page)
        walkthroughs = [
            walkthrough
            for body in (stored and stored.body, turn.attributes.get("walkthrough"))
            if isinstance(body, Mapping) and (walkthrough := walkthrough_of(body, self.exercises))
        ]
        return Talk(
            turn,
            words=Phrasebook.of(turn.language, self.random),
            exercises=self.exercises,
            random=self.random,
            profile=profile_of(profile.body) if profile else Profile(),
            walkthrough=max(walkthroughs, key=lambda walkthrough: walkthrough.touched_at, default=None),
            wardrobe=wardrobe_of(turn, notebook),
        )


def _plain_speech(talk: Talk) -> bool:
    return talk.turn.device.id in talk.profile.plain_speech_devices


def _was_forgotten(turn: Turn, notebook: Notebook) -> bool:
    """Whether the notebook was removed during the session, as when the skill is disabled meanwhile.

    Every turn leaves a page behind, unless the store did not answer, which the session remembers.
    """
    return not notebook.pages and not turn.attributes.get("noticed")


def _walker(turn: Turn) -> str:
    """The voice that walks: the one that began the session; empty for the household.

    A voice is not recognised on every turn; a session that began with one stays with it.
    """
    began = None if turn.new_session else turn.attributes.get("walker")
    return began if isinstance(began, str) else turn.person


def _walkthrough_name(turn: Turn) -> str:
    """The page of whoever walks."""
    person = _walker(turn)
    return f"{WALKTHROUGH}-{sha256(person.encode()).hexdigest()[:16]}" if person else WALKTHROUGH


def _change(talk: Talk, notebook: Notebook, page: str) -> Change:
    """What differs from the notebook as it was read."""
    wardrobe = talk.wardrobe
    bodies: dict[str, Mapping[str, Any]] = {PROFILE: profile_page(talk.profile)}
    if talk.walkthrough:
        bodies[page] = walkthrough_page(talk.walkthrough)
    if wardrobe.changed:
        bodies[SHOES] = shoes_page(wardrobe.rotation, wardrobe.habits)
    pages: dict[str, Page] = {}
    for name, body in bodies.items():
        old = notebook.pages.get(name)
        if old is None or old.body != body:
            expires_at = talk.turn.at + WALKTHROUGH_KEPT if name == page else None
            pages[name] = Page(body, old.version if old else 0, expires_at)
    return Change(
        pages,
        added=[entry_of(run) for run in wardrobe.added],
        replaced=[entry_of(run) for run in wardrobe.replaced],
        removed=[entry_of(run) for run in wardrobe.removed],
    )


def _attributes(turn: Turn, reply: Reply, walkthrough: Walkthrough | None) -> dict[str, Any]:
    if not reply.text:
        return dict(turn.attributes)
    attributes: dict[str, Any] = {"walker": _walker(turn), "said": reply.text[:LONGEST_REMEMBERED_TEXT]}
    if reply.performs:
        attributes |= {"said": "", "performance": turn.id}
    if reply.question:
        attributes |= {"question": str(reply.question), "topic": dict(reply.topic)}
    if walkthrough:
        attributes["walkthrough"] = walkthrough_page(walkthrough)
    return attributes
