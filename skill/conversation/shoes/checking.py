"""The check-up of a pair in the runner's hands: begun, gone on with, answered in three words."""

from enum import StrEnum

from skill.coach.exercise_pairs import Feeling
from skill.conversation.shoes.adding import ask_for_first_pair
from skill.conversation.shoes.check_up_findings import NOTHING_SAID, Findings
from skill.conversation.shoes.check_up_sheet import check_up_screen, check_up_sheet, starts_of
from skill.conversation.shoes.check_up_words import points_in_words, result_in_words, words_wanted
from skill.conversation.shoes.pair_changes import change_pair
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import pair_in_words
from skill.conversation.shoes.which_pair import AboutPair, WhichPair, find_pair, meant
from skill.conversation.turn.question import OpenQuestion
from skill.conversation.turn.reply import Outcome, Reply
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.check_up import GOOD_ON_YES, HAND_TESTS, POINT_OF, CheckUp, Finding
from skill.shoes.own_life import after_check_up
from skill.shoes.shoe import Shoe
from skill.value import replace


class Move(StrEnum):
    """What moves about in a check-up; each is a word that moves about in a routine."""

    PAUSE = "pause"
    RESUME = "resume"
    REPEAT = "repeat"
    NEXT = "next"
    BACK = "back"
    START_OVER = "start_over"


class CheckWhichPair(WhichPair, kw_only=True, name="check-which-pair"):
    """Which pair is checked.

    Attributes:
        findings: what was said of it already.
    """

    findings: Findings = NOTHING_SAID

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Check it."""
        return check_shoes(talk, heard, self.findings)


class CheckUpUnderWay(AboutPair, OpenQuestion, kw_only=True, name="check-up-under-way"):
    """What was found, during a check-up and behind it.

    Attributes:
        asks_tests: whether the tests themselves were being asked, each for a yes or a no.
    """

    asks_tests: bool = False

    def findings(self, talk: Talk, findings: Findings) -> Outcome:
        """Note it, and go on with the next point; when all are said, say what they mean."""
        return _find(talk, _under_way(talk, self), findings)

    def pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """It is another pair that is in the hands: that one is checked, and nothing is noted of this one."""
        found = meant(talk, heard, talk.shoes.rotation.active)
        if len(found) != 1 or found[0].id == self.about:
            return None
        return _perform(talk, CheckUp(found[0].id, talk.turn.at))

    def yes(self, talk: Talk) -> Outcome:
        """What the test asks is so, which is asked back where it would be worn; where none asks, go on."""
        check_up = _under_way(talk, self)
        if check_up.test is None or not self.asks_tests:
            return _go_on(talk, check_up)
        if check_up.test in GOOD_ON_YES:
            return _find(talk, check_up, Findings(words=(Finding.GOOD,)))
        # "Fine" and "it's good" are a yes too, so that a yes alone never says that a pair is worn.
        points = points_in_words(talk, [POINT_OF[check_up.test]])
        return talk.ask(replace(self, asks_tests=False), talk.line("check_up.good_or_worn", points=points))

    def no(self, talk: Talk) -> Outcome:
        """What the test asks is not so; where none was asked, nobody knows, and the point is left open."""
        check_up = _under_way(talk, self)
        if check_up.test and self.asks_tests:
            found = Finding.WORN if check_up.test in GOOD_ON_YES else Finding.GOOD
            return _find(talk, check_up, Findings(words=(found,)))
        point = POINT_OF[check_up.test] if check_up.test else next(iter(check_up.open_points))
        left = talk.line("check_up.left_open", points=points_in_words(talk, [point]))
        return _find(talk, check_up, Findings(words=(Finding.UNSURE,)), left)

    def never_mind(self, talk: Talk) -> Outcome:
        """Leave it: nothing is changed."""
        talk.shoes.check_up = None
        return say_about_shoes(talk, talk.line("check_up.left"))

    def ready(self, talk: Talk) -> Outcome:
        """Go on."""
        return _go_on(talk, _under_way(talk, self))

    def all_right(self, talk: Talk) -> Outcome:
        """They are fine: this point, or behind the tests all of them."""
        check_up = _under_way(talk, self)
        found = Findings(words=(Finding.GOOD,)) if check_up.test else Findings(others=Finding.GOOD)
        return _find(talk, check_up, found)

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """How they feel in the hands: good or worn; the same as ever says nothing."""
        words = {Feeling.BETTER: Finding.GOOD, Feeling.WORSE: Finding.WORN}
        if felt not in words:
            return talk.ask(self, words_wanted(talk, _under_way(talk, self)))
        return _find(talk, _under_way(talk, self), Findings(words=(words[felt],)))

    def again(self, talk: Talk) -> str:
        """What is wanted next: going on with the tests, or the words that are missing."""
        check_up = talk.shoes.check_up
        if check_up is None or check_up.shoe != self.about:
            return talk.line(self.line)
        if check_up.test:
            return talk.line("check_up.say_go_on", test=talk.line(f"check_up.shown.{check_up.test}"))
        return words_wanted(talk, check_up)

    def reprompt(self, talk: Talk) -> str:
        """What can be said where nothing was heard."""
        check_up = talk.shoes.check_up
        sounding = check_up is not None and check_up.began_at is not None
        return words_wanted(talk, check_up) if check_up and sounding else self.again(talk)

    def still_open(self, talk: Talk) -> bool:
        """As long as the check-up is under way."""
        check_up = talk.shoes.check_up
        return super().still_open(talk) and check_up is not None and check_up.shoe == self.about


def check_shoes(talk: Talk, heard: Slot | None, findings: Findings = NOTHING_SAID) -> Outcome:
    """Check a pair, or go on with the check-up of it that was left."""
    rotation = talk.shoes.rotation
    if not rotation.active:
        raise ask_for_first_pair(talk)
    left = talk.shoes.check_up
    if left and (heard is None or left.shoe in {shoe.id for shoe in meant(talk, heard, rotation.active)}):
        return _go_on(talk, left, talk.line("check_up.back_to", pair=_pair(talk, left)))
    found = find_pair(talk, heard, CheckWhichPair(findings=findings), rotation.active)
    check_up = findings.into(CheckUp(found.id, talk.turn.at, len(HAND_TESTS)))
    return _perform(talk, check_up.at(0))


def move(talk: Talk, how: Move) -> Outcome | None:
    """Move about in the check-up that is under way; None where none is, or a routine sounds."""
    check_up = talk.shoes.check_up
    asked = any(isinstance(one, CheckUpUnderWay) for one in talk.open_questions)
    left = how is Move.RESUME and talk.resumable is None
    if check_up is None or talk.interrupted or not (asked or left):
        return None
    if how is Move.PAUSE:
        return talk.ask(CheckUpUnderWay(check_up.shoe), _paused(talk, check_up))
    if how is Move.START_OVER:
        return _perform(talk, CheckUp(check_up.shoe, talk.turn.at))
    further = {Move.NEXT: 1, Move.BACK: -1}.get(how, 0)
    again = talk.line("check_up.once_more") if how is Move.REPEAT and check_up.test else ""
    return _go_on(talk, check_up.at(check_up.place + further), again)


def not_at_hand(talk: Talk) -> Outcome | None:
    """The shoes are not here: a check-up that is asked about is left; None where none is."""
    asked = next((one for one in talk.open_questions if isinstance(one, CheckUpUnderWay)), None)
    return asked.never_mind(talk) if asked else None


def place_kept(talk: Talk) -> str:
    """What is said of a check-up under way to who leaves; empty where none is."""
    check_up = talk.shoes.check_up
    asked = any(isinstance(one, CheckUpUnderWay) for one in talk.open_questions)
    return talk.line("check_up.kept", pair=_pair(talk, check_up)) if check_up and asked else ""


def offer_check_up_left(talk: Talk) -> Reply | None:
    """Offer to go on with a check-up that was left; None where there is none."""
    check_up = talk.shoes.check_up
    if check_up is None:
        return None
    question = CheckUpUnderWay(check_up.shoe)
    left = talk.line("check_up.was_left", pair=_pair(talk, check_up))
    return talk.ask(question, f"{left} {question.again(talk)}")


def _paused(talk: Talk, check_up: CheckUp) -> str:
    if check_up.test is None:
        return f"{talk.line('answers.wait_for_you')} {words_wanted(talk, check_up)}"
    return talk.line("check_up.paused", test=talk.line(f"check_up.shown.{check_up.test}"))


def _find(talk: Talk, check_up: CheckUp, findings: Findings, opening: str = "") -> Outcome:
    found = findings.into(check_up)
    test = check_up.test
    if found.open_points:
        # A word in the middle of the tests is about the point at hand, whose other tests need not be done.
        while test and POINT_OF[test] in found.findings:
            found = found.at(found.place + 1)
            test = found.test
        return _go_on(talk, found, opening)
    shoe = _shoe(talk, found)
    examined = found.examined(shoe.metres, talk.place_settings.read_local_time().date())
    talk.shoes.check_up = None
    after = change_pair(talk, shoe, talk.shoes.rotation.with_shoe(after_check_up(shoe, examined)))
    return say_about_shoes(talk, f"{opening} {result_in_words(talk, shoe, after, examined)}".strip())


def _go_on(talk: Talk, check_up: CheckUp, opening: str = "") -> Outcome:
    """Go on at its place: with the tests that are left, or with the words that are missing."""
    if check_up.test:
        return _perform(talk, check_up, opening)
    talk.shoes.check_up = replace(check_up, touched_at=talk.turn.at)
    return talk.ask(CheckUpUnderWay(check_up.shoe), f"{opening} {words_wanted(talk, check_up)}".strip())


def _perform(talk: Talk, check_up: CheckUp, opening: str = "") -> Reply:
    shoe, closing = _shoe(talk, check_up), words_wanted(talk, check_up)
    sheet = check_up_sheet(talk, check_up, shoe, opening, closing)
    talk.shoes.check_up = check_up.play(starts_of(sheet), talk.turn.at)
    screen = check_up_screen(talk, check_up, shoe)
    question = CheckUpUnderWay(shoe.id, asks_tests=check_up.test is not None)
    return Reply(sheet, question, closing, screen, performs=True)


def _under_way(talk: Talk, question: AboutPair) -> CheckUp:
    """The check-up that a question is about; one that is over begins anew."""
    check_up = talk.shoes.check_up
    if check_up and check_up.shoe == question.about:
        return check_up
    return CheckUp(question.shoe(talk).id, talk.turn.at)


def _shoe(talk: Talk, check_up: CheckUp) -> Shoe:
    return AboutPair.shoe(CheckUpUnderWay(check_up.shoe), talk)


def _pair(talk: Talk, check_up: CheckUp) -> str:
    return pair_in_words(talk, _shoe(talk, check_up))
