"""The situations in which a question is asked, read from the tables in this folder."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.conversation.shoes.which_pair import WhichPair
from skill.conversation.shoes.which_run import WhichRun
from skill.conversation.turn.question import Question

ALWAYS = ("yes", "no", "never_mind")
MAY_TAKE = (
    "pair",
    "distance",
    "day",
    "period",
    "duration",
    "time",
    "kind",
    "exercise",
    "routine",
    "feeling",
    "side",
    "ready",
    "you_choose",
    "confirmed",
    "other_pair",
    "other_distance",
    "no_run",
    "all_right",
    "pain_kind",
    "later",
)
"""The other answers of a question, as the methods of `Question` are called."""
SAID = {
    "yes": "yes",
    "no": "no",
    "never_mind": "never mind",
    "ready": "I'm ready",
    "you_choose": "you choose",
    "no_run": "I didn't run",
    "all_right": "I'm all right",
    "later": "not now",
}
TRIED_FOR_ALL = (WhichPair.other_distance, WhichRun.other_distance)
"""What every question of a kind does alike, and one test tries with all of them."""
TABLES = sorted(Path(__file__).parent.glob("*.toml"))


@dataclass(frozen=True)
class Answer:
    """What is said to a question.

    Attributes:
        to: the method of the question that takes it.
        said: the words.
        heard: what must be heard in the reply.
        kept: the lines that the notebook has more afterward; none where nothing is to be written.
        gone: the lines it has no more.
        asks: the question that is asked next; None for any or none.
    """

    to: str
    said: str
    heard: str
    kept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    asks: str | None = None


@dataclass(frozen=True)
class Situation:
    """How a question comes to be asked, and what its answers do.

    Attributes:
        name: the question's.
        before: what is said until it is asked.
        heard: how it is asked.
        again: how it is asked in short.
        reprompt: what is said after silence.
        answers: what may be said to it.
    """

    name: str
    before: tuple[str, ...]
    heard: str
    again: str
    reprompt: str
    answers: tuple[Answer, ...]


def situations() -> Mapping[str, Situation]:
    """Every situation by its question's name.

    Raises:
        ValueError: two tables tell of one question.
    """
    found: dict[str, Situation] = {}
    for path in TABLES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        beginning = tuple(table.pop("beginning"))
        for name, row in table.items():
            if name in found:
                raise ValueError(f"{name} is in two tables")
            found[name] = _situation(name, beginning, row)
    return found


def answers_of(kind: type[Question]) -> frozenset[str]:
    """The answers that a question has a meaning for."""
    own = (
        name
        for name in MAY_TAKE
        if getattr(kind, name, None) not in (getattr(Question, name, None), *TRIED_FOR_ALL)
    )
    return frozenset((*ALWAYS, *own))


def _situation(name: str, beginning: tuple[str, ...], row: dict[str, Any]) -> Situation:
    asked, again = row.pop("asked"), row.pop("again")
    heard, reprompt = row.pop("heard", again), row.pop("reprompt", again)
    return Situation(name, (*beginning, *asked), heard, again, reprompt, tuple(_answers(row)))


def _answers(row: Mapping[str, Any]) -> Iterator[Answer]:
    for to, answers in row.items():
        for answer in answers if isinstance(answers, list) else [answers]:
            yield Answer(
                to,
                answer.get("said") or SAID[to],
                answer["heard"],
                tuple(answer.get("kept", ())),
                tuple(answer.get("gone", ())),
                answer.get("asks"),
            )
