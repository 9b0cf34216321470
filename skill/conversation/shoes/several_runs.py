"""Several runs told in one sentence: read back, and logged together."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from skill.conversation.shoes.correcting import PutOnWhichPair, put_on_pair
from skill.conversation.shoes.log_doubts import run_told_before
from skill.conversation.shoes.logging_runs import HowFar, go_on_with, with_told
from skill.conversation.shoes.placing_runs import put_on_pairs
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunsLogged
from skill.conversation.shoes.run_correction import Correction, in_other_unit
from skill.conversation.shoes.run_draft import RunDraft, new_draft, run_of, with_day
from skill.conversation.shoes.run_words import runs_in_words
from skill.conversation.shoes.telling_runs import ToldRun, draft_of
from skill.conversation.shoes.which_pair import meant
from skill.conversation.shoes.which_run import is_on
from skill.conversation.shoes.worn_shoes import WornInThese, worn_in_these
from skill.conversation.turn.change import read_change
from skill.conversation.turn.question import Question
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.days import WEEK, Day
from skill.shoes.default_pairs import default_pair
from skill.shoes.distance import NO_DISTANCE, SpokenDistance, Unit
from skill.shoes.ledger import Update, log_run
from skill.shoes.limits import is_surprising
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.value import replace

_TWO = 2


class LogRuns(Question, kw_only=True, name="log-runs"):
    """Whether several runs are to be logged.

    Attributes:
        drafts: all of them, whole.
        told: the id of the turn in which they were told.
    """

    needs_notebook = True

    drafts: tuple[RunDraft, ...]
    told: str

    def yes(self, talk: Talk) -> Outcome:
        """Log them; where a pair is not known, it is asked for, of one run after the other."""
        told = zip(self.drafts, _runs(talk, self.drafts), strict=True)
        new = [(draft, run) for draft, run in told if run_told_before(talk, run) is None]
        if len(new) < _TWO:  # the others were told in the meantime
            return go_on_with(talk, (new[0][0] if new else self.drafts[0]))
        runs, rotation = tuple(run for _, run in new), talk.shoes.rotation
        for run in runs:
            rotation = log_run(rotation, run).rotation
        talk.shoes.keep(Update(rotation, added=runs))
        talk.changed(RunsLogged(runs, talk.turn.at))
        talk.run_told = runs[-1].id
        talk.shoes.taken = None
        text = talk.line("shoes.log.logged_runs", **runs_in_words(talk, runs))
        question = worn_in_these(talk, [run.id for run in runs])
        return (
            talk.ask(question, f"{text} {question.words(talk)}") if question else say_about_shoes(talk, text)
        )

    def no(self, talk: Talk) -> Outcome:
        """Log none."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def no_run(self, talk: Talk) -> Outcome:
        """Log none."""
        return self.no(talk)

    def pair(self, talk: Talk, heard: Slot) -> Outcome:
        """The pair of all, read back before anything is logged; of one that is unknown it is said so.

        Where each was told with a pair of its own, one pair alone is no answer.
        """
        told = [draft.heard for draft in self.drafts if draft.heard]
        if len({pair.said for pair in told}) > 1:
            return self._which_was_otherwise(talk)
        placed = self.in_pairs(talk, [heard] * len(self.drafts))
        unknown = talk.line("shoes.which.unknown", name=heard.said)
        return placed or talk.ask(self, f"{unknown} {self.again(talk)}")

    def in_pairs(self, talk: Talk, heard: Sequence[Slot]) -> Outcome | None:
        """The pair of each, in the order of the runs; None where one of them is not known."""
        worn = tuple(draft.worn(pair) for draft, pair in zip(self.drafts, heard, strict=False))
        drafts = (*worn, *self.drafts[len(worn) :])
        known = all(_pair(talk, draft) for draft in worn)
        return talk.ask(replace(self, drafts=drafts)) if known else None

    def other_distance(self, talk: Talk, distance: SpokenDistance) -> Outcome:
        """How far all of them were, where they are of one length; else it is not clear which was meant."""
        if len({draft.metres for draft in self.drafts}) > 1:
            return self._which_was_otherwise(talk)
        unit_alone = distance.unit if distance == SpokenDistance(unit=distance.unit) else None
        if unit_alone:
            spoken = talk.place_settings.read_unit()
            metres = in_other_unit(self.drafts[0].metres or 0, unit_alone, spoken)
            changed = tuple(replace(draft, metres=metres) for draft in self.drafts)
        else:
            changed = tuple(with_told(talk, draft, distance, None) for draft in self.drafts)
        return talk.ask(replace(self, drafts=changed))

    def was(self, talk: Talk, told: ToldRun) -> Outcome:
        """How far the one in a pair, or of a day, was; else it is not clear which was meant."""
        return self.put_right(talk, told) or self._which_was_otherwise(talk)

    def put_right(self, talk: Talk, told: ToldRun) -> Outcome | None:
        """The question with one of them of another length; None where that is told of none, or of several."""
        pairs = meant(talk, told.heard, talk.shoes.rotation.shoes) if told.heard else ()
        changed = [
            with_told(talk, draft, told.distance, None) if self._is_it(talk, draft, told, pairs) else draft
            for draft in self.drafts
        ]
        otherwise = sum(draft not in self.drafts for draft in changed)
        return talk.ask(replace(self, drafts=tuple(changed))) if otherwise == 1 else None

    def _is_it(self, talk: Talk, draft: RunDraft, told: ToldRun, pairs: Sequence[Shoe]) -> bool:
        """Whether a draft is the run that was told by its pair or its day."""
        day = with_day(talk, draft, told.day).day if told.day else draft.day
        return day == draft.day and (told.heard is None or _pair(talk, draft) in pairs)

    def other_day(self, talk: Talk, day: Day) -> Outcome:
        """The day of all, where they were on one; else it is not clear which was on another."""
        if len({draft.day for draft in self.drafts}) > 1:
            return self._which_was_otherwise(talk)
        moved = tuple(_gone_by(talk, with_day(talk, draft, day)) for draft in self.drafts)
        if not all(_is_clear(talk, draft) for draft in moved):
            return self._which_was_otherwise(talk)
        return talk.ask(replace(self, drafts=moved))

    def _which_was_otherwise(self, talk: Talk) -> Outcome:
        return talk.ask(self, f"{talk.line('shoes.log.say_all_again')} {self.again(talk)}")

    def replaces(self, other: Question) -> bool:
        """Only the same runs: two sentences of several may wait."""
        return isinstance(other, LogRuns) and other.told == self.told

    def words_when_back(self, talk: Talk) -> str:
        """The question as it was: it names the runs."""
        return talk.line("opening.runs_left", question=self.again(talk))

    def again(self, talk: Talk) -> str:
        """The question with all runs."""
        values = runs_in_words(talk, _runs(talk, self.drafts))
        return talk.line(self.line if len(self.drafts) == _TWO else "shoes.log.all_runs", **values)


def tell_runs(talk: Talk, *told: ToldRun) -> Outcome:
    """Read them back; where something about one of them is not clear, take them one by one.

    A day, a pair or a distance that was told with one of them only is that of all. Runs that are in the log,
    in no pair, are put in theirs.
    """
    day = next((run.day for run in told if run.day), None)
    heard = next((run.heard for run in told if run.heard), None)
    far = next((run.distance for run in told if run.distance != NO_DISTANCE), NO_DISTANCE)
    whole = [
        replace(
            run,
            day=run.day or day,
            heard=run.heard or heard,
            distance=far if run.distance == NO_DISTANCE else run.distance,
        )
        for run in told
    ]
    drafts = tuple(_gone_by(talk, draft_of(talk, run, new_draft(talk))) for run in whole)
    if not all(_is_clear(talk, draft) for draft in drafts):
        return talk.ask(HowFar(draft=new_draft(talk)), talk.line("shoes.log.one_by_one"))
    known = [run_told_before(talk, run) for run in _runs(talk, drafts)]
    if heard and all(run and run.shoe is None for run in known):
        return put_on_pairs(
            talk, [(run, draft.heard) for run, draft in zip(known, drafts, strict=True) if run]
        )
    new = tuple(draft for draft, run in zip(drafts, known, strict=True) if run is None)
    if len(new) > 1:
        return talk.ask(LogRuns(drafts=new, told=talk.turn.id))
    return go_on_with(talk, (new or drafts)[0])


def tell_halves(talk: Talk, told: ToldRun, heard: Slot) -> Outcome:
    """One run of which half was in one pair and half in another is kept as two.

    Args:
        talk: the turn.
        told: the run, with the one pair.
        heard: the other pair.
    """
    metres = talk.place_settings.read_metres(told.distance)
    if metres is None:
        return tell_runs(talk, told, replace(told, heard=heard))
    half = replace(told, distance=SpokenDistance(Decimal(metres) / _TWO, unit=Unit.METRES))
    return tell_runs(talk, half, replace(half, heard=heard))


def tell_pairs(talk: Talk, *told: ToldRun) -> Outcome:
    """Of several runs each is said which pair it was in; one pair alone is that of all, or of the second.

    They are those that are to be logged, else those whose pairs are asked for, else those of the days that
    are said, else the ones told last.
    """
    if told[0].heard is None and len(told) > 1:
        return _second_in(talk, told[1].heard)
    heard = [run.heard for run in told if run.heard]
    waiting = _waiting(talk)
    if waiting:
        answer = waiting.in_pairs(talk, heard if len(heard) > 1 else heard * len(waiting.drafts))
        if answer:
            return answer
    runs = _spoken_of(talk, told)
    if not runs or not heard or (len(heard) > 1 and len(heard) != len(runs)):
        return say_about_shoes(talk, talk.line("shoes.log.pairs_one_by_one"))
    if len(runs) == 1:
        return _put_on(talk, runs[0], heard[0])
    return put_on_pairs(talk, list(zip(runs, heard if len(heard) > 1 else heard * len(runs), strict=True)))


def _second_in(talk: Talk, heard: Slot | None) -> Outcome:
    """The second of the runs spoken of was in that pair; what is asked of the first is asked again."""
    waiting = _waiting(talk)
    if waiting and heard:
        first, second, *others = waiting.drafts
        worn = second.worn(heard)
        if _pair(talk, worn):
            return talk.ask(replace(waiting, drafts=(first, worn, *others)))
    runs = _spoken_of(talk, ())
    if len(runs) < _TWO or heard is None:
        return say_about_shoes(talk, talk.line("shoes.log.pairs_one_by_one"))
    return _put_on(talk, runs[1], heard)


def _put_on(talk: Talk, run: Run, heard: Slot) -> Outcome:
    """One of them was in that pair."""
    return put_on_pair(talk, run, heard, PutOnWhichPair(run=run.id, said=Correction(heard)), asked_for=True)


def _waiting(talk: Talk) -> LogRuns | None:
    """The newest runs that wait for a yes, whatever was asked since."""
    return next((one for one in talk.open_questions if isinstance(one, LogRuns)), None)


def _spoken_of(talk: Talk, told: Sequence[ToldRun]) -> list[Run]:
    """The runs that are meant, in the order in which they were told."""
    days = [run.day for run in told if run.day]
    if days and len(days) == len(told):
        on_days = [[run for run in talk.shoes.recent.runs if is_on(talk, run, day)] for day in days]
        return [runs[0] for runs in on_days] if all(len(runs) == 1 for runs in on_days) else []
    if isinstance(talk.asked, WornInThese):
        ids: tuple[str, ...] = (talk.asked.run, *talk.asked.others)
    else:
        last = read_change(talk.profile.changes[0]) if talk.profile.changes and talk.run_told else None
        ids = tuple(run.id for run in last.runs) if isinstance(last, RunsLogged) else ()
    return [run for id_ in ids if (run := talk.shoes.run(id_))]


def _gone_by(talk: Talk, draft: RunDraft) -> RunDraft:
    """The draft on a day that is over: all are read back, so "on Monday", on a Sunday, was the last one."""
    tomorrow = talk.place_settings.read_local_time().date() + timedelta(days=1)
    return replace(draft, day=tomorrow - WEEK) if draft.day == tomorrow else draft


def _is_clear(talk: Talk, draft: RunDraft) -> bool:
    """Whether a draft is whole, and its pair, where one was named, is certain."""
    today = talk.place_settings.read_local_time().date()
    known = draft.day is not None and draft.day <= today and not draft.dated_ahead
    far = draft.metres is not None and (draft.sure or not is_surprising(draft.metres))
    return known and far and (draft.heard is None or _pair(talk, draft) is not None)


def _pair(talk: Talk, draft: RunDraft) -> Shoe | None:
    active = talk.shoes.rotation.active
    if draft.heard is None:
        return active[0] if len(active) == 1 else default_pair(talk.shoes.rotation, draft.kind)
    found = meant(talk, draft.heard, active)
    return found[0] if len(found) == 1 else None


def _runs(talk: Talk, drafts: Sequence[RunDraft]) -> tuple[Run, ...]:
    """The runs of whole drafts; the first one has the turn's own id, the others have a number behind it."""
    return tuple(
        run_of(talk, draft, _pair(talk, draft), f"{talk.turn.id}-{number}" if number > 1 else "")
        for number, draft in enumerate(drafts, 1)
    )
