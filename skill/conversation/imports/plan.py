"""What an import would do: a value, made from what is kept, what was found and what the runner answered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from typing import Final

from skill.conversation.imports.answers import Answers, Asked, WornWhich
from skill.conversation.imports.kept import Kept, Record, State
from skill.conversation.imports.new_pairs import Maker
from skill.conversation.imports.pairs_found import PairMatcher, PairsFound
from skill.conversation.imports.runs_found import Became, RunMatcher, version_of
from skill.conversation.imports.same_run import Records, source_of
from skill.conversation.memory.imports_page import Import, ImportsTold
from skill.importing.found import Found, ImportingError
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.rotation import Rotation
from skill.shoes.run import Run
from skill.shoes.sources import pairs_named, settle, without_history
from skill.value import Value, replace

MOST_RUNS: Final = 50_000
"""In one import: three a day for forty-five years. A run takes some 2.5 KB of memory until it is written."""


class Step(Value):
    """What becomes of one record of the log.

    Attributes:
        before: as it is; None for a new one.
        after: as it will be; None for one that goes.
    """

    before: Record | None
    after: Record | None


class Plan(Value):
    """What an import would do.

    Attributes:
        rotation: the shoes with the pairs that are new or told otherwise, their sums still as they are.
        imports: what will be remembered of the imports and the sources' pairs.
        steps: what becomes of the runs, each record once, the oldest first.
        became: what becomes of each run that was found, by its id at its source.
        asked: what the runner has not answered: it is left out until then.
        pairs: what becomes of the pairs.
        number: of the import.
    """

    rotation: Rotation
    imports: ImportsTold
    steps: tuple[Step, ...]
    became: Mapping[str, Became]
    asked: tuple[Asked, ...]
    pairs: PairsFound
    number: int

    def changes(self, kept: Kept) -> bool:
        """Whether there is anything to write."""
        return bool(self.steps) or (self.rotation, self.imports.pairs) != (
            kept.shoes.rotation,
            kept.imports.pairs,
        )


class Circumstances(Value):
    """What an import has to know beside what is kept and what was found.

    Attributes:
        at: when it is done, aware, UTC.
        zone: the runner's time zone.
        vocabulary: the words of names, in the runner's language.
        unnamed: what a pair is called of which nothing is known that could be said.
    """

    at: datetime
    zone: tzinfo
    vocabulary: NameVocabulary
    unnamed: str


NO_ANSWERS = Answers()


def plan_import(
    kept: Kept, found: Found, circumstances: Circumstances, answers: Answers = NO_ANSWERS
) -> Plan:
    """What an import would do.

    An import that was broken off is gone on with under its number.

    Args:
        kept: what is kept of the runner.
        found: runs and pairs.
        circumstances: the time, the place and the language.
        answers: what the runner said to what was asked.

    Raises:
        ImportingError: there are more runs than anybody has run.
    """
    if len(found.runs) > MOST_RUNS:
        raise ImportingError(
            f"There are {len(found.runs):,} runs in it; {MOST_RUNS:,} at most can come in at a time"
        )
    begun = _import_begun(kept.imports, circumstances.at)
    records = Records(kept.records.values())
    runs = RunMatcher(
        records,
        answers,
        circumstances.zone,
        begun.number,
        circumstances.at,
        kept.complete_since,
    )
    runs.take(found.runs)
    pairs = PairMatcher(
        found.pairs,
        answers,
        Maker(circumstances.vocabulary, circumstances.zone, circumstances.unnamed),
        begun.number,
        _worn_since(found, circumstances.zone),
        _same_runs(records),
        circumstances.at,
    ).match(kept.shoes.rotation, kept.imports)
    imports = pairs.imports.with_import(begun)
    worn = tuple(_with_answers(records, found, imports, pairs.rotation, answers))
    return Plan(
        rotation=pairs.rotation,
        imports=imports,
        steps=tuple(_steps(kept.records, records, imports)),
        became=runs.became,
        asked=(*pairs.asked, *runs.asked, *worn),
        pairs=pairs,
        number=begun.number,
    )


def _import_begun(imports: ImportsTold, now: datetime) -> Import:
    newest = next(iter(imports.imports), None)
    if newest and not newest.finished:
        return newest
    return Import(imports.latest + 1, now, finished=False)


def _worn_since(found: Found, zone: tzinfo) -> dict[str, datetime]:
    since: dict[str, datetime] = {}
    for run in found.runs:
        version = version_of(run, zone, 0)
        for key in run.pairs if version else ():
            since[key] = min(since.get(key, version.at), version.at) if version else since[key]
    return since


def _same_runs(records: Iterable[Record]) -> dict[str, list[str]]:
    """By each pair's key the keys that other sources name for the same runs, the most frequent first."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        named = pairs_named(record.run.sources) if len(record.run.sources) > 1 else ()
        for key in named:
            together[key].update(other for other in named if source_of(other) != source_of(key))
    return {key: [other for other, _ in counted.most_common()] for key, counted in together.items()}


def _with_answers(
    records: Records, found: Found, imports: ImportsTold, rotation: Rotation, answers: Answers
) -> Iterator[WornWhich]:
    """Put runs on which sources do not agree on the pair that the runner says; ask where nothing was said."""
    asked: set[str] = set()
    for one in found.runs:
        record = records.of_source(one.id)
        if record is None or record.state is not State.RUN or record.run.spoken.shoe:
            continue
        shoes = dict.fromkeys(filter(None, map(imports.shoe_of, pairs_named(record.run.sources))))
        if len(shoes) < 2 or record.run.id in asked:  # noqa: PLR2004 - several
            continue
        asked.add(record.run.id)
        answer = answers.worn.get(one.id)
        if answer in shoes:
            records.put(replace(record, run=record.run.put_on(answer)))
        else:
            yield WornWhich(one, tuple(shoe for id_ in shoes if (shoe := rotation.find(id_))))


def _steps(before: Mapping[str, Record], after: Iterable[Record], imports: ImportsTold) -> Iterator[Step]:
    changed = []
    for record in after:
        known = before.get(record.run.id)
        settled = settled_record(record, imports)
        if known is None or not _is_same(known, settled):
            sources = without_history(settled.run.sources, imports.oldest)
            run = replace(settled.run, sources=sources)
            changed.append(Step(known, replace(settled, run=run)))
    changed.sort(key=lambda step: (step.after.run.at, step.after.run.id) if step.after else ())
    yield from changed


def settled_record(record: Record, imports: ImportsTold) -> Record:
    """The record as its sources and the runner's word make it; one that counts nowhere stays as it is."""
    if record.state is not State.RUN or not record.run.sources:
        return record
    told = settle(record.run.sources, record.run.spoken, imports.shoe_of)
    run = replace(record.run, at=told.at, day=told.day, metres=told.metres, shoe=told.shoe)
    return replace(record, run=run)


def _is_same(one: Record, other: Record) -> bool:
    """Whether two records are the same also in what is told of them."""
    return one == other and _told(one.run) == _told(other.run)


def _told(run: Run) -> tuple[object, ...]:
    return run.sources, run.spoken
