"""The seconds that one side has had less, offered once when the routine is over."""

from skill.coach.entry import Entry
from skill.coach.uneven_sides import Shortfall, evening_out, greatest_shortfall
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Side
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.performing import perform
from skill.conversation.stretching.routine_endings import ending_of_routine
from skill.conversation.turn.question import Offer
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.value import replace


class MoreOnSide(Offer, kw_only=True, name="more-on-side"):
    """Whether to do what one side of an exercise has had less.

    Attributes:
        exercise_done: the exercise's id.
        less: the side that has had less.
        held: its seconds.
        other: the seconds of the other side.
        seconds: what is missing.
    """

    exercise_done: str
    less: Side
    held: int
    other: int
    seconds: int

    def yes(self, talk: Talk) -> Outcome:
        """Do just these seconds on that side."""
        walkthrough = talk.walkthrough
        steps = walkthrough.plan.routine.steps if walkthrough else ()
        index = next((at for at, step in enumerate(steps) if step.exercise.id == self.exercise_done), None)
        if walkthrough is None or index is None:
            return self.no(talk)
        missing = Shortfall(index, self.less, self.held, self.other, self.seconds)
        plan, place = evening_out(walkthrough.plan, missing)
        taken_up = replace(walkthrough, plan=plan, place=place, progress=Progress.PAUSED)
        return perform(talk, taken_up, place, entry=Entry.POSITIONED)

    def no(self, talk: Talk) -> Outcome:
        """Leave it so, for good; the routine ends as it would have."""
        text = talk.line("closing.as_it_is")
        if talk.walkthrough is None:
            return talk.end(text)
        ending = ending_of_routine(talk, replace(talk.walkthrough, held={}), text)
        return talk.ask(ending.question, ending.text) if ending.question else talk.end(ending.text)

    def side(self, talk: Talk, side: Side) -> Outcome:
        """The side that has had less is a yes, the other one a no."""
        return self.yes(talk) if side is self.less else self.no(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """How long each side was held."""
        other = next(side for side in Side if side is not self.less)
        return {
            "exercise": exercise_name(talk, self.exercise_done),
            "side": talk.line(f"sides.{self.less}"),
            "more": talk.line(f"sides.{other}"),
            "least": self.held,
            "most": self.other,
            "seconds": self.seconds,
        }

    def words(self, talk: Talk) -> str:
        """The offer with what each side has had."""
        return talk.line("closing.uneven", **self.values(talk))


def more_on_side(walkthrough: Walkthrough) -> MoreOnSide | None:
    """What is offered when this walkthrough ends with what it has held; None where nothing is missing.

    After a red flag nothing is offered.
    """
    missing = greatest_shortfall(walkthrough.plan, walkthrough.held)
    if missing is None or walkthrough.stopped_for_safety:
        return None
    return MoreOnSide(
        exercise_done=walkthrough.plan.routine.steps[missing.step].exercise.id,
        less=missing.side,
        held=missing.held,
        other=missing.other,
        seconds=missing.missing,
    )
