"""What an import asks at the terminal."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

import click

from skill.commands.options import runs_in_words
from skill.commands.tables import distance
from skill.conversation.imports.answers import (
    Answers,
    Asked,
    Choice,
    IsItARun,
    WhichPair,
    WhichRun,
    WornWhich,
)
from skill.conversation.imports.kept import Record
from skill.conversation.imports.runs_found import version_of
from skill.conversation.imports.same_run import source_of
from skill.importing.found import Found, FoundPair, FoundRun
from skill.shoes.distance import Unit
from skill.value import replace

ALL = "all"
SKIP = ""
"""Nothing typed: the question is left open, and what it is about is left out."""


@dataclass
class Questions:
    """Asks, and keeps what was answered.

    Attributes:
        found: what the questions are about.
        unit: to show distances in.
        zone: the runner's time zone.
        answers: so far.
        seen: what was asked, also where it was left open.
        all_the_same: whether a run that may be one alone is that one: the runner said so of all.
    """

    found: Found
    unit: Unit
    zone: tzinfo
    answers: Answers = field(default_factory=Answers)
    seen: set[tuple[type, str]] = field(default_factory=set)
    all_the_same: bool = False

    def is_new(self, asked: Asked) -> bool:
        """Whether it was not asked yet."""
        return _key(asked) not in self.seen

    def ask(self, asked: Asked) -> None:
        """Ask it, and keep the answer."""
        self.seen.add(_key(asked))
        match asked:
            case WhichPair(found=pair, choices=shoes):
                listed = [(shoe.id, f"{shoe.nickname}, {distance(shoe.metres, self.unit)}") for shoe in shoes]
                click.echo(f"\nWhich pair is {self._pair(pair)}?", err=True)
                rest = {"n": (Choice.NEW, "a pair of its own"), "x": (Choice.NONE, "none of mine")}
                answer = _choose(listed, rest, "leave it open: its runs come in no pair")
                if answer:
                    self.answers = replace(self.answers, pairs={**self.answers.pairs, pair.key: answer})
            case WhichRun(found=run, choices=records):
                self._about_run(run, self._which_of(run, records))
            case IsItARun(found=run):
                click.echo(f"\n{self._run(run)} is not said to be a run. Is it one?", err=True)
                rest = {"y": (Choice.NEW, "yes"), "n": (Choice.NONE, "no, and never ask again")}
                self._about_run(run, _choose([], rest, "leave it out"))
            case WornWhich(found=run, choices=shoes):
                listed = [(shoe.id, shoe.nickname) for shoe in shoes]
                click.echo(f"\n{self._run(run)} is told of several pairs. Which was it?", err=True)
                answer = _choose(listed, {}, "leave it in none")
                if answer:
                    self.answers = replace(self.answers, worn={**self.answers.worn, run.id: answer})

    def _which_of(self, run: FoundRun, records: tuple[Record, ...]) -> str:
        if self.all_the_same and len(records) == 1:
            return records[0].run.id
        known = [(record.run.id, self._record(record)) for record in records]
        click.echo(f"\n{self._run(run)} may be in already. Which one is it?", err=True)
        rest = {"n": (str(Choice.NEW), "another run")}
        if len(records) == 1:
            rest["a"] = ALL, "that one, and so for all others of which there is only one"
        answer = _choose(known, rest, "leave it out")
        self.all_the_same = answer == ALL
        return known[0][0] if self.all_the_same else answer

    def _about_run(self, run: FoundRun, answer: str) -> None:
        if answer:
            self.answers = replace(self.answers, runs={**self.answers.runs, run.id: answer})

    def _pair(self, pair: FoundPair) -> str:
        made = f"{pair.brand} {pair.model}".strip()
        name = f'"{pair.name}"' if pair.name else made or "a pair without a name"
        counted = Counter(key for run in self.found.runs for key in run.pairs)
        metres = sum(run.metres for run in self.found.runs if pair.key in run.pairs)
        what = [made] if pair.name and made else []
        what += [f"{runs_in_words(counted[pair.key])}, {distance(metres, self.unit)}", source_of(pair.key)]
        return f"{name} ({'; '.join(what)})"

    def _run(self, run: FoundRun) -> str:
        version = version_of(run, self.zone, 0)
        when = f"{version.at.astimezone(self.zone):%Y-%m-%d %H:%M}" if version else run.id
        title = f' "{run.title}"' if run.title else ""
        return f"{when}, {distance(run.metres, self.unit)}{title} ({source_of(run.id)})"

    def _record(self, record: Record) -> str:
        run = record.run
        sources = sorted({source_of(id_) for id_ in run.sources})
        when = f"{run.at.astimezone(self.zone):%Y-%m-%d %H:%M}" if sources else f"{run.day}"
        return f"{when}, {distance(run.metres, self.unit)} ({', '.join(sources) or 'told by voice'})"


def _key(asked: Asked) -> tuple[type, str]:
    return type(asked), asked.found.key if isinstance(asked, WhichPair) else asked.found.id


def _choose(listed: list[tuple[str, str]], rest: Mapping[str, tuple[str, str]], skip: str) -> str:
    """The id or the choice that was typed; empty where the question is left open."""
    typed = {str(place): id_ for place, (id_, _) in enumerate(listed, 1)}
    typed |= {letter: str(choice) for letter, (choice, _) in rest.items()}
    lines = [(str(place), words) for place, (_, words) in enumerate(listed, 1)]
    lines += [(letter, words) for letter, (_, words) in rest.items()]
    for letter, words in (*lines, ("Enter", skip)):
        click.echo(f"  {letter}: {words}", err=True)
    while True:
        answer: str = click.prompt("", default=SKIP, show_default=False, prompt_suffix="> ", err=True)
        if answer.strip().lower() in typed:
            return typed[answer.strip().lower()]
        if not answer.strip():
            return SKIP
        click.echo(f"Type one of {', '.join(typed)}, or Enter.", err=True)
