"""Red flags, and what a doctor has to say: nothing is coached, and nothing of it is kept.

All that is kept is that a walkthrough was stopped for safety. It goes on when the runner has said yes to the
question whether that is really fine, and by nothing else: `performing.perform` asks.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from skill.coach.exercise_pairs import Feeling
from skill.conversation.stretching.performing import FineToGoOn, wait
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import Invitation, Question
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk


@dataclass(frozen=True)
class AllRight(Question, name="all-right"):
    """Whether the runner is all right, after a red flag. No exercise is offered.

    Attributes:
        injured: whether it was a limb that may be badly hurt, and no emergency.
    """

    holds_back = True

    injured: bool = False

    def named_answers(self) -> tuple[str, ...]:
        """What is waited for."""
        return ("all_right",)

    def yes(self, talk: Talk) -> Outcome:
        """Good: whether to go on is asked for itself."""
        if talk.resumable:
            return talk.ask(FineToGoOn(), talk.line("safety.rested"))
        return talk.ask(Rested(), talk.line("safety.nothing_under_way"))

    def no(self, talk: Talk) -> Outcome:
        """Say once more who can help."""
        return _stopped(talk, injured=self.injured)

    def all_right(self, talk: Talk) -> Outcome:
        """As a yes."""
        return self.yes(talk)

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """Better is all right; the same and worse are not."""
        return self.yes(talk) if felt is Feeling.BETTER else self.no(talk)

    def ready(self, talk: Talk) -> Outcome:
        """Good, but that is no word for going on."""
        return self.yes(talk)

    def never_mind(self, talk: Talk) -> Outcome:
        """Nobody is held who wants to leave."""
        return talk.end(talk.line("safety.take_care"))

    def again(self, talk: Talk) -> str:
        """What to do, in short."""
        return talk.line("safety.rest_injured") if self.injured else super().again(talk)

    def replaces(self, other: Question) -> bool:
        """There is one such question, the newest."""
        return isinstance(other, AllRight)


class Rested(Invitation, name="rested"):
    """What there is to do, once all is right; before an exercise it is asked whether that is really fine."""

    holds_back = True

    def named_answers(self) -> tuple[str, ...]:
        """None: no exercise is offered."""
        return ()

    def yes(self, talk: Talk) -> Outcome:
        """Wait to hear what."""
        return talk.ask(self)

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return talk.end(talk.line("safety.take_care"))


def emergency(talk: Talk) -> Outcome:
    """Stop the count, and say who can help, ahead of which nothing is said; what was asked before is left."""
    return _stopped(talk, injured=False)


def injury(talk: Talk) -> Outcome:
    """As an emergency, of a limb: it is to be looked at."""
    return _stopped(talk, injured=True)


def ask_doctor(talk: Talk) -> Outcome:
    """Send to those who know; a routine waits."""
    text = talk.line("safety.ask_doctor")
    if talk.resumable:
        return wait(talk, talk.resumable, f"{text} {talk.line('safety.waits_for_doctor')}")
    return talk.say(text, invitation=AnythingElse())


def held_back(talk: Talk) -> bool:
    """Whether a red flag was said, and nobody has said since that it is fine to go on."""
    stopped = talk.resumable is not None and talk.resumable.stopped_for_safety
    return stopped or any(one.holds_back and not isinstance(one, Rested) for one in talk.open_questions)


def unless_held_back(use_case: Callable[[Talk], Outcome], talk: Talk) -> Outcome:
    """What a use case gives; after a red flag the question that waits, for nothing more is coached then."""
    return remind(talk) if held_back(talk) else use_case(talk)


def remind(talk: Talk) -> Reply:
    """Ask once more what was asked after the red flag."""
    asked = next((one for one in talk.open_questions if one.holds_back), FineToGoOn())
    return talk.ask(asked, asked.again(talk))


def _stopped(talk: Talk, *, injured: bool) -> Reply:
    talk.open_questions, talk.notice = (), ""
    if talk.walkthrough:
        talk.walkthrough = replace(talk.walkthrough, stopped_for_safety=True, touched_at=talk.turn.at)
    return talk.ask(AllRight(injured), talk.line("safety.injury" if injured else "safety.emergency"))
