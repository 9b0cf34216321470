"""What is said of runs that come from elsewhere: what is new, how Strava is connected, what else there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from skill.conversation.imports.news import STRAVA, News, bring_in_news
from skill.conversation.memory.imports_page import ServiceTold
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    exact_distance,
    pair_in_words,
    rounded_distance,
    time_of_run,
)
from skill.conversation.shoes.worn_shoes import WornIn
from skill.conversation.turn.reply import Outcome, Statement
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.importing.service import Trouble
from skill.shoes.run import Run

TOLD_ONE_BY_ONE: Final = 3
"""More new runs than these are summed up."""
REMEMBERED: Final = timedelta(days=7)
"""So long a runner knows which pair it was, where asked in so many words."""
ASKED_ABOUT: Final = 3
"""Of so many runs is the pair asked for, one after the other, the newest first."""


class Source(StrEnum):
    """Where runs may come from, as it was said; the values are the ids of the `Source` slot."""

    STRAVA = "strava"
    GARMIN = "garmin"
    OTHER_SERVICE = "other-service"
    KILOMETRES = "kilometres"
    """Wherever the kilometres come from."""
    IMPORT = "import"
    """What was brought in last."""


@dataclass(frozen=True, kw_only=True)
class WornInThese(WornIn, name="worn-in-these"):
    """Which pair the newest of some runs that came in was in, and then the next.

    Attributes:
        others: ids of those that are asked about behind it, the newest first.
    """

    others: tuple[str, ...] = ()

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Put the run on the pair, and ask for the next."""
        outcome = super().use(talk, heard)
        following = _worn_in(talk, self.others)
        if following is None or not isinstance(outcome, Statement):
            return outcome
        run = talk.shoes.run(following.run)
        assert run is not None  # noqa: S101 - it has just been found
        text = talk.line("imports.and_that_one", day=time_of_run(talk, run.at))
        return talk.ask(following, f"{outcome.text} {text}")


def any_new_runs(talk: Talk) -> Outcome:
    """What came in from Strava, and which pair a run was in that came without one."""
    news = bring_in_news(talk, by_itself=False)
    amiss = news.trouble or not news.asked
    text = _why_not(talk, news.trouble) if amiss else " ".join(_told(talk, news))
    question = _worn_in(talk, _without_pair(talk)[:ASKED_ABOUT])
    if question:
        return talk.ask(question, f"{text} {question.words(talk)}")
    return say_about_shoes(talk, text)


def connect(talk: Talk) -> Outcome:
    """How Strava is connected; a card leads there."""
    if talk.turn.account and talk.turn.account.linked:
        return talk.say(talk.line("imports.linked"))
    return talk.say(_how_to_link(talk))


def where_from(talk: Talk) -> Outcome:
    """Where the kilometres come from."""
    kept = talk.imports.told.services.get(STRAVA, ServiceTold())
    linked = bool(talk.turn.account and talk.turn.account.linked and not kept.refused)
    imported = bool(talk.imports.told.imports)
    line = "strava" if linked else "imported" if imported else "voice"
    return talk.say(talk.line(f"imports.where_from.{line}"))


def new_runs_from(talk: Talk, source: Source | None) -> Outcome:
    """What is new at Strava; of another source that is named, whether it can be asked at all."""
    return any_new_runs(talk) if source in (None, Source.STRAVA) else about_source(talk, source)


def about_source(talk: Talk, source: Source | None) -> Outcome:
    """How runs come in from a source, or that they do not."""
    match source:
        case Source.STRAVA:
            return connect(talk)
        case Source.KILOMETRES:
            return where_from(talk)
        case Source.IMPORT:
            return how_to_undo(talk)
        case Source.GARMIN:
            return talk.say(talk.line("imports.garmin"))
        case _:
            return talk.say(talk.line("imports.other_source"))


def how_to_undo(talk: Talk) -> Outcome:
    """How an import is taken back."""
    return talk.say(talk.line("imports.undo" if talk.imports.told.imports else "imports.nothing_to_undo"))


def note_news(talk: Talk) -> None:
    """Take in what is new before a question about the shoes, and say so ahead of its answer."""
    news = bring_in_news(talk)
    if news.trouble:
        talk.notice = talk.noticed(_trouble_in_words(talk, news.trouble))
    elif news.first and news.runs:
        line = "imports.first_with_pairs" if news.pairs else "imports.first"
        talk.notice = talk.noticed(talk.line(line, runs=_runs(talk, len(news.runs))))
    elif news.runs:
        talk.notice = talk.noticed(_new_in_words(talk, news.runs))


def _told(talk: Talk, news: News) -> list[str]:
    parts = [_new_in_words(talk, news.runs) if news.runs else ""]
    if news.changed:
        parts.append(talk.line("imports.changed", runs=_runs(talk, news.changed)))
    if not news.runs and not news.changed:
        parts.append(talk.line("imports.nothing_new"))
    if news.pairs_in_doubt or news.in_doubt:
        parts.append(talk.line("imports.in_doubt"))
    return [part for part in parts if part]


def _new_in_words(talk: Talk, runs: tuple[Run, ...]) -> str:
    if len(runs) > TOLD_ONE_BY_ONE:
        metres = sum(run.metres for run in runs)
        return talk.line("imports.many", runs=_runs(talk, len(runs)), distance=rounded_distance(talk, metres))
    each = talk.phrasebook.join([_one(talk, run) for run in runs])
    return talk.line("imports.new", runs=each)


def _one(talk: Talk, run: Run) -> str:
    shoe = talk.shoes.rotation.find(run.shoe)
    day, distance = time_of_run(talk, run.at), exact_distance(talk, run.metres)
    if shoe is None:
        return talk.line("imports.run", distance=distance, day=day)
    return talk.line("imports.run_in", distance=distance, day=day, pair=pair_in_words(talk, shoe))


def _runs(talk: Talk, count: int) -> str:
    return talk.line("shoes.telling.runs", count=count)


def _worn_in(talk: Talk, runs: Sequence[str]) -> WornInThese | None:
    """The question for the first of these runs that has no pair yet."""
    active = tuple(shoe.id for shoe in talk.shoes.rotation.active)
    open_ = [id_ for id_ in runs if (run := talk.shoes.run(id_)) and run.shoe is None]
    if not open_ or not active:
        return None
    return WornInThese(run=open_[0], choices=active, others=tuple(open_[1:]))


def _without_pair(talk: Talk) -> list[str]:
    """The runs of the last days that came in without a pair, the newest first, by their ids."""
    since = talk.turn.at - REMEMBERED
    runs = talk.shoes.recent.runs
    return [run.id for run in runs if run.shoe is None and run.sources and run.at >= since]


def _why_not(talk: Talk, trouble: Trouble | None) -> str:
    never = not talk.imports.told.services.get(STRAVA, ServiceTold()).answered
    if trouble is None or (trouble is Trouble.NOT_LINKED and never):
        return _how_to_link(talk)
    return _trouble_in_words(talk, trouble)


def _how_to_link(talk: Talk) -> str:
    """How Strava is linked, with the card that leads there; else that it cannot be."""
    if talk.turn.account is None:
        return talk.line("imports.no_linking")
    talk.link_card = True
    return talk.line("imports.link")


def _trouble_in_words(talk: Talk, trouble: Trouble) -> str:
    if trouble is Trouble.NOT_LINKED:
        talk.link_card = True
    return talk.line(f"imports.trouble.{trouble}")
