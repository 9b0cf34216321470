"""What hurts: eased off in a stretch, asked about elsewhere; and cramps."""

from skill.coach.exercise_pairs import Feeling
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Form, Side
from skill.conversation.stretching.performing import Ready, resume_if_any
from skill.conversation.turn.pain_kind import PainKind
from skill.conversation.turn.question import Question
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.value import replace


class Halted(Question):
    """Whether what stopped a stretch is over. It waits: nobody is led on into pain."""

    over_with_a_routine = True

    def yes(self, talk: Talk) -> Outcome:
        """It is: go on."""
        return resume_if_any(talk)

    def ready(self, talk: Talk) -> Outcome:
        """It is: go on."""
        return resume_if_any(talk)

    def all_right(self, talk: Talk) -> Outcome:
        """It is: go on."""
        return resume_if_any(talk)

    def what_to_do(self, talk: Talk) -> str:
        """What helps, and what there is to say."""
        return self.again(talk)

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """Better is fine again; the same and worse are not."""
        return resume_if_any(talk) if felt is Feeling.BETTER else self.no(talk)

    def never_mind(self, talk: Talk) -> Outcome:
        """That is no word for going on."""
        return talk.ask(self, self.again(talk))

    def still_open(self, talk: Talk) -> bool:
        """As long as there is something to go on with."""
        return talk.resumable is not None


class InPain(Halted, name="in-pain"):
    """Whether it is fine again, once the runner has eased off; else easier, shorter, skip or stop.

    Attributes:
        lasting: whether easing off has not helped.
        sore: the side that hurts; None where none was named.
    """

    lasting: bool = False
    sore: Side | None = None

    def named_answers(self) -> tuple[str, ...]:
        """What there is to say."""
        return ("continue", "skip", "stop") if self.lasting else ("yes", "easier", "shorter", "skip", "stop")

    def yes(self, talk: Talk) -> Outcome:
        """It is fine: go on; to what there is to say a yes is no answer."""
        return talk.ask(self, self.again(talk)) if self.lasting else resume_if_any(talk)

    def side(self, talk: Talk, side: Side) -> Outcome:
        """It hurts on that side; whether it is fine is asked again."""
        return talk.ask(replace(self, sore=side))

    def no(self, talk: Talk) -> Outcome:
        """Then this one is better left out."""
        return talk.ask(replace(self, lasting=True), talk.line("pain.lasting"))

    def pain_kind(self, talk: Talk, kind: PainKind) -> Outcome | None:
        """An ache that stays mild may go on, eased; a sharp one means what it means anywhere."""
        return talk.ask(self, talk.line("pain.only_ache")) if kind is PainKind.ACHE else None

    def what_to_do(self, talk: Talk) -> str:
        """Ease off; where that has not helped, leave it out."""
        return talk.line("pain.lasting" if self.lasting else "pain.ease_off")

    def again(self, talk: Talk) -> str:
        """What there is to say."""
        return talk.line("pain.skip_or_stop") if self.lasting else super().again(talk)


class InCramp(Halted, name="in-cramp"):
    """Whether a cramp has gone."""

    def named_answers(self) -> tuple[str, ...]:
        """What there is to say."""
        return ("continue", "skip", "stop")

    def what_to_do(self, talk: Talk) -> str:
        """Let it go."""
        return f"{talk.line('pain.cramp')} {talk.line('pain.when_it_has_gone')}"

    def no(self, talk: Talk) -> Outcome:
        """Then there is time."""
        return talk.ask(self, talk.line("pain.cramp_waits"))


def is_stretching(talk: Talk) -> bool:
    """Whether the runner is in a stretch, or in a break of one: what hurts then hurts from it."""
    at_a_break = isinstance(talk.asked, (Ready, InPain, InCramp))
    return talk.resumable is not None and (talk.interrupted or at_a_break)


def ease_off(talk: Talk, walkthrough: Walkthrough, before: str = "") -> Reply:
    """Let the routine wait and the runner ease off; where that has been tried, suggest to leave it out.

    Args:
        talk: the turn.
        walkthrough: the one that waits.
        before: said ahead of it.
    """
    step = walkthrough.plan.routine.steps[walkthrough.place.step]
    hurt_before = walkthrough.hurt_in == step.exercise.id
    tried = isinstance(talk.asked, InPain) or (talk.interrupted and (hurt_before or step.form is Form.EASIER))
    talk.walkthrough = replace(walkthrough, hurt_in=step.exercise.id)
    text = talk.line("pain.lasting" if tried else "pain.ease_off")
    known = talk.asked.sore if isinstance(talk.asked, InPain) else None
    sore = talk.sides.side if talk.sides and talk.sides.alone else known
    return talk.ask(InPain(lasting=tried, sore=sore), f"{before} {text}".strip())


def cramp(talk: Talk) -> Outcome:
    """Let go, straighten, drink and wait; a routine waits too."""
    if talk.resumable is None:
        return talk.say(talk.line("pain.cramp"))
    return talk.ask(InCramp(), f"{talk.line('pain.cramp')} {talk.line('pain.when_it_has_gone')}")
