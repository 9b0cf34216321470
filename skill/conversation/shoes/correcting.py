"""Runs told wrongly: one told in this conversation is changed at once, an older one after a question."""

from datetime import date, datetime, timedelta

from skill.conversation.shoes.adding import new_pair
from skill.conversation.shoes.pair_or_new import PairOrNew
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.run_changes import RunChanged, known_run, run_to_change
from skill.conversation.shoes.run_correction import AS_IT_IS, Corrected, Correction, in_other_unit
from skill.conversation.shoes.run_otherwise import RunOtherwise
from skill.conversation.shoes.run_words import already_in_words, changed_in_words, run_in_words
from skill.conversation.shoes.shoe_words import pair_in_words
from skill.conversation.shoes.which_pair import WhichPair, find_pair, meant, slot_of, vocabulary_of
from skill.conversation.shoes.which_run import AboutRun, NamedRun, WhichRun, run_in_question
from skill.conversation.turn.question import OpenQuestion, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import WEEK, Day, a_month_before, latest, told_ahead
from skill.shoes.distance import SpokenDistance, Unit
from skill.shoes.ledger import replace_run
from skill.shoes.limits import RefusedError, check_distance, is_surprising
from skill.shoes.names import means_the_others
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.shoes.told_of_pair import NOTHING_TOLD
from skill.value import replace


class PutOnWhichPair(PairOrNew, kw_only=True, name="put-on-which-pair"):
    """Which pair a run was in instead.

    Attributes:
        run: its id.
        said: what was said of the run, the pair with it.
    """

    about_a_run = True

    run: str
    said: Correction = AS_IT_IS

    def still_open(self, talk: Talk) -> bool:
        """As long as the run is there."""
        return known_run(talk, self.run) is not None

    def named(self) -> Slot | None:
        """What the pair was called."""
        return self.said.heard

    def use_new(self, talk: Talk, name: Slot) -> Outcome:
        """Put the run on a new pair."""
        run, shoe = run_to_change(talk, self.run), new_pair(talk, name, NOTHING_TOLD)
        added = talk.line("pairs.adding.added", pair=pair_in_words(talk, shoe))
        return correct_run(talk, run, replace(self.said, heard=slot_of(shoe)), ahead=added)

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Put the run on the pair."""
        return correct_run(talk, run_to_change(talk, self.run), replace(self.said, heard=heard))


class HowFarInstead(AboutRun, OpenQuestion, name="how-far-instead"):
    """How far a run was instead."""

    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """Correct it."""
        if day:
            return None
        return correct_run(talk, run_to_change(talk, self.run), Correction(distance=distance))


class WhichDayInstead(AboutRun, OpenQuestion, name="which-day-instead"):
    """On which day a run was instead."""

    wanted = Wanted.DAY

    def day(self, talk: Talk, day: Day) -> Outcome:
        """Correct it."""
        return correct_run(talk, run_to_change(talk, self.run), Correction(day=day))


class CorrectWhichRun(WhichRun, kw_only=True, name="correct-which-run"):
    """Which run is to be corrected of several.

    Attributes:
        correction: what was said of it.
    """

    correction: Correction

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome:
        """It is to be that far instead; which one is still asked."""
        meant = replace(self, correction=replace(self.correction, distance=distance))
        return talk.ask(meant, meant.again(talk))

    def use(self, talk: Talk, run: Run) -> Outcome:
        """Correct it."""
        talk.run_told = run.id
        return correct_run(talk, run, self.correction)


class ChangeOlderRun(RunOtherwise, name="change-older-run"):
    """Whether a run is to be changed that was told in an earlier conversation, or may not be meant.

    Attributes:
        to: what it is to become.
    """

    to: Corrected

    def yes(self, talk: Talk) -> Outcome:
        """Change it."""
        run = run_to_change(talk, self.run)
        return _change(talk, run, self.to.of(talk, run))

    def otherwise(self, talk: Talk, correction: Correction) -> Outcome:
        """The same run is to become that, and not what was asked."""
        run = run_to_change(talk, self.run)
        return correct_run(talk, run, correction, unsure=run.id != talk.run_told)

    def still_open(self, talk: Talk) -> bool:
        """As long as no other run is told."""
        return super().still_open(talk) and not talk.shoes.added

    def again(self, talk: Talk) -> str:
        """The question with the run as it is."""
        run = run_to_change(talk, self.run)
        known = talk.shoes.rotation.find(run.shoe)
        newest = next(iter(talk.shoes.recent.runs), run)
        which = "older" if run.id == newest.id else "of_that_day"
        line = f"shoes.correct.{which}{'' if known else '_unknown'}"
        return talk.line(line, change=self.to.in_words(talk), **run_in_words(talk, run))


def correct(talk: Talk, correction: Correction, named: NamedRun) -> Outcome:
    """The run that is meant was otherwise than it was told."""
    run = run_in_question(talk, named, CorrectWhichRun(correction=correction))
    return correct_run(talk, run, correction, unsure=_may_mean_another(talk, named))


def correct_shoes(talk: Talk, heard: Slot | None, named: NamedRun) -> Outcome:
    """The run that is meant was in another pair; the other one of two where none was named."""
    correction = Correction(heard=heard)
    run = run_in_question(talk, named, CorrectWhichRun(correction=correction))
    unsure = _may_mean_another(talk, named)
    return put_on_pair(talk, run, heard, PutOnWhichPair(run=run.id, said=correction), unsure=unsure)


def correct_distance(talk: Talk, distance: SpokenDistance, named: NamedRun) -> Outcome:
    """The run that is meant was of another length; how far is asked where it was not said."""
    correction = Correction(distance=distance)
    run = run_in_question(talk, named, CorrectWhichRun(correction=correction))
    if _metres(talk, run, distance) is None:
        return talk.ask(HowFarInstead(run.id), talk.line("shoes.correct.how_far"))
    return correct(talk, correction, named)


def correct_day(talk: Talk, day: Day | None, named: NamedRun) -> Outcome:
    """The run that is meant was on another day; which one is asked where it was not said."""
    correction = Correction(day=day)
    if day is None:
        run = run_in_question(talk, named, CorrectWhichRun(correction=correction))
        return talk.ask(WhichDayInstead(run.id))
    return correct(talk, correction, named)


def correct_run(
    talk: Talk, run: Run, correction: Correction, *, unsure: bool = False, ahead: str = ""
) -> Outcome:
    """Make a run what the runner says it was, after a question where it may not be meant.

    Args:
        talk: the turn.
        run: the run as it is.
        correction: what was said of it.
        unsure: whether something else may be meant.
        ahead: said ahead of what it became.
    """
    to = Corrected(
        shoe=_pair(talk, run, correction),
        metres=_metres(talk, run, correction.distance),
        kind=correction.kind,
        seconds=correction.seconds,
    )
    if correction.day:
        to = _on_day(talk, run, correction.day, to)
    after = to.of(talk, run)
    if after == run:
        return say_about_shoes(talk, already_in_words(talk, run))
    if unsure or _is_doubtful(talk, run, correction, to):
        question = ChangeOlderRun(run.id, to)
        return talk.ask(question, f"{ahead} {question.again(talk)}".strip())
    return _change(talk, run, after, ahead=ahead)


def put_on_pair(
    talk: Talk,
    run: Run,
    heard: Slot | None,
    question: WhichPair,
    *,
    asked_for: bool = False,
    unsure: bool = False,
) -> Outcome:
    """Put a run on the pair that was named.

    Args:
        talk: the turn.
        run: the run as it is.
        heard: the pair; None where none was understood: then the other one of two.
        question: asked where it is not clear which.
        asked_for: whether the coach has asked for the pair of this very run.
        unsure: whether something else may be meant.
    """
    if heard is None and all(shoe.id == run.shoe for shoe in talk.shoes.rotation.active):
        return say_about_shoes(talk, talk.line("shoes.other.only"))
    to = Corrected(shoe=_other_pair(talk, run, heard, question).id)
    after = to.of(talk, run)
    if after.shoe == run.shoe:
        return say_about_shoes(talk, already_in_words(talk, run))
    if not asked_for and (unsure or run.id != talk.run_told):
        return talk.ask(ChangeOlderRun(run.id, to))
    return _change(talk, run, after, "shoes.log.set_pair" if asked_for else "")


def _may_mean_another(talk: Talk, named: NamedRun) -> bool:
    """Whether a run was named by nothing, and something else has been spoken of since one was told."""
    return named.by_nothing and talk.moved_on


def _pair(talk: Talk, run: Run, correction: Correction) -> str | None:
    if correction.heard is None:
        return None
    question = PutOnWhichPair(run=run.id, said=correction)
    return _other_pair(talk, run, correction.heard, question).id


def _other_pair(talk: Talk, run: Run, heard: Slot | None, question: WhichPair) -> Shoe:
    """The pair that was named; where that does not tell, one that the run is not in already.

    Raises:
        AskInsteadError: it is not clear which: the one spoken of last is not taken where none was named.
    """
    rotation = talk.shoes.rotation
    others = tuple(shoe for shoe in rotation.active if shoe.id != run.shoe) if run.shoe else ()
    if heard is None and len(others) > 1:
        raise AskInsteadError(replace(question, choices=tuple(shoe.id for shoe in others)))
    if heard is None or means_the_others(heard.said, vocabulary_of(talk)):
        return find_pair(talk, None, question, others)
    return find_pair(talk, heard, question, () if len(meant(talk, heard, rotation.shoes)) == 1 else others)


def _metres(talk: Talk, run: Run, distance: SpokenDistance) -> int | None:
    """The distance that was said; by a unit alone the number stays. None where nothing was said.

    Raises:
        AskInsteadError: nobody runs that far.
    """
    spoken = talk.place_settings.read_unit()
    metres = talk.place_settings.read_metres(distance)
    if metres is None and distance.unit in (Unit.KILOMETRES, Unit.MILES):
        metres = in_other_unit(run.metres, distance.unit, spoken)
    if metres is None:
        return None
    try:
        return check_distance(metres)
    except RefusedError as refused:
        raise AskInsteadError(HowFarInstead(run.id), refusal_in_words(talk, refused)) from refused


def _on_day(talk: Talk, run: Run, day: Day, to: Corrected) -> Corrected:
    """With the day that was said.

    Raises:
        AskInsteadError: it was no single day.
    """
    if day.date is None or day.weekend:
        raise AskInsteadError(WhichDayInstead(run.id))
    now = talk.place_settings.read_local_time()
    meant = latest(day.date, now, near=run.day)
    if meant == run.day and day.date > now.date():  # "the first", of a run that was taken for Tuesday's
        meant = a_month_before(day.date)
    return replace(to, day=meant - WEEK if _is_tomorrow(meant, now) else meant, hour=day.hour)


def _is_tomorrow(day: date, now: datetime) -> bool:
    """Whether nobody can have run on a day yet: on a Friday, "put it on Saturday" means the last one."""
    return day == now.date() + timedelta(days=1)


def _is_doubtful(talk: Talk, run: Run, correction: Correction, to: Corrected) -> bool:
    """Whether it is asked first: about an older run, a distance hardly run, a day that may be another."""
    day = correction.day.date if correction.day else None
    now = talk.place_settings.read_local_time()
    ahead = day is not None and (told_ahead(day, now) or _is_tomorrow(day, now))
    far = to.day is not None and abs(to.day - run.day) > 2 * WEEK
    surprising = to.metres is not None and is_surprising(to.metres)
    return run.id != talk.run_told or ahead or far or (surprising and not correction.distance.race)


def _change(talk: Talk, before: Run, after: Run, line: str = "", ahead: str = "") -> Outcome:
    if after != before:
        update = replace_run(talk.shoes.rotation, before, after, talk.shoes.recent.runs)
        talk.shoes.keep(update)
        talk.changed(RunChanged(before, after))
    talk.run_told = after.id
    values = run_in_words(talk, after)
    text = talk.line(line, **values) if line else changed_in_words(talk, before, after)
    shoe = talk.shoes.rotation.find(after.shoe)
    return say_about_shoes(talk, f"{ahead} {text}".strip(), just_named=shoe)
