"""A routine from its beginning to its end, as a runner gets it who says nothing in between."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise, RoutineName
from skill.conversation.memory.local_settings import LocalSettings
from skill.conversation.memory.profile import Profile
from skill.conversation.stretching.performing import resume
from skill.conversation.stretching.routines import start_exercise, start_routine
from skill.conversation.turn.interruption import stop_walkthrough
from skill.conversation.turn.place_settings import PlaceSettings
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.shoes_in_turn import ShoesInTurn
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Device, Slot, Turn
from skill.sound.errors import SoundError
from skill.speech.phrasebook import Phrasebook
from skill.value import Value

BETWEEN_REPLIES: Final = 1.0
"""Seconds until a device that goes on by itself asks for the next reply."""

_BEGUN_AT: Final = datetime(2026, 1, 1, 8, tzinfo=UTC)
"""Any moment: nothing that is said depends on it."""


class UnknownRoutineError(SoundError):
    """There is no such routine or exercise; the message names those there are."""


class RecitedReply(Value):
    """One reply of a recital.

    Attributes:
        reply: what the skill answers.
        walkthrough: where it stands in the routine.
    """

    reply: Reply
    walkthrough: Walkthrough


def recite(
    name: str, profile: Profile, exercises: Mapping[str, Exercise], locale: str, random: Random
) -> Iterator[RecitedReply]:
    """The replies of a routine, or of one exercise, on a device that goes on by itself.

    Args:
        name: a routine's or an exercise's id.
        profile: the runner's settings, and what is known already.
        exercises: the article's, by id.
        locale: as in "en-US".
        random: draws among wordings, and the pre-run pair.

    Raises:
        UnknownRoutineError: nothing has that name.
    """
    if name not in exercises and name not in list(RoutineName):
        known = ", ".join([*RoutineName, *exercises])
        raise UnknownRoutineError(f"There is no routine or exercise {name!r}. There are: {known}.")
    at = _BEGUN_AT
    walkthrough: Walkthrough | None = None
    while True:
        turn = Turn(f"recital-{at:%H%M%S}", at, "recital", locale=locale, device=Device(screen=True))
        talk = stop_walkthrough(
            Talk(
                turn,
                phrasebook=Phrasebook.of(turn.language, random),
                exercises=exercises,
                random=random,
                profile=profile,
                shoes=ShoesInTurn.none_yet(),
                place_settings=PlaceSettings(turn, LocalSettings()),
                as_found=walkthrough,
            )
        )
        if talk.resumable:
            reply = resume(talk, talk.resumable)
        elif name in exercises:
            reply = start_exercise(talk, Slot(name, (name,)))
        else:
            reply = start_routine(talk, RoutineName(name))
        if talk.walkthrough is None:
            raise UnknownRoutineError(f"{name!r} cannot be performed: {reply.text}")
        yield RecitedReply(reply, talk.walkthrough)
        if reply.sheet.resume_at is None:
            return
        profile, walkthrough = talk.profile, talk.walkthrough
        at += timedelta(seconds=reply.sheet.seconds + BETWEEN_REPLIES)
