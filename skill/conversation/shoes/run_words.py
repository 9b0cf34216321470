"""How a run is said: with its pair, its day and its kind; and what became of it."""

from collections.abc import Sequence

from skill.conversation.shoes.shoe_words import (
    day_of_run,
    exact_distance,
    pair_in_words,
    rounded_distance,
)
from skill.conversation.turn.talk import Talk
from skill.shoes.run import Run
from skill.speech.dates import day_in_words, on_day_in_words


def run_and_pair(talk: Talk, run: Run) -> str:
    """A run with its pair, where that is known: "ten kilometres in the Ghost"."""
    shoe, distance = talk.shoes.rotation.find(run.shoe), exact_distance(talk, run.metres)
    if shoe is None:
        return distance
    return talk.line("shoes.correct.run", distance=distance, pair=pair_in_words(talk, shoe))


def run_as_changed(talk: Talk, run: Run, other: Run) -> str:
    """A run with its pair, and with its kind and its day where those are what makes it another."""
    text = run_and_pair(talk, run)
    if run.kind and run.kind is not other.kind:
        kind = talk.line(f"shoes.run_of_kind.{run.kind}")
        text = talk.line("shoes.correct.run_as", run=text, kind=kind)
    if run.day != other.day:
        today = talk.place_settings.read_local_time().date()
        text = f"{text} {on_day_in_words(talk.phrasebook, run.day, today)}"
    return text


def run_in_words(talk: Talk, run: Run) -> dict[str, str | int]:
    """The values of a line about a run: its distance and day, and its pair with everything it has run."""
    shoe = talk.shoes.rotation.find(run.shoe)
    return {
        "distance": exact_distance(talk, run.metres),
        "when": day_of_run(talk, run.day),
        "pair": pair_in_words(talk, shoe) if shoe else "",
        "total": rounded_distance(talk, shoe.metres) if shoe else "",
    }


def changed_in_words(talk: Talk, before: Run, after: Run) -> str:
    """What a run has become: its distance and pair, the day it was moved to, the kind it was given."""
    values = run_in_words(talk, after)
    known = "" if talk.shoes.rotation.find(after.shoe) else "_unknown"
    kind = talk.line(f"shoes.run_of_kind.{after.kind}") if after.kind else ""
    if after.day != before.day:
        day = day_in_words(talk.phrasebook, after.day, talk.place_settings.read_local_time().date())
        text = talk.line(f"shoes.correct.moved{known}", day=day, **values)
    elif after.metres != before.metres:
        text = talk.line(f"shoes.correct.distance{known}", **values)
    elif after.shoe != before.shoe:
        text = _changed_pair(talk, before, values)
    elif after.kind is before.kind:
        return talk.line(f"shoes.correct.noted{known}", **values)
    else:
        return talk.line(f"shoes.correct.kind{known}", kind=kind, **values)
    counted_as = talk.line("shoes.correct.kind_too", kind=kind) if after.kind is not before.kind else ""
    return f"{text} {counted_as}".strip()


def _changed_pair(talk: Talk, before: Run, values: dict[str, str | int]) -> str:
    """That a run is in another pair now, and what the pair that it was in is left with."""
    shoe = talk.shoes.rotation.find(before.shoe)
    if shoe is None:
        return talk.line("shoes.correct.pair", **values)
    left = {"before": pair_in_words(talk, shoe), "total_before": rounded_distance(talk, shoe.metres)}
    return talk.line("shoes.correct.other_pair", **left, **values)


def already_in_words(talk: Talk, run: Run) -> str:
    """That a run is so already."""
    newest = next(iter(talk.shoes.recent.runs), run)
    which = "" if run.id == newest.id else "_then"
    known = "" if talk.shoes.rotation.find(run.shoe) else "_unknown"
    return talk.line(f"shoes.correct.already{which}{known}", **run_in_words(talk, run))


def runs_in_words(talk: Talk, runs: Sequence[Run]) -> dict[str, str | int]:
    """All runs with their pairs; the day once, where it is the same and not today."""
    today = talk.place_settings.read_local_time().date()
    days = {run.day for run in runs}
    said = []
    for run in runs:
        day = on_day_in_words(talk.phrasebook, run.day, today) if len(days) > 1 else ""
        said.append(f"{run_and_pair(talk, run)} {day}".strip())
    on_day = (
        on_day_in_words(talk.phrasebook, runs[0].day, today) if days != {today} and len(days) == 1 else ""
    )
    *first, last = said
    return {
        "first": ", ".join(first),
        "last": last,
        "when": on_day and talk.line("shoes.log.when", day=on_day),
    }
