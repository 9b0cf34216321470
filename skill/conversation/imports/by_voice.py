"""What is said of runs that come from elsewhere: what is new, how Strava is connected, what else there is."""

from enum import StrEnum
from typing import Final

from skill.conversation.imports.asking import and_ask, how_to_link, trouble_in_words, why_not
from skill.conversation.imports.news import STRAVA, News, bring_in_news
from skill.conversation.memory.imports_page import ServiceTold
from skill.conversation.shoes.shoe_words import (
    exact_distance,
    pair_in_words,
    rounded_distance,
    time_of_run,
)
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.run import Run

TOLD_ONE_BY_ONE: Final = 3
"""More new runs than these are summed up."""


class Source(StrEnum):
    """Where runs may come from, as it was said; the values are the ids of the `Source` slot."""

    STRAVA = "strava"
    GARMIN = "garmin"
    OTHER_SERVICE = "other-service"
    KILOMETRES = "kilometres"
    """Wherever the kilometres come from."""
    IMPORT = "import"
    """What was brought in last."""
    UNLINK = "unlink"
    """Strava, which is to be read no longer."""


def any_new_runs(talk: Talk) -> Outcome:
    """What came in from Strava, and which pair a run was in that came without one."""
    news = bring_in_news(talk, by_itself=False)
    if news.trouble or not news.asked:
        return and_ask(talk, news, why_not(talk, news.trouble))
    return and_ask(talk, news, " ".join(_told(talk, news)))


def connect(talk: Talk) -> Outcome:
    """How Strava is connected; a card leads there."""
    if talk.turn.account and talk.turn.account.linked:
        return talk.say(talk.line("imports.linked"))
    return talk.say(how_to_link(talk))


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
        case Source.UNLINK:
            return talk.say(talk.line("imports.unlink"))
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
        talk.notice = talk.noticed(trouble_in_words(talk, news.trouble))
    elif news.first and news.runs:
        line = "imports.first_with_pairs" if news.pairs else "imports.first"
        more = talk.line("imports.say_any_new_runs") if news.pairs_in_doubt else ""
        talk.notice = talk.noticed(f"{talk.line(line, runs=_runs(talk, len(news.runs)))} {more}".strip())
    elif news.runs:
        talk.notice = talk.noticed(_new_in_words(talk, news.runs))


def _told(talk: Talk, news: News) -> list[str]:
    parts = [_new_in_words(talk, news.runs) if news.runs else ""]
    if news.changed:
        parts.append(talk.line("imports.changed", runs=_runs(talk, news.changed)))
    if not news.runs and not news.changed:
        parts.append(talk.line("imports.nothing_new"))
    if news.in_doubt:
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
