"""The place at which a routine was left, offered when the skill is opened again."""

from datetime import timedelta

from skill.coach.cue_sheet import Place
from skill.coach.stretch_habits import habitually_left_out
from skill.coach.walkthrough import Walkthrough
from skill.conversation.stretching.back_or_going import BackOrGoing
from skill.conversation.stretching.exercise_names import name_at, place_in_words
from skill.conversation.stretching.performing import FineToGoOn, resume_if_any
from skill.conversation.stretching.stopping import stop
from skill.conversation.turn.question import Invitation
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk

FRESH = timedelta(hours=1)
"""So long the runner still means to go on; later a routine may as well be begun anew."""


class ResumeOffered(Invitation, name="resume-offered"):
    """Whether to take up the walkthrough that was left.

    Attributes:
        or_over: whether to start over was offered as well.
    """

    or_over: bool = False

    def named_answers(self) -> tuple[str, ...]:
        """Yes or no; where to start over was offered, that too."""
        return ("continue", "start_over", "no") if self.or_over else ("yes", "no")

    def yes(self, talk: Talk) -> Outcome:
        """Take it up."""
        return resume_if_any(talk)

    def no(self, talk: Talk) -> Outcome:
        """Start afresh."""
        if talk.walkthrough:
            talk.walkthrough = talk.walkthrough.leave(talk.turn.at)
        return talk.ask(BackOrGoing(), talk.line("answers.start_afresh"))

    def later(self, talk: Talk) -> Outcome:
        """Keep the place for another time."""
        return stop(talk)

    def ready(self, talk: Talk) -> Outcome:
        """Take it up."""
        return resume_if_any(talk)

    def you_choose(self, talk: Talk) -> Outcome:
        """Take it up."""
        return resume_if_any(talk)

    def again(self, talk: Talk) -> str:
        """The offer in short."""
        return talk.line("opening.that_one_or_over" if self.or_over else self.line)

    def reprompt(self, talk: Talk) -> str:
        """What can be said."""
        return talk.line("opening.that_one_reprompt" if self.or_over else "opening.unfinished_reprompt")


def offer_place_left(talk: Talk) -> Reply | None:
    """Offer to go on where a routine was left; None where there is none, or its rest is always left out.

    What the runner leaves out each time is over with that, and is not offered again. What a red flag stopped
    is asked about, and not offered.
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return None
    if walkthrough.stopped_for_safety:
        if walkthrough.place == Place(walkthrough.place.step):
            line = talk.line("safety.stopped_ahead_of", exercise=name_at(talk, walkthrough))
            return talk.ask(FineToGoOn(), line)
        place = place_in_words(talk, walkthrough)
        return talk.ask(FineToGoOn(), talk.line("safety.stopped_before", place=place))
    if _is_never_done(talk, walkthrough):
        talk.walkthrough = walkthrough.leave(talk.turn.at)
        return None
    if talk.turn.at - walkthrough.touched_at <= FRESH:
        return talk.ask(
            ResumeOffered(), talk.line("opening.unfinished", place=place_in_words(talk, walkthrough))
        )
    begun = walkthrough.place != Place(walkthrough.place.step)
    line = "opening.left_in_the_middle" if begun else "opening.left_before"
    return talk.ask(ResumeOffered(or_over=True), talk.line(line, exercise=name_at(talk, walkthrough)))


def _is_never_done(talk: Talk, walkthrough: Walkthrough) -> bool:
    routine, place = walkthrough.plan.routine, walkthrough.place
    rest = {step.exercise.id for step in routine.steps[place.step :]}
    return rest <= habitually_left_out(talk.stretches.recent, routine.name)
