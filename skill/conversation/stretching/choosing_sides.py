"""Choosing the sides that work: one alone, or one before the other, in this routine or the next one."""

from enum import StrEnum

from skill.coach.bout_moves import bout_at, with_sides
from skill.coach.cue_sheet import Place
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import RoutineName, Side
from skill.conversation.stretching.bouts import has_begun, other_side, skip_bout
from skill.conversation.stretching.coaching_settings import set_word
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.moving_on import finish
from skill.conversation.stretching.pain import InPain
from skill.conversation.stretching.routines import StartOffered, start_exercise, start_routine
from skill.conversation.stretching.safety import held_back, remind
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.value import replace


class SidePart(StrEnum):
    """What a side has to do with the exercises; the values are the ids of the slot type `SidePart`."""

    FIRST = "first"
    ONLY = "only"
    LAST = "last"
    NONE = "none"

    def sides(self, side: Side) -> Sides:
        """The sides that work when this side has this part."""
        if self in (SidePart.FIRST, SidePart.LAST):
            return Sides.first(side if self is SidePart.FIRST else side.other)
        return Sides.only(side if self is SidePart.ONLY else side.other)


class WhichSide(OpenQuestion, name="which-side"):
    """Which side is meant.

    Attributes:
        part: what it is to do.
    """

    waits = False

    part: SidePart

    def named_answers(self) -> tuple[str, ...]:
        """The two."""
        return ("left_foot", "right_foot")

    def side(self, talk: Talk, side: Side) -> Outcome:
        """Choose it."""
        return choose_sides(talk, self.part.sides(side))

    def words(self, talk: Talk) -> str:
        """The question in full."""
        return talk.line("choosing_sides.which_side")


class WhichSideHurts(OpenQuestion, name="which-side-hurts"):
    """Which side hurts: at a pain, "just the right" may name it, or the one that is to work."""

    over_with_a_routine = True

    def named_answers(self) -> tuple[str, ...]:
        """The two."""
        return ("left_foot", "right_foot")

    def side(self, talk: Talk, side: Side) -> Outcome:
        """It is left out."""
        return choose_sides(talk, Sides.only(side.other))

    def no(self, talk: Talk) -> Outcome:
        """Then what was asked at the pain is asked again, and no side is chosen."""
        return talk.say(talk.line("choosing_sides.both_stay"))


class RoutineWithSides(OpenQuestion, name="routine-with-sides"):
    """Which routine is to be done on the sides that were chosen.

    Attributes:
        sides: those sides.
    """

    over_with_a_routine = True

    sides: Sides

    def named_answers(self) -> tuple[str, ...]:
        """The two."""
        return ("post_run", "pre_run")

    def routine(self, talk: Talk, routine: RoutineName) -> Outcome:
        """Start it, in the time that was said before."""
        talk.sides = self.sides
        answers = (question.routine(talk, routine) for question in talk.open_questions)
        return next((answer for answer in answers if answer), None) or start_routine(talk, routine)

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:
        """Start it."""
        talk.sides = self.sides
        return start_exercise(talk, heard)

    def words(self, talk: Talk) -> str:
        """The question, with the sides said back."""
        return talk.line("choosing_sides.which_routine", sides=talk.line(f"choosing_sides.{self.sides}"))


def side_with_part(talk: Talk, side: Side | None, part: SidePart | None) -> Outcome:
    """Have one side come first, work alone or not at all; asked which where none was named."""
    if part is None:
        return choose_sides(talk, Sides.BOTH)
    if side is None:
        return talk.ask(WhichSide(part))
    if isinstance(talk.asked, InPain) and part is SidePart.ONLY and talk.asked.sore is not side.other:
        return talk.ask(WhichSideHurts())
    return choose_sides(talk, part.sides(side))


def to_other_side(talk: Talk, side: Side | None) -> Outcome:
    """Switch to the other side; from one that hurts for good, and it comes round no more.

    Args:
        talk: the turn.
        side: the one that was named; None where it was "the other".
    """
    sore = _sore_at_work(talk)
    return choose_sides(talk, Sides.only(sore.other)) if sore and side is not sore else other_side(talk, side)


def skip_side(talk: Talk, side: Side | None) -> Outcome:
    """Leave the rest of a bout; a side that hurts is left for good.

    Args:
        talk: the turn.
        side: the one that was named; None where none was.
    """
    sore = _sore_at_work(talk)
    return choose_sides(talk, Sides.only(sore.other)) if sore else skip_bout(talk, side)


def _sore_at_work(talk: Talk) -> Side | None:
    """The side that was said to hurt, where it is the one at work."""
    walkthrough = talk.resumable
    now = bout_at(walkthrough.plan, walkthrough.place).side if walkthrough else None
    return now if isinstance(talk.asked, InPain) and talk.asked.sore is now else None


def always_sides(talk: Talk, side: Side | None, part: SidePart | None) -> Outcome:
    """Have it so in every routine from now on."""
    sides = part.sides(side) if side and part else Sides.BOTH if part is None else None
    return set_word(talk, "sides", sides)


def this_side_only(talk: Talk) -> Outcome:
    """Have the side that is at work stay alone; asked which where none is."""
    walkthrough = talk.resumable
    now = bout_at(walkthrough.plan, walkthrough.place).side if walkthrough else None
    return choose_sides(talk, Sides.only(now)) if now else talk.ask(WhichSide(SidePart.ONLY))


def side_done_already(talk: Talk, side: Side | None) -> Outcome:
    """A side of this exercise was done before: the other one alone is left of it."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("walkthrough.nothing_under_way"))
    now = bout_at(walkthrough.plan, walkthrough.place).side
    if side is None or now is None:
        return skip_bout(talk)
    sides = Sides.only(side.other)
    return _choose_under_way(talk, walkthrough, sides, here_alone=True)


def choose_sides(talk: Talk, sides: Sides) -> Outcome:
    """Have these sides work: in what is offered, in the routine under way, else in the next one.

    After a red flag they are kept for a routine that goes on, and nothing goes on.
    """
    walkthrough = talk.resumable
    if held_back(talk):
        changed = with_sides(walkthrough, sides) if walkthrough else None
        talk.walkthrough = changed or talk.walkthrough
        return remind(talk, f"choosing_sides.{sides}" if changed else "")
    if isinstance(talk.asked, StartOffered):
        offer = replace(talk.asked, sides=sides)
        return talk.ask(offer, f"{talk.line(f'choosing_sides.{sides}')} {offer.again(talk)}")
    if walkthrough is None:
        return talk.ask(RoutineWithSides(sides))
    return _choose_under_way(talk, walkthrough, sides)


def _choose_under_way(
    talk: Talk, walkthrough: Walkthrough, sides: Sides, *, here_alone: bool = False
) -> Outcome:
    """Have these sides work from here on, and go on; where both feet work at once, they still do."""
    place = walkthrough.place
    ahead = walkthrough.plan.routine.steps[place.step :][: 1 if here_alone else None]
    if not any(step.order for step in ahead):
        return talk.say(talk.line("moving.both_at_once"), explain=False)
    begun = has_begun(talk, walkthrough) or place != Place(place.step)
    changed = with_sides(walkthrough, sides, here_alone=here_alone)
    text = talk.line(f"choosing_sides.{sides}")
    if changed is None:
        return finish(talk, walkthrough, text)
    at_once = [step.exercise.id for step in ahead if not step.order]
    if at_once and sides is not Sides.BOTH:
        text = f"{text} {talk.line('choosing_sides.both_at_once', exercises=exercise_names(talk, at_once))}"
    talk.walkthrough = changed
    return talk.say(text, explain=not begun or changed.place.step > place.step)
