"""When a check-up of a pair is offered, and what is said of a pair's wear where none is under way."""

from skill.conversation.shoes.check_up_findings import NOTHING_SAID, Findings
from skill.conversation.shoes.check_up_words import points_in_words
from skill.conversation.shoes.checking import CheckUpUnderWay, check_shoes
from skill.conversation.shoes.shoe_words import pair_in_words, rounded_distance
from skill.conversation.shoes.which_pair import AboutPair, meant, slot_of
from skill.conversation.turn.question import Offer
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.check_up import Finding
from skill.shoes.own_life import check_up_due
from skill.shoes.shoe import Shoe
from skill.value import replace


class CheckUpOffered(Offer, AboutPair, kw_only=True, name="check-up-offered"):
    """Whether a pair is to be checked.

    Attributes:
        found: what was said of it already.
    """

    found: Findings = NOTHING_SAID

    def yes(self, talk: Talk) -> Outcome:
        """Check it."""
        return check_shoes(talk, slot_of(self.shoe(talk)), self.found)

    def no(self, talk: Talk) -> Outcome:
        """Another time."""
        return talk.say(talk.line("check_up.another_time"))

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The pair and what it has run."""
        shoe = self.shoe(talk)
        return {"pair": pair_in_words(talk, shoe), "distance": rounded_distance(talk, shoe.metres)}

    def still_open(self, talk: Talk) -> bool:
        """As long as the pair is in use and is not being checked."""
        check_up = talk.shoes.check_up
        under_way = check_up is not None and check_up.shoe == self.about
        return super().still_open(talk) and self.shoe(talk).active and not under_way

    def note_asked(self, talk: Talk) -> None:
        """Note that it was offered at what the pair has run now."""
        shoe = self.shoe(talk)
        reached = check_up_due(shoe)
        if reached:
            talk.shoes.rotation = talk.shoes.rotation.with_shoe(replace(shoe, check_offered=reached))


def check_up_offer(talk: Talk, shoe: Shoe) -> CheckUpOffered | None:
    """The offer to check a pair that has come to a distance at which it is due; None where it has not."""
    now = talk.shoes.rotation.find(shoe.id)
    return CheckUpOffered(shoe.id) if now and check_up_due(now) else None


def tell_findings(talk: Talk, findings: Findings, heard: Slot | None) -> Outcome | None:
    """What was found in a pair: the answer in a check-up; elsewhere one is offered, and nothing is noted.

    Returns:
        None for "good" alone where no check-up is under way: it was no finding.
    """
    for question in talk.open_questions:
        if isinstance(question, CheckUpUnderWay):
            return question.findings(talk, findings)
    if findings == Findings(words=(Finding.GOOD,)):
        return None
    active = talk.shoes.rotation.active
    found = meant(talk, heard, active) if heard else active
    if len(found) != 1:
        return check_shoes(talk, heard, findings) if active and findings.named else _nothing_checked(talk)
    worn = [point for point, finding in findings.named.items() if finding is Finding.WORN]
    if not worn:
        return _nothing_checked(talk)
    said = talk.line("check_up.a_sign", worn=points_in_words(talk, worn))
    question = CheckUpOffered(found[0].id, found=findings)
    return talk.ask_or_go_on(question, f"{said} {question.again(talk)}")


def _nothing_checked(talk: Talk) -> Outcome:
    return talk.say(talk.line("check_up.none_under_way"))
