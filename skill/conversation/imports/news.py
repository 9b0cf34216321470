"""What is new at Strava, taken into a turn's shoes before a question about them is answered.

It is asked for the runs of the last weeks each time, so that a run that was uploaded late, or put on another
pair since, is followed. What the runner has to say of it (which pair is which, whether two runs are one) is
left open until it is asked: nothing is guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from skill.conversation.imports.answers import Answers, WhichPair
from skill.conversation.imports.kept import Kept, Record, State, records_of
from skill.conversation.imports.plan import NO_ANSWERS, Circumstances, Plan, Step, plan_import
from skill.conversation.memory.imports_page import IMPORTS, ServiceTold
from skill.conversation.memory.shoe_pages import SHOES, ShoesTold
from skill.conversation.shoes.run_changes import with_runs
from skill.conversation.shoes.which_pair import vocabulary_of
from skill.conversation.turn.talk import Talk
from skill.importing.found import Found, FoundPair
from skill.importing.service import ServiceError, Trouble
from skill.shoes.ledger import Update, follow_sources
from skill.shoes.limits import LONGEST_LIFE
from skill.shoes.rotation import Rotation
from skill.shoes.run import RecentRuns, Run
from skill.storage.repository import LARGEST_CHANGE
from skill.value import Value, replace

STRAVA: Final = "strava"
"""The service's name, with which its ids and keys begin."""
FIRST_LOOK: Final = timedelta(days=60)
"""So far back Strava is asked the first time; a pair's kilometres of before come as one sum. All runs come by
the command or by the export."""
LOOK_AGAIN: Final = timedelta(days=14)
"""So long a run may be uploaded late, or put on another pair, and is still followed unasked."""
NOT_AGAIN_WITHIN: Final = timedelta(minutes=5)
"""Whoever asks two things of the shoes waits for Strava once, which answers an application 100 times in 15
minutes."""
AFTER: Final = {
    Trouble.LIMIT_SPENT: timedelta(minutes=15),
    Trouble.NOT_ANSWERING: timedelta(minutes=5),
    Trouble.NOT_UNDERSTOOD: timedelta(hours=1),
    Trouble.NO_PAID_ACCESS: timedelta(hours=1),
    Trouble.NOT_LINKED: timedelta(hours=1),
}
"""So long it is not asked unasked after each trouble; the limit is free again every quarter of an hour."""
PAGES: Final = 8
"""Pages and entries that a turn may write beside: profile, changes, walkthrough, shoes, imports, stretches,
and a practice."""
TOLD: Final = frozenset({Trouble.NOT_LINKED, Trouble.NO_PAID_ACCESS})
"""What the runner can do something about, and is told of once."""


class News(Value):
    """What came of asking Strava.

    Attributes:
        asked: whether it was.
        runs: those that are new, newest first.
        changed: how many are otherwise than they were.
        trouble: why nothing came; None where it answered.
        in_doubt: how many runs are left out until the runner says more.
        pairs_in_doubt: the pairs of which the runner has to say which they are.
        pairs: how many pairs are new.
        first: whether it had never been asked before.
    """

    asked: bool = True
    runs: tuple[Run, ...] = ()
    changed: int = 0
    trouble: Trouble | None = None
    in_doubt: int = 0
    pairs_in_doubt: tuple[WhichPair, ...] = ()
    pairs: int = 0
    first: bool = False


NOTHING_ASKED: Final = News(asked=False)


def bring_in_news(talk: Talk, *, by_itself: bool = True) -> News:
    """Ask Strava for what is new, and take it in.

    Args:
        talk: the turn; it changes nothing else of the log.
        by_itself: whether the runner asked for something else, and so is told nothing but what matters.
    """
    account, told = talk.turn.account, talk.imports.told
    kept = told.services.get(STRAVA, ServiceTold())
    if account is None or talk.unreadable & {SHOES, IMPORTS} or not talk.shoes.readable:
        return NOTHING_ASKED
    if not account.linked and not kept.answered:
        return NOTHING_ASKED if by_itself else News(asked=False, trouble=Trouble.NOT_LINKED)
    if told.undoing is not None or (by_itself and _is_too_early(talk, kept)):
        return NOTHING_ASKED
    if not account.linked:
        return _note_trouble(talk, kept, Trouble.NOT_LINKED, by_itself=by_itself)
    records = records_of(talk.imports.entries)
    try:
        found = account.new_runs(_since(talk, kept, records), told.pairs.keys())
    except ServiceError as error:
        return _note_trouble(talk, kept, error.trouble, by_itself=by_itself)
    now = talk.turn.at
    answered = ServiceTold(answered=now, not_before=now + NOT_AGAIN_WITHIN)
    news = _take_in(talk, records, found, NO_ANSWERS)
    talk.imports.told = talk.imports.told.with_service(STRAVA, answered)
    return replace(news, first=kept.not_before is None)


def _is_too_early(talk: Talk, kept: ServiceTold) -> bool:
    """Whether it was asked just now; a time too far ahead was noted by a clock that was off."""
    if kept.not_before is None:
        return False
    ahead = kept.not_before - talk.turn.at
    return timedelta() < ahead <= max(AFTER.values())


def _since(talk: Talk, kept: ServiceTold, records: Mapping[str, Record]) -> datetime:
    """Since when runs are asked for: by Strava's own times where there are any, for a clock may be off."""
    if kept.answered is None:
        return talk.turn.at - FIRST_LOOK
    starts = [
        versions[0].at
        for record in records.values()
        for id_, versions in record.run.sources.items()
        if id_.startswith(f"{STRAVA}:")
    ]
    return min(talk.turn.at, kept.answered, max(starts, default=kept.answered)) - LOOK_AGAIN


def _note_trouble(talk: Talk, kept: ServiceTold, trouble: Trouble, *, by_itself: bool) -> News:
    tell = not by_itself or (trouble in TOLD and not kept.refused)
    after = replace(
        kept, not_before=talk.turn.at + AFTER[trouble], refused=kept.refused or (tell and trouble in TOLD)
    )
    talk.imports.told = talk.imports.told.with_service(STRAVA, after)
    return News(trouble=trouble if tell else None)


def settle_pair(talk: Talk, pair: FoundPair, answer: str) -> News:
    """Remember which of the runner's pairs one of Strava's is, and put its runs on it; Strava is not asked.

    Args:
        talk: the turn; it changes nothing else of the log.
        pair: Strava's.
        answer: the id of the runner's pair, or a `Choice`.
    """
    found, answers = Found(pairs={pair.key: pair}), Answers(pairs={pair.key: answer})
    return _take_in(talk, records_of(talk.imports.entries), found, answers)


def _take_in(talk: Talk, records: Mapping[str, Record], found: Found, answers: Answers) -> News:
    kept = Kept(
        ShoesTold(
            talk.shoes.rotation,
            talk.place_settings.local,
            talk.shoes.pair_asked_for,
            talk.shoes.check_up,
            talk.shoes.taken,
        ),
        talk.imports.told,
        records,
        talk.imports.complete_since,
    )
    zone = talk.place_settings.read_local_time().tzinfo
    assert zone is not None  # noqa: S101 - the local time is aware
    circumstances = Circumstances(talk.turn.at, zone, vocabulary_of(talk), talk.line("imports.unnamed"))
    plan = plan_import(kept, found, circumstances, answers)
    steps = tuple(_fitting(step for step in plan.steps if _counts(step.before) or _counts(step.after)))
    whole = len(steps) == sum(_counts(step.before) or _counts(step.after) for step in plan.steps)
    if steps or (plan.rotation, plan.imports.pairs) != (talk.shoes.rotation, kept.imports.pairs):
        _keep(talk, kept, replace(plan, steps=steps), found, whole=whole)
    new = [step.after.run for step in steps if step.after and not step.before]
    pairs = tuple(one for one in plan.asked if isinstance(one, WhichPair))
    return News(
        runs=tuple(sorted(new, key=lambda run: run.at, reverse=True)),
        changed=sum(step.before is not None for step in steps),
        in_doubt=len(plan.asked) - len(pairs),
        pairs_in_doubt=pairs,
        pairs=len(plan.pairs.made),
    )


def _keep(talk: Talk, kept: Kept, plan: Plan, found: Found, *, whole: bool) -> None:
    """Take in what fits into one write; an import that is cut short goes on when Strava is asked again."""
    rotation = _with_former_metres(plan, found)
    runs = {id_: record.run for id_, record in kept.records.items() if _counts(record)}
    added: list[Run] = []
    replaced: list[Run] = []
    removed: list[Run] = []
    for step in plan.steps:
        before, after = (one.run if one and _counts(one) else None for one in (step.before, step.after))
        recent = sorted(runs.values(), key=lambda run: run.at, reverse=True)
        update = follow_sources(rotation, before, after, recent)
        rotation = update.rotation
        added += update.added
        replaced += update.replaced
        removed += update.removed
        if after:
            runs[after.id] = after
    newest = sorted(runs.values(), key=lambda run: run.at, reverse=True)
    recent_runs = RecentRuns(newest, kept.complete_since)
    update = Update(rotation, tuple(added), tuple(replaced), tuple(removed))
    if added or replaced or removed:
        talk.shoes.take_in(update, recent_runs)
    else:
        talk.shoes.rotation = rotation
    changed = {run.id: run for run in (*replaced, *added)}
    talk.profile = replace(talk.profile, changes=tuple(with_runs(talk.profile.changes, changed)))
    begun = plan.imports.imports[0]
    talk.imports.told = plan.imports.with_import(replace(begun, finished=whole))


def _counts(record: Record | None) -> bool:
    return record is not None and record.state is State.RUN


def _fitting(steps: Iterable[Step]) -> Iterator[Step]:
    """As many of the steps, the oldest first, as one write takes; a run that moves is two entries."""
    room = LARGEST_CHANGE - PAGES
    for step in steps:
        room -= 2 if step.before and step.after and step.before.run.at != step.after.run.at else 1
        if room < 0:
            return
        yield step


def _with_former_metres(plan: Plan, found: Found) -> Rotation:
    """The pairs; one that is new begins at what it had run before the first run that came in with it.

    Older runs that come in later are part of that distance, as of one told by voice.
    """
    rotation = plan.rotation
    for key in plan.pairs.made:
        shoe, metres = rotation.find(plan.imports.shoe_of(key)), found.pairs[key].metres
        if shoe is None or metres is None:
            continue
        here = sum(
            step.after.run.metres
            for step in plan.steps
            if step.after and step.after.run.shoe == shoe.id and step.after.run.at >= shoe.added_at
        )
        former = min(max(metres - here, 0), LONGEST_LIFE)
        rotation = rotation.with_shoe(replace(shoe, starting_metres=former))
    return rotation
