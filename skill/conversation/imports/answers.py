"""What the runner is asked about an import, and what may be answered."""

from collections.abc import Mapping
from enum import StrEnum

from skill.conversation.imports.kept import Record
from skill.importing.found import FoundPair, FoundRun
from skill.shoes.shoe import Shoe
from skill.value import Value, field


class Choice(StrEnum):
    """An answer that names no pair and no run."""

    NEW = "new"
    """A pair or a run of its own."""
    NONE = "none"
    """None of the runner's pairs; no run at all."""


class WhichPair(Value):
    """Which of the runner's pairs a source's pair is: one of them, `NEW`, or `NONE`.

    Attributes:
        found: the source's pair.
        choices: the pairs that it may be.
    """

    found: FoundPair
    choices: tuple[Shoe, ...]


class WhichRun(Value):
    """Whether a run is one that is known: one of them, or `NEW`.

    Attributes:
        found: the run.
        choices: the records that it may be.
    """

    found: FoundRun
    choices: tuple[Record, ...]


class IsItARun(Value):
    """Whether something that no source calls a run is one: `NEW`, or `NONE`.

    Attributes:
        found: what was found.
    """

    found: FoundRun


class WornWhich(Value):
    """Which pair a run was in of which sources tell several: one of them.

    Attributes:
        found: the run.
        choices: the pairs.
    """

    found: FoundRun
    choices: tuple[Shoe, ...]


Asked = WhichPair | WhichRun | IsItARun | WornWhich


class Answers(Value):
    """What was answered; what is not there is left out of the import.

    Attributes:
        pairs: by the key of the source's pair: the id of a pair, or a choice.
        runs: by the run's id at its source: the id of a record, or a choice.
        worn: by the run's id at its source: the id of a pair.
    """

    pairs: Mapping[str, str] = field(default_factory=dict)
    runs: Mapping[str, str] = field(default_factory=dict)
    worn: Mapping[str, str] = field(default_factory=dict)
