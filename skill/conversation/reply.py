"""A reply: what is performed, whether the microphone opens, and what a yes would then mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from skill.coach.cue_sheet import CueSheet


class Question(StrEnum):
    """What the coach asked last, so that a bare answer is understood."""

    WHICH_ROUTINE = "which-routine"
    GO_ON = "go-on"
    """Whether to take up the walkthrough that was left."""
    READY = "ready"
    """Whether the runner is ready for what comes next."""
    HOW_FELT = "how-felt"
    START_ROUTINE = "start-routine"
    """Whether to start the routine that was offered."""
    DELETE_DATA = "delete-data"
    WHICH_PAIR = "which-pair"
    """Which pair is meant; the topic's `then` says what for."""
    NAME_PAIR = "name-pair"
    RENAME_PAIR = "rename-pair"
    RUN_BEFORE = "run-before"
    """How far a pair had run before it was added."""
    HOW_FAR = "how-far"
    LOG_RUN = "log-run"
    """Whether the run of the topic is to be logged."""
    UNDO = "undo"
    RETIRE_PAIR = "retire-pair"
    SHOES_CHOSEN = "shoes-chosen"
    """Not a question: the shoes just named, for "why" and "what else"."""
    ANYTHING_ELSE = "anything-else"


@dataclass(frozen=True, slots=True)
class Screen:
    """What a device with a screen shows, and the companion app's card says.

    Attributes:
        title: a few words.
        lines: the text, a line each.
    """

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes out for a turn.

    Attributes:
        sheet: everything that is said, in time.
        ends: whether the session ends with it; otherwise the microphone opens after it.
        reprompt: said when nothing is heard; empty exactly when the session ends.
        question: what a bare yes, no or other short answer would be about.
        topic: more about the question, JSON-able.
        screen: shown where it can be.
        performs: whether the sheet performs a part of a routine.
        flows_on: whether the device goes on by itself when the sheet is over, with the microphone closed.
    """

    sheet: CueSheet
    ends: bool
    reprompt: str = ""
    question: Question | None = None
    topic: Mapping[str, Any] = field(default_factory=dict)
    screen: Screen | None = None
    performs: bool = False
    flows_on: bool = False

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        return " ".join(cue.text for cue in self.sheet.cues)
