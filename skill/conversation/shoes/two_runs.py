"""Two runs told in one sentence: read back, and logged together."""

from dataclasses import dataclass, replace

from skill.conversation.shoes.logging_runs import go_on_with, run_of
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunsLogged
from skill.conversation.shoes.run_doubts import run_told_before
from skill.conversation.shoes.run_draft import RunDraft, new_draft
from skill.conversation.shoes.run_words import run_and_pair
from skill.conversation.shoes.telling_runs import ToldRun, draft_of
from skill.conversation.shoes.which_pair import meant
from skill.conversation.turn.question import Question
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.default_pairs import default_pair
from skill.shoes.ledger import log_run
from skill.shoes.limits import is_surprising
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe
from skill.speech.dates import on_day_in_words


@dataclass(frozen=True, kw_only=True)
class LogBoth(Question, name="log-both"):
    """Whether two runs are to be logged.

    Attributes:
        drafts: both, whole.
    """

    needs_notebook = True

    drafts: tuple[RunDraft, RunDraft]

    def yes(self, talk: Talk) -> Outcome:
        """Log both."""
        runs = _runs(talk, self.drafts)
        rotation = talk.shoes.rotation
        for run in runs:
            rotation = log_run(rotation, run).rotation
        talk.shoes.keep(replace(log_run(talk.shoes.rotation, runs[0]), rotation=rotation, added=runs))
        talk.changed(RunsLogged(runs))
        talk.run_told = runs[-1].id
        talk.shoes.taken = None
        return say_about_shoes(talk, talk.line("shoes.log.logged_both", **both_in_words(talk, runs)))

    def no(self, talk: Talk) -> Outcome:
        """Log neither."""
        return say_about_shoes(talk, talk.line("shoes.log.nothing_logged"))

    def no_run(self, talk: Talk) -> Outcome:
        """Log neither."""
        return self.no(talk)

    def pair(self, talk: Talk, heard: Slot) -> Outcome | None:
        """The pair of both, read back before anything is logged; one that is unknown is no answer."""
        first, second = self.drafts
        worn = first.worn(heard), second.worn(heard)
        return talk.ask(replace(self, drafts=worn)) if _pair(talk, worn[0]) else None

    def again(self, talk: Talk) -> str:
        """The question with both runs."""
        return talk.line(self.line, **both_in_words(talk, _runs(talk, self.drafts)))

    def still_open(self, talk: Talk) -> bool:
        """Until a run is logged."""
        return not talk.shoes.added


def tell_two_runs(talk: Talk, first: ToldRun, second: ToldRun) -> Outcome:
    """Read both back; where something about one of them is not clear, take them one by one.

    A day or a pair that was told with one of them only is that of both.
    """
    one, other = (
        replace(told, day=told.day or another.day, heard=told.heard or another.heard)
        for told, another in ((first, second), (second, first))
    )
    drafts = draft_of(talk, one, new_draft(talk)), draft_of(talk, other, new_draft(talk))
    if all(_is_clear(talk, draft) for draft in drafts):
        known = [run_told_before(talk, run) for run in _runs(talk, drafts)]
        if any(known):
            return go_on_with(talk, drafts[0] if known[1] else drafts[1])
        return talk.ask(LogBoth(drafts=drafts))
    return say_about_shoes(talk, talk.line("shoes.log.one_by_one"))


def both_in_words(talk: Talk, runs: tuple[Run, Run]) -> dict[str, str | int]:
    """Both runs with their pairs; the day once, where it is the same and not today."""
    today = talk.place_settings.read_local_time().date()
    days = {run.day for run in runs}
    said = []
    for run in runs:
        day = on_day_in_words(talk.phrasebook, run.day, today) if len(days) > 1 else ""
        said.append(f"{run_and_pair(talk, run)} {day}".strip())
    both = on_day_in_words(talk.phrasebook, runs[0].day, today) if days != {today} and len(days) == 1 else ""
    return {"first": said[0], "second": said[1], "when": both and talk.line("shoes.log.when", day=both)}


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


def _runs(talk: Talk, drafts: tuple[RunDraft, RunDraft]) -> tuple[Run, Run]:
    first, second = drafts
    return (
        run_of(talk, first, _pair(talk, first)),
        run_of(talk, second, _pair(talk, second), f"{talk.turn.id}-2"),
    )
