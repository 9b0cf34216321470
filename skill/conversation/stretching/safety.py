"""Red flags, and what a doctor has to say: nothing is coached, and nothing of it is kept.

All that is kept is that a walkthrough was stopped for safety. It goes on when the runner has said yes to the
question whether that is really fine, and by nothing else: `performing.perform` asks.
"""

from collections.abc import Callable

from skill.coach.bout_moves import without_exercise_at_place
from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import Feeling
from skill.coach.walkthrough import Walkthrough
from skill.conversation.stretching.at_hand import leave_out_today
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.pain import Halted
from skill.conversation.stretching.performing import FineToGoOn, wait
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.question import Invitation, Question
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.value import replace


class AllRight(Question, name="all-right"):
    """Whether the runner is all right, after a red flag. No exercise is offered.

    Attributes:
        injured: whether it was a limb that may be badly hurt, and no emergency.
        left_out: id of the exercise in which it was hurt, and which is left out; empty for none.
        asked: whether it was asked in so many words: before, a yes may only say that the warning was heard.
    """

    holds_back = True

    injured: bool = False
    left_out: str = ""
    asked: bool = False

    def named_answers(self) -> tuple[str, ...]:
        """What is waited for."""
        return ("all_right",)

    def yes(self, talk: Talk) -> Outcome:
        """It is asked in so many words, and then it is so."""
        return self.all_right(talk) if self.asked else talk.ask(replace(self, asked=True))

    def all_right(self, talk: Talk) -> Outcome:
        """Good: whether to go on is asked for itself."""
        if talk.resumable and self.left_out:
            left_out = exercise_name(talk, self.left_out)
            return talk.ask(FineToGoOn(), talk.line("safety.rested_without", exercise=left_out))
        if talk.resumable:
            return talk.ask(FineToGoOn(), talk.line("safety.rested"))
        return talk.ask(Rested(), talk.line("safety.nothing_under_way"))

    def no(self, talk: Talk) -> Outcome:
        """Say once more who can help."""
        return talk.ask(replace(self, asked=False), talk.line(_said(injured=self.injured)))

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """Better is all right; the same and worse are not."""
        return self.all_right(talk) if felt is Feeling.BETTER else self.no(talk)

    def ready(self, talk: Talk) -> Outcome:
        """That is no word for being all right: it is asked."""
        return self.yes(talk)

    def never_mind(self, talk: Talk) -> Outcome:
        """Nobody is held who wants to leave."""
        return talk.end(talk.line("safety.take_care"))

    def again(self, talk: Talk) -> str:
        """What to do, in short; once that was heard, whether all is right."""
        if self.asked:
            return talk.line("safety.are_you")
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


class DoctorFirst(Rested, name="doctor-first"):
    """What else there is to do, once a doctor is to be asked; before an exercise, whether one has been."""

    line = "questions.doctor-first"
    asks_a_doctor = True

    def no(self, talk: Talk) -> Outcome:
        """Then that was all."""
        return AnythingElse().no(talk)


def emergency(talk: Talk) -> Outcome:
    """Stop the count, and say who can help, ahead of which nothing is said; what was asked before is left."""
    return _stopped(talk, injured=False)


def injury(talk: Talk) -> Outcome:
    """As an emergency, of a limb: it is to be looked at."""
    return _stopped(talk, injured=True)


def ask_doctor(talk: Talk) -> Outcome:
    """Send to those who know; a routine waits, and what was asked after a red flag is asked again."""
    if held_back(talk):
        return remind(talk, "safety.ask_doctor")
    text = talk.line("safety.ask_doctor")
    if talk.resumable:
        return wait(talk, talk.resumable, f"{text} {talk.line('safety.waits_for_doctor')}")
    return talk.ask(DoctorFirst(), f"{text} {talk.line('shoes.anything_else')}")


def held_back(talk: Talk) -> bool:
    """Whether a red flag was said, and nobody has said since that it is fine to go on."""
    stopped = talk.resumable is not None and talk.resumable.stopped_for_safety
    return stopped or any(one.holds_back and not isinstance(one, Rested) for one in talk.open_questions)


def unless_held_back(use_case: Callable[[Talk], Outcome], talk: Talk) -> Outcome:
    """What a use case gives; after a red flag the question that waits, for nothing more is coached then."""
    return remind(talk) if held_back(talk) else use_case(talk)


def remind(talk: Talk, key: str = "") -> Reply:
    """Ask once more what was asked after the red flag, ahead of it what else is to be said.

    Args:
        talk: the turn.
        key: of the line that is said ahead; empty for none.
    """
    asked = _waiting(talk)
    return talk.ask(asked, " ".join(filter(None, (key and talk.line(key), asked.again(talk)))))


def still_hurts(talk: Talk) -> Outcome:
    """It hurts, or does again: that is a no to what was asked after the red flag."""
    return _waiting(talk).no(talk)


def unless_hurt(use_case: Callable[[Talk], Outcome], talk: Talk) -> Outcome:
    """What a use case gives that is about a run to come; after a red flag nobody is sent on one."""
    return remind(talk, "safety.no_running") if held_back(talk) else use_case(talk)


def _waiting(talk: Talk) -> Question:
    return next((one for one in talk.open_questions if one.holds_back), FineToGoOn())


def _stopped(talk: Talk, *, injured: bool) -> Reply:
    """Hold back; the exercise in which a limb was hurt comes no more, and neither does what it has left."""
    left_out = next((one.left_out for one in talk.open_questions if isinstance(one, AllRight)), "")
    talk.open_questions, talk.notice, walkthrough = (), "", talk.walkthrough
    if walkthrough:
        if injured and not walkthrough.stopped_for_safety and _is_at_an_exercise(talk, walkthrough):
            left_out = walkthrough.plan.routine.steps[walkthrough.place.step].exercise.id
            walkthrough = without_exercise_at_place(walkthrough, talk.turn.at)
            leave_out_today(talk, (left_out,))
        talk.walkthrough = replace(walkthrough, stopped_for_safety=True, touched_at=talk.turn.at)
    return talk.ask(AllRight(injured, left_out), talk.line(_said(injured=injured)))


def _is_at_an_exercise(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether the runner was in an exercise, or in a break of one; not in one between two."""
    begun = walkthrough.place != Place(walkthrough.place.step)
    return talk.resumable is not None and (talk.interrupted or begun or isinstance(talk.asked, Halted))


def _said(*, injured: bool) -> str:
    """The key of what is said of a red flag."""
    return "safety.injury" if injured else "safety.emergency"
