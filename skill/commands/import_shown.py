"""What an import would do, as it is printed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC

from skill.commands.options import runs_in_words
from skill.commands.tables import day_bought, distance, money
from skill.conversation.imports.answers import IsItARun, WhichPair, WhichRun, WornWhich
from skill.conversation.imports.kept import Kept, State
from skill.conversation.imports.plan import Plan, Step
from skill.conversation.imports.runs_found import Became
from skill.importing.found import Found, Why
from skill.shoes.distance import Unit
from skill.shoes.rotation import Rotation

HEADINGS = ("pair", "runs", "more", "then", "")
NO_PAIR = "in no pair"
SHOWN_AT_MOST = 5
"""Words of other sports, or files, that are named behind a reason."""
LEFT_OUT: Mapping[Why, str] = {
    Why.OTHER_SPORT: "another sport",
    Why.UNKNOWN_SPORT: "a sport I don't know",
    Why.NO_DISTANCE: "no distance",
    Why.NO_START: "no date",
    Why.TOO_LONG: "further than anybody runs in a day",
    Why.NOT_SAID_TO_BE_A_RUN: "not said to be a run",
    Why.MULTISPORT_AS_ONE: "several sports as one: the run's own distance is not in this file",
    Why.TWICE_IN_IT: "there twice",
    Why.A_PLAN: "a plan, not a run",
    Why.NOTHING_IN_IT: "no activity in it",
    Why.UNKNOWN_FILE: "not a file I know",
    Why.DAMAGED: "damaged",
    Why.UNREADABLE_ROW: "a row that cannot be read",
}
"""Why something is left out, as it is printed behind how often."""
SHOWN_EACH = frozenset({Why.DAMAGED, Why.UNREADABLE_ROW, Why.UNKNOWN_FILE, Why.NO_START})
"""Reasons that somebody may put right, so that each place is named."""
BECAME: Mapping[Became, str] = {
    Became.KNOWN: "in already",
    Became.CHANGED: "in already, told otherwise now",
    Became.SAME: "the same as another one",
    Became.TOLD: "told by voice already",
    Became.STAYS_DELETED: "deleted by you, and left so",
    Became.NO_RUN: "no run, as you said",
    Became.TO_COME: "dated in the future: left out",
    Became.NO_LENGTH: "of a length nobody runs: left out",
}
NOT_ASKED: Mapping[type, str] = {
    WhichPair: "Not settled which pair it is, so its runs come in no pair: {what}",
    WhichRun: "Left out, perhaps in already: {what}",
    IsItARun: "Left out, not said to be a run: {what}",
    WornWhich: "Told of several pairs, so left in none: {what}",
}


def in_words(found: Found, unit: Unit) -> str:
    """What was found, in one line."""
    if not found.runs:
        return "No run was found."
    days = sorted(run.start.replace(tzinfo=run.start.tzinfo or UTC).date() for run in found.runs)
    metres = sum(run.metres for run in found.runs)
    when = f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    return f"{runs_in_words(len(found.runs))} found, {distance(metres, unit)}, {when}."


def rows_of_pairs(kept: Kept, plan: Plan, after: Rotation, unit: Unit) -> list[tuple[str, ...]]:
    """A row for each pair that is new or has other runs than before; empty where there is none."""
    runs, metres = _differences(plan.steps)
    made = {plan.imports.shoe_of(key) for key in plan.pairs.made}
    rows = []
    for shoe in after.shoes:
        before = kept.shoes.rotation.find(shoe.id)
        if shoe == before and not runs[shoe.id] and not metres[shoe.id]:
            continue
        late = _worn_later(plan.steps, shoe.id, after)
        notes = [
            *(["new"] if shoe.id in made else []),
            *(["for " + ", ".join(sorted(shoe.kinds))] if shoe.kinds else []),
            *([money(shoe.price)] if shoe.price else []),
            *([f"bought {day_bought(shoe.bought)}"] if shoe.bought else []),
            *([] if shoe.active else [f"retired {shoe.retired_at:%Y-%m-%d}"]),
            *([f"worn later in {runs_in_words(late)}"] if late else []),
        ]
        cells = f"{runs[shoe.id]:+}", distance(metres[shoe.id], unit), distance(shoe.metres, unit)
        rows.append((shoe.nickname, *cells, ", ".join(notes)))
    others = sum(runs.values()) - sum(runs[shoe.id] for shoe in after.shoes)
    if others or any(metres[id_] for id_ in metres if after.find(id_) is None):
        more = sum(metres.values()) - sum(metres[shoe.id] for shoe in after.shoes)
        rows.append(
            (NO_PAIR, f"{others:+}", distance(more, unit), distance(after.unknown.tally.metres, unit), "")
        )
    return [HEADINGS, *rows] if rows else []


def left_out_in_words(found: Found, plan: Plan) -> list[str]:
    """What is left out and why, and what is in already."""
    lines = [f"{count}: {BECAME[became]}" for became, count in _counted(plan) if became in BECAME]
    by_reason: dict[Why, list[str]] = defaultdict(list)
    for one in found.left_out:
        by_reason[one.why].append(
            f"{one.where}: {one.what}".rstrip(": ") if one.why in SHOWN_EACH else one.what
        )
    for why, whats in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        named = [what for what, _ in Counter(filter(None, whats)).most_common(SHOWN_AT_MOST)]
        more = len(set(filter(None, whats))) > SHOWN_AT_MOST
        words = f" ({', '.join(named)}{', and others' if more else ''})" if named else ""
        lines.append(f"{len(whats)}: {LEFT_OUT[why]}{words}")
    return lines


def not_asked_in_words(plan: Plan) -> list[str]:
    """What would have to be asked, and what becomes of it without."""
    whats: dict[type, list[str]] = defaultdict(list)
    for asked in plan.asked:
        match asked:
            case WhichPair(found=pair):
                whats[WhichPair].append(pair.name or f"{pair.brand} {pair.model}".strip() or pair.key)
            case _:
                whats[type(asked)].append(f"{asked.found.start:%Y-%m-%d}")
    lines = []
    for kind, named in whats.items():
        shown = [*named[:SHOWN_AT_MOST], *(["others"] if len(named) > SHOWN_AT_MOST else [])]
        lines.append(NOT_ASKED[kind].format(what=", ".join(shown)))
    lines += [f"There is no room for another pair: {pair.name or pair.key}" for pair in plan.pairs.too_many]
    return lines


def what_came(plan: Plan, unit: Unit) -> str:
    """What came in, in one sentence."""
    runs, metres = _differences(plan.steps)
    count = sum(runs.values())
    if not count:
        return "Done: the runs are as their source tells them now."
    return f"{runs_in_words(count)} came in, {distance(sum(metres.values()), unit)}."


def _counted(plan: Plan) -> Iterator[tuple[Became, int]]:
    counted = Counter(plan.became.values())
    yield from ((became, counted[became]) for became in Became if counted[became])


def _differences(steps: tuple[Step, ...]) -> tuple[Counter[str | None], Counter[str | None]]:
    """How many runs and metres more or fewer each pair has, by its id; None for no pair."""
    runs: Counter[str | None] = Counter()
    metres: Counter[str | None] = Counter()
    for step in steps:
        for record, sign in ((step.before, -1), (step.after, 1)):
            if record and record.state is State.RUN:
                runs[record.run.shoe] += sign
                metres[record.run.shoe] += sign * record.run.metres
    return runs, metres


def _worn_later(steps: tuple[Step, ...], shoe: str, after: Rotation) -> int:
    """How many of the runs are later than the day on which the pair was retired."""
    found = after.find(shoe)
    end = found.retired_at if found else None
    worn = (step.after for step in steps if step.after and step.after.state is State.RUN)
    return sum(end is not None and record.run.shoe == shoe and record.run.at > end for record in worn)
