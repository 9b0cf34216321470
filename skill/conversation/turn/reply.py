"""What goes out for a turn: a reply that asks, performs or ends, or a statement behind which it goes on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from skill.coach.cue_sheet import CueSheet

if TYPE_CHECKING:  # a question answers with replies
    from skill.conversation.turn.question import Question


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
        question: what a short answer would be about; None exactly when the session ends with the reply.
        reprompt: said when nothing is heard; empty exactly when the session ends.
        screen: shown where it can be.
        performs: whether the sheet performs a part of a routine.
        auto_continues: whether the device asks for what follows when the sheet is over, with the microphone
            closed.
        in_silence: performed behind the reprompt, when nobody answers; None where the device waits.
    """

    sheet: CueSheet
    question: "Question | None" = None
    reprompt: str = ""
    screen: Screen | None = None
    performs: bool = False
    auto_continues: bool = False
    in_silence: CueSheet | None = None

    @property
    def ends(self) -> bool:
        """Whether the session ends with it; otherwise the microphone opens after it."""
        return self.question is None

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        return " ".join(cue.text for cue in self.sheet.cues)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something told. What was going on goes on after it: a routine, an open question, else an invitation.

    Attributes:
        text: what is said; one or more whole sentences.
        invitation: what is asked where nothing was going on; None for the usual one.
        screen: shown where it can be.
        explain: whether a routine that goes on explains the exercise that it is about to begin.
        after_run: whether it tells of a run of today, after which stretches are offered.
        whole: whether all of it must be heard; else its first sentences do where a bout is to go on.
    """

    text: str
    invitation: "Question | None" = None
    screen: Screen | None = None
    explain: bool = True
    after_run: bool = False
    whole: bool = False


Outcome: TypeAlias = Reply | Statement
"""What a use case gives."""
