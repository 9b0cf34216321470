"""What suits a sore place, once it is no sharp pain."""

from skill.coach import selection
from skill.coach.sides import Sides
from skill.content.exercise import BodyArea, RoutineName, Side
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.pain import InPain, ease_off, is_stretching
from skill.conversation.stretching.routines import StartOffered, doable_now
from skill.conversation.stretching.safety import held_back, injury, remind, still_hurts
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.value import replace


class AcheOrSharp(OpenQuestion, name="ache-or-sharp"):
    """What kind of pain it is: an ache may be stretched gently.

    Attributes:
        area: where; empty where it was not said.
        sides: on which side; both where none was named.
    """

    area: str = ""
    sides: Sides = Sides.BOTH

    def named_answers(self) -> tuple[str, ...]:
        """The two."""
        return ("ache", "sharp")

    def pain_kind(self, talk: Talk, kind: PainKind) -> Outcome:
        """What suits an ache; any other pain is for somebody to look at."""
        if kind is not PainKind.ACHE:
            return injury(talk)
        talk.sides = self.sides if self.sides.alone else None
        return offer_for_area(talk, None, BodyArea(self.area) if self.area else None)

    def routine(self, talk: Talk, name: RoutineName) -> Outcome:  # noqa: ARG002 - none before it is told
        """Nothing is stretched before it is told what kind of pain it is."""
        return talk.ask(self, self.again(talk))

    def exercise(self, talk: Talk, heard: Slot) -> Outcome:  # noqa: ARG002 - as above
        """As a routine."""
        return talk.ask(self, self.again(talk))

    def side(self, talk: Talk, side: Side) -> Outcome:
        """It is on that side; what kind of pain is asked again."""
        return talk.ask(replace(self, sides=Sides.only(side)))

    def no(self, talk: Talk) -> Outcome:
        """Neither, or nobody knows: then it is left alone."""
        return talk.say(talk.line("pain.unsure"))

    def all_right(self, talk: Talk) -> Outcome:
        """It is over."""
        return talk.say(talk.line("pain.good"))


def hurts(talk: Talk, heard: Slot | None, area: BodyArea | None) -> Outcome:
    """Something hurts: in a stretch it is eased off first, else it is asked what kind of pain it is.

    Args:
        talk: the turn.
        heard: the place as it was said; None where none was.
        area: the place, None where it is none that the coach looks after.
    """
    if held_back(talk):
        return still_hurts(talk)
    elsewhere = heard is not None and area is None
    if talk.resumable and is_stretching(talk):
        return ease_off(talk, talk.resumable, talk.line("routine.other_area") if elsewhere else "")
    if elsewhere:
        return offer_for_area(talk, heard, None)
    before = talk.asked if isinstance(talk.asked, AcheOrSharp) else AcheOrSharp()
    return talk.ask(AcheOrSharp(area or before.area, talk.sides or before.sides))


def offer_for_area(talk: Talk, heard: Slot | None, area: BodyArea | None, before: str = "") -> Outcome:
    """Offer what suits a sore place; a routine waits when it is one that the coach knows nothing of.

    Args:
        talk: the turn.
        heard: the place as it was said; None where none was.
        area: the place, None where it is none that the coach looks after.
        before: said ahead of an offer.
    """
    if held_back(talk):
        return remind(talk)
    if area is None:
        return _which_place(talk, heard)
    if isinstance(talk.asked, InPain) and talk.resumable:
        side = talk.sides.side if talk.sides else None
        return talk.ask(replace(talk.asked, sore=side or talk.asked.sore))
    suiting = selection.exercises_for_area(doable_now(talk), area)
    place = _in_words(talk, area)
    if not suiting:
        return talk.say(talk.line("routine.nothing_for_area", area=place))
    ids = tuple(exercise.id for exercise in suiting)
    names = exercise_names(talk, ids)
    text = talk.line("routine.for_area", area=place, exercises=names)
    sides = talk.sides or Sides.BOTH
    sided = talk.line(f"choosing_sides.{sides}") if sides.alone and any(one.sides for one in suiting) else ""
    parts = (before, text, sided, talk.line("routine.shall_we_start"))
    return talk.ask(StartOffered(exercises=ids, sides=sides), " ".join(part for part in parts if part))


def _which_place(talk: Talk, heard: Slot | None) -> Outcome:
    """Ask which place it is; a routine waits where one was said that the coach knows nothing of."""
    other = talk.line("routine.other_area") if heard else ""
    if other and talk.resumable:
        return ease_off(talk, talk.resumable, other)
    areas = talk.phrasebook.join([talk.line(f"areas.{name}") for name in BodyArea], choice=True)
    where = talk.line("routine.which_area", areas=areas)
    return talk.ask(Choice(where), f"{other} {where}".strip())


def _in_words(talk: Talk, area: BodyArea) -> str:
    """The place, on the side that was named."""
    side = talk.sides.side if talk.sides else None
    return (
        talk.line(f"areas_on_side.{area}", side=talk.line(f"sides.{side}"))
        if side
        else talk.line(f"areas.{area}")
    )
