"""Runs told by voice: logged, with what was left out asked for."""

from dataclasses import dataclass, replace
from datetime import timedelta

from skill.conversation.shoes.pairs_taken import with_pair_taken
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.run_changes import RunLogged, known_run, run_to_change
from skill.conversation.shoes.run_draft import RunDraft, with_day, with_distance
from skill.conversation.shoes.run_logged import say_logged
from skill.conversation.shoes.runs_come_in import run_that_came_in, say_told
from skill.conversation.shoes.shoe_words import exact_distance, time_of_run
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.turn.question import OpenQuestion, Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import WEEK, Day, past_time
from skill.shoes.distance import SpokenDistance
from skill.shoes.ledger import log_run
from skill.shoes.limits import SURPRISING_RUN, RefusedError, check_time
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe


@dataclass(frozen=True, kw_only=True)
class DraftQuestion(Question):
    """A question about a run that is not logged yet; whatever is told of the run is taken into the draft.

    Attributes:
        draft: the run as far as it has been told.
    """

    needs_notebook = True

    draft: RunDraft

    def no(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return self.never_mind(talk)

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair that was worn."""
        return go_on_with(talk, replace(self.draft, heard=heard))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """The distance, perhaps with the day."""
        return tell(talk, self.draft, distance, day)

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The day, where it is not one that shoes may be wanted for: "which shoes today" is no answer."""
        today = talk.place_settings.read_local_time().date()
        is_over = day.date is not None and day.date < today
        is_news = self.draft.day is None and day.date != today
        return go_on_with(talk, with_day(talk, self.draft, day)) if is_over or is_news else None

    def kind(self, talk: Talk, kind: RunKind) -> Outcome:
        """What kind of run it was."""
        return go_on_with(talk, replace(self.draft, kind=kind))

    def never_mind(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def no_run(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return self.never_mind(talk)

    def still_open(self, talk: Talk) -> bool:
        """Until the run, or the same one told anew, is logged."""
        return not talk.shoes.added


class HowFar(DraftQuestion, OpenQuestion, name="how-far"):
    """How far the run was."""

    wanted = Wanted.DISTANCE

    def words(self, talk: Talk) -> str:
        """The question without an example; whoever told the time hears that it is not what counts."""
        return talk.line("shoes.log.how_far_not_how_long" if self.draft.timed else "shoes.log.how_far")


class WhichDay(DraftQuestion, OpenQuestion, name="which-day"):
    """On which day the run was."""

    wanted = Wanted.DAY

    def words(self, talk: Talk) -> str:
        """The question with what it is for."""
        return talk.line("shoes.log.which_day")


class ReallyThatFar(DraftQuestion, name="really-that-far"):
    """Whether a surprising distance is right."""

    def yes(self, talk: Talk) -> Outcome:
        """It is."""
        return go_on_with(talk, replace(self.draft, sure=True))

    def no(self, talk: Talk) -> Outcome:
        """Then it was another."""
        draft = replace(self.draft, metres=None)
        return talk.ask(HowFar(draft=draft), talk.line("shoes.log.then_how_far"))

    def again(self, talk: Talk) -> str:
        """The question with the distance."""
        return talk.line("shoes.log.surprising", distance=exact_distance(talk, self.draft.metres or 0))


class LastWeekday(DraftQuestion, name="last-weekday"):
    """Whether a run told for tomorrow was on the same day of the week before; the draft's day is that one."""

    def yes(self, talk: Talk) -> Outcome:
        """It was."""
        return go_on_with(talk, self.draft)

    def no(self, talk: Talk) -> Outcome:
        """Then it is still to come."""
        return say_about_shoes(talk, talk.line("shoes.log.not_tomorrow"))

    def again(self, talk: Talk) -> str:
        """The question with the name of the day."""
        weekday = self.draft.day.weekday() if self.draft.day else 0
        return talk.line("shoes.log.tomorrow", weekday=talk.phrasebook.all("dates.weekdays")[weekday])


class LogIt(DraftQuestion, name="log-it"):
    """Whether a distance that came out of the blue is a run to be logged."""

    def yes(self, talk: Talk) -> Outcome:
        """It is."""
        return go_on_with(talk, replace(self.draft, sure=True))

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """That of the run told before; of this one where there was none, or where its own was just denied."""
        return None if talk.run_told and not self.draft.in_no_pair else self.pair(talk, heard)

    def again(self, talk: Talk) -> str:
        """The question with the distance."""
        line = "shoes.log.log_it_in_no_pair" if self.draft.in_no_pair else "shoes.log.log_it"
        return talk.line(line, distance=exact_distance(talk, self.draft.metres or 0))


@dataclass(frozen=True, kw_only=True)
class LogInWhichPair(WhichPair, DraftQuestion, name="log-in-which-pair"):
    """Which pair was worn, where the name that was told fits several or none."""

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Log the run in the pair."""
        return go_on_with(talk, replace(self.draft, heard=heard))

    def no(self, talk: Talk) -> Outcome:
        """None of them: the run is not lost, and may be logged all the same."""
        question = LogIt(draft=replace(self.draft, heard=None, in_no_pair=True))
        return talk.ask(question, f"{talk.line('answers.nothing_changed')} {question.again(talk)}")

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone tells the pair, anything else the run."""
        by_number = WhichPair.distance(self, talk, distance, day)
        return by_number or DraftQuestion.distance(self, talk, distance, day)


@dataclass(frozen=True, kw_only=True)
class SameRun(DraftQuestion, name="same-run"):
    """Whether a run is one that came in already.

    Attributes:
        run: the id of that one.
    """

    run: str

    def yes(self, talk: Talk) -> Outcome:
        """It is: what was told of it is kept with it."""
        return tell_of_run(talk, run_to_change(talk, self.run), self.draft)

    def no(self, talk: Talk) -> Outcome:
        """It is another one."""
        return go_on_with(talk, replace(self.draft, another=True))

    def never_mind(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def again(self, talk: Talk) -> str:
        """The question with the run that came in."""
        run = run_to_change(talk, self.run)
        distance, day = exact_distance(talk, run.metres), time_of_run(talk, run.at)
        return talk.line("shoes.log.same_run", distance=distance, day=day)

    def still_open(self, talk: Talk) -> bool:
        """As long as both are there."""
        return super().still_open(talk) and known_run(talk, self.run) is not None


def tell(talk: Talk, draft: RunDraft, distance: SpokenDistance, day: Day | None) -> Outcome:
    """Go on with a draft of which more was told."""
    return go_on_with(talk, with_told(talk, draft, distance, day))


def go_on_with(talk: Talk, draft: RunDraft) -> Outcome:
    """Log the draft, or ask for what it still lacks; it takes the place of every other draft."""
    talk.open_questions = tuple(one for one in talk.open_questions if not isinstance(one, DraftQuestion))
    question = _missing(talk, draft)
    if question:
        return talk.ask(question)
    draft = with_pair_taken(talk, draft)
    return _log(talk, draft, _pair_worn(talk, draft))


def with_told(talk: Talk, draft: RunDraft, distance: SpokenDistance, day: Day | None) -> RunDraft:
    """The draft with a distance and a day; a distance nobody runs is asked for again, with the day kept."""
    draft = with_day(talk, draft, day)
    try:
        return with_distance(talk, draft, distance)
    except RefusedError as refused:
        question = HowFar(draft=replace(draft, metres=None))
        raise AskInsteadError(question, refusal_in_words(talk, refused)) from refused


def _missing(talk: Talk, draft: RunDraft) -> Question | None:
    """The question without which a draft must not be logged; None where there is none."""
    tomorrow = talk.place_settings.read_local_time().date() + timedelta(days=1)
    if draft.day is None:
        return WhichDay(draft=draft)
    if draft.metres is None:
        return HowFar(draft=draft)
    if draft.day == tomorrow:
        return LastWeekday(draft=replace(draft, day=draft.day - WEEK))
    if draft.metres > SURPRISING_RUN and not draft.sure:
        return ReallyThatFar(draft=draft)
    return None


def _pair_worn(talk: Talk, draft: RunDraft) -> Shoe | None:
    """The pair that was named, else the only one; None where neither is known."""
    rotation = talk.shoes.rotation
    the_only_one = len(rotation.active) == 1 and not draft.in_no_pair
    if rotation.shoes and (draft.heard or the_only_one):
        return find_pair(talk, draft.heard, LogInWhichPair(draft=draft))
    return None


def _log(talk: Talk, draft: RunDraft, shoe: Shoe | None) -> Outcome:
    run = _run_of(talk, draft, shoe)
    came_in = None if draft.another else run_that_came_in(talk, run)
    if came_in:
        return talk.ask(SameRun(draft=draft, run=came_in.id))
    talk.shoes.keep(log_run(talk.shoes.rotation, run))
    talk.changed(RunLogged(run))
    talk.run_told = run.id
    talk.shoes.taken = None
    return say_logged(talk, run, draft)


def _run_of(talk: Talk, draft: RunDraft, shoe: Shoe | None) -> Run:
    if draft.day is None or draft.metres is None:
        raise ValueError("a draft is logged when it is whole")
    now = talk.place_settings.read_local_time()
    at = past_time(draft.day, draft.hour, now)
    check_time(at, now)
    return Run(talk.turn.id, at, draft.day, draft.metres, shoe.id if shoe else None, draft.kind)


def tell_of_run(talk: Talk, came_in: Run, draft: RunDraft) -> Outcome:
    """Keep what was told of a run with it, which came in before."""
    return say_told(talk, came_in, _run_of(talk, draft, _pair_worn(talk, draft)))
