"""Runs told by voice: logged, with what was left out asked for.

What speaks against logging a run as it was told is a *doubt*, a question of its own (`run_doubts.py`,
`log_doubts.py`): each is known by its class, in the order in which they are defined.
"""

from abc import abstractmethod
from collections.abc import Iterator

from skill.conversation.shoes.adding import can_be_new, new_pair
from skill.conversation.shoes.pair_or_new import PairOrNew
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.pairs_taken import with_pair_taken
from skill.conversation.shoes.replies import refusal_in_words, say_about_shoes
from skill.conversation.shoes.run_changes import RunLogged
from skill.conversation.shoes.run_draft import RunDraft, run_of, with_day, with_distance
from skill.conversation.shoes.run_logged import say_logged
from skill.conversation.shoes.runs_come_in import say_told
from skill.conversation.shoes.shoe_words import day_of_run, exact_distance
from skill.conversation.shoes.which_pair import find_pair
from skill.conversation.turn.question import OpenQuestion, Question, Wanted, question_kinds
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import AskInsteadError, Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import Day
from skill.shoes.default_pairs import default_pair
from skill.shoes.distance import SpokenDistance
from skill.shoes.ledger import log_run
from skill.shoes.limits import RefusedError
from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.told_of_pair import NOTHING_TOLD
from skill.speech.numbers import MINUTE
from skill.value import replace


class DraftQuestion(Question):
    """A question about a run that is not logged yet; whatever is told of the run is taken into the draft."""

    needs_notebook = True
    about_a_run = True

    @property
    @abstractmethod
    def draft(self) -> RunDraft:
        """The run as far as it has been told, a field of each such question."""

    def no(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return self.never_mind(talk)

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair that was worn."""
        return go_on_with(talk, self.draft.worn(heard))

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """The distance, perhaps with the day."""
        return tell(talk, self.draft, distance, day)

    def day(self, talk: Talk, day: Day) -> Outcome | None:
        """The day."""
        return go_on_with(talk, with_day(talk, self.draft, day))

    def kind(self, talk: Talk, kind: RunKind) -> Outcome:
        """What kind of run it was."""
        return go_on_with(talk, replace(self.draft, kind=kind))

    def never_mind(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def words_when_back(self, talk: Talk) -> str:
        """The question, behind how far the run was that is not logged yet."""
        if self.draft.metres is None:
            return ""
        distance = exact_distance(talk, self.draft.metres)
        return talk.line("opening.run_left", distance=distance, question=self.again(talk))

    def no_run(self, talk: Talk) -> Outcome:
        """Nothing is logged."""
        return self.never_mind(talk)

    def is_of_another_run(self, metres: int | None) -> bool:  # noqa: ARG002 - most are about what is told now
        """Whether a run of that length, told since, is another, so that this one is still to be logged."""
        return False

    def still_open(self, talk: Talk) -> bool:
        """Until the run, or the same one told anew, is logged."""
        return all(self.is_of_another_run(run.metres) for run in talk.shoes.added)


class WaitingRun(DraftQuestion):
    """A question about a run whose length is known: it waits where a run of another length is told."""

    def is_of_another_run(self, metres: int | None) -> bool:
        """Whether it is of another length."""
        return None not in (metres, self.draft.metres) and metres != self.draft.metres

    def replaces(self, other: Question) -> bool:
        """Not one about another run."""
        waits = isinstance(other, DraftQuestion) and other.is_of_another_run(self.draft.metres)
        return super().replaces(other) and not waits


class Doubt(DraftQuestion, kw_only=True):
    """A question for yes or no before a run is logged; nothing is logged that is doubted."""

    draft: RunDraft

    @classmethod
    def about_draft(cls, talk: Talk, draft: RunDraft) -> "Doubt | None":  # noqa: ARG003 - most are about one
        """The doubt about a draft whose day is known; None where there is none."""
        return None

    @classmethod
    def about_run(cls, talk: Talk, draft: RunDraft, run: Run) -> "Doubt | None":  # noqa: ARG003 - as above
        """The doubt about a run as it would be logged; None where there is none."""
        return None


class HowFar(DraftQuestion, OpenQuestion, kw_only=True, name="how-far"):
    """How far the run was."""

    wanted = Wanted.DISTANCE

    draft: RunDraft

    def duration(self, talk: Talk, seconds: int) -> Outcome | None:
        """How long it took, which tells how far where a pace is usual; nothing is logged by it."""
        return go_on_with(talk, replace(self.draft, seconds=seconds))

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """How far it was instead; a number alone, behind a time that was told, puts that right."""
        minutes = distance.whole_number()
        if self.draft.seconds and minutes:
            return go_on_with(talk, replace(self.draft, seconds=minutes * MINUTE))
        return self.distance(talk, distance, None)

    def words(self, talk: Talk) -> str:
        """The question without an example; whoever told the time hears that it is kept with the distance."""
        return talk.line("shoes.log.how_far_in_that_time" if self.draft.seconds else "shoes.log.how_far")


class WhichDay(DraftQuestion, OpenQuestion, kw_only=True, name="which-day"):
    """On which day the run was."""

    wanted = Wanted.DAY

    draft: RunDraft

    def words(self, talk: Talk) -> str:
        """The question with what it is for."""
        return talk.line("shoes.log.which_of_weekend" if self.draft.weekend else "shoes.log.which_day")

    def again(self, talk: Talk) -> str:
        """The question in short; of a weekend, which of its days."""
        return self.words(talk) if self.draft.weekend else super().again(talk)


class LogIt(WaitingRun, kw_only=True, name="log-it"):
    """Whether a distance that came out of the blue is a run to be logged."""

    draft: RunDraft

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """It was of that length; on another day it is another run."""
        other_day = day and with_day(talk, self.draft, day).day != self.draft.day
        return None if other_day else super().distance(talk, distance, day)

    def yes(self, talk: Talk) -> Outcome:
        """It is."""
        return go_on_with(talk, replace(self.draft, sure=True), others_wait=True)

    def other_pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """That of the run told before; of this one where there was none, or where its own was just denied."""
        return None if talk.run_told and not self.draft.in_no_pair else self.pair(talk, heard)

    def again(self, talk: Talk) -> str:
        """The question with the distance."""
        line = "shoes.log.log_it_in_no_pair" if self.draft.in_no_pair else "shoes.log.log_it"
        distance, when = exact_distance(talk, self.draft.metres or 0), day_of_run(talk, self.draft.day)
        return talk.line(line, distance=distance, when=when)


class LogInWhichPair(PairOrNew, WaitingRun, kw_only=True, name="log-in-which-pair"):
    """Which pair was worn, where the name that was told fits several, or none and may be new."""

    draft: RunDraft

    def named(self) -> Slot | None:
        """What the pair was called."""
        return self.draft.heard

    def use_new(self, talk: Talk, name: Slot) -> Outcome:
        """Log the run in a new pair."""
        return go_on_with(talk, replace(self.draft, heard=name, in_new_pair=True), others_wait=True)

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Log the run in the pair."""
        return go_on_with(talk, self.draft.worn(heard), others_wait=True)

    def asked_again(self) -> "LogInWhichPair":
        """The question as it is: without its answer a run would be lost."""
        return self

    def no(self, talk: Talk) -> Outcome:
        """None of them: the run is not lost, and may be logged all the same."""
        question = LogIt(draft=replace(self.draft, heard=None, in_no_pair=True))
        return talk.ask(question, f"{talk.line('answers.nothing_changed')} {question.again(talk)}")

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone tells the pair, anything else the run."""
        by_number = PairOrNew.distance(self, talk, distance, day)
        return by_number or DraftQuestion.distance(self, talk, distance, day)

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome | None:
        """The run was that far, unless a pair has the number in its name."""
        return super().other_distance(talk, distance) or DraftQuestion.distance(self, talk, distance, None)


def tell(talk: Talk, draft: RunDraft, distance: SpokenDistance, day: Day | None) -> Outcome:
    """Go on with a draft of which more was told."""
    return go_on_with(talk, with_told(talk, draft, distance, day))


def go_on_with(talk: Talk, draft: RunDraft, *, others_wait: bool = False) -> Outcome:
    """Log the draft, or ask for what it still lacks; it takes the place of every other draft.

    Args:
        talk: the turn.
        draft: a run as far as it was told.
        others_wait: whether runs of other lengths that are asked about wait; not where its own has changed.
    """
    talk.open_questions = tuple(
        one
        for one in talk.open_questions
        if not isinstance(one, DraftQuestion) or (others_wait and one.is_of_another_run(draft.metres))
    )
    question = _missing(talk, draft)
    if question:
        return talk.ask(question)
    draft = with_pair_taken(talk, draft)
    return _log(talk, draft, None if _is_in_new_pair(talk, draft) else _pair_worn(talk, draft))


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
    if draft.day is None:
        return WhichDay(draft=draft)
    doubt = next((doubt for kind in _doubts() if (doubt := kind.about_draft(talk, draft))), None)
    return doubt or (HowFar(draft=draft) if draft.metres is None else None)


def _doubts() -> Iterator[type[Doubt]]:
    """What is raised before a run is logged, in the order of definition."""
    return (kind for kind in question_kinds() if issubclass(kind, Doubt))


def _is_in_new_pair(talk: Talk, draft: RunDraft) -> bool:
    """Whether a pair is added with the run: the first of all, or one that the runner wants added."""
    if draft.heard is None:
        return False
    return draft.in_new_pair or (not talk.shoes.rotation.shoes and can_be_new(talk, draft.heard))


def _pair_worn(talk: Talk, draft: RunDraft) -> Shoe | None:
    """The pair that was named; else the only one, or the default pair; None where none is known."""
    rotation = talk.shoes.rotation
    if rotation.shoes and draft.heard:
        return find_pair(talk, draft.heard, LogInWhichPair(draft=draft))
    if len(rotation.active) == 1 and not draft.in_no_pair:
        return speak_of(talk, rotation.active[0])
    return None if draft.in_no_pair else default_pair(rotation, draft.kind)


def _log(talk: Talk, draft: RunDraft, shoe: Shoe | None) -> Outcome:
    run = run_of(talk, draft, shoe)
    doubt = next((doubt for kind in _doubts() if (doubt := kind.about_run(talk, draft, run))), None)
    if doubt:
        return talk.ask(doubt)
    if draft.heard and _is_in_new_pair(talk, draft):
        run = run.put_on(new_pair(talk, draft.heard, NOTHING_TOLD).id)
        draft = replace(draft, in_new_pair=True)
    talk.shoes.keep(log_run(talk.shoes.rotation, run))
    talk.changed(RunLogged(run, talk.turn.at))
    talk.run_told = run.id
    talk.shoes.taken = None
    return say_logged(talk, run, draft)


def tell_of_run(talk: Talk, came_in: Run, draft: RunDraft) -> Outcome:
    """Keep what was told of a run with it, which came in before."""
    return say_told(talk, came_in, run_of(talk, draft, _pair_worn(talk, draft)))
