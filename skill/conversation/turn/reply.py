"""What goes out for a turn: a reply that asks, performs or ends, or a statement behind which it goes on."""

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from skill.coach.cue_sheet import CueSheet
from skill.coach.scenes import Scene
from skill.value import Value, replace

if TYPE_CHECKING:  # a question answers with replies
    from skill.conversation.turn.question import Question


class Touch(StrEnum):
    """What can be touched on a screen; each does what its word does."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    REPEAT = "repeat"


class SceneWords(Value):
    """The lines of a scene, each empty where there is nothing to say.

    Attributes:
        state: what the runner does: "hold", "get ready".
        side: "right side".
        set: "set 1 of 2".
        amount: what stands beside the count: "of 20 seconds".
        next: what comes next.
    """

    state: str
    side: str = ""
    set: str = ""
    amount: str = ""
    next: str = ""


class ShownScene(Value):
    """A scene with its lines."""

    scene: Scene
    words: SceneWords


class ShownPair(Value):
    """A pair of shoes as it stands in the closet that is shown.

    Attributes:
        name: what the runner calls it.
        run: how far it has run, in the runner's unit: "412 km".
        life: how far it goes.
        share: the share of its life that it has run; 1 or more when past it.
        stage: how far through its life it is: "fresh", "soon" or "due".
        rest: since when it has rested; empty where no run in it is known.
        kinds: what it is kept for; empty for anything.
        chosen: whether it is the choice.
        reason: why it stands where it stands; empty where nothing is to be said.
    """

    name: str
    run: str
    life: str
    share: float
    stage: str
    rest: str = ""
    kinds: str = ""
    chosen: bool = False
    reason: str = ""


class Card(Value):
    """What the companion app shows to be read later.

    Attributes:
        title: a few words.
        lines: the text, a line each.
    """

    title: str
    lines: tuple[str, ...]


class Screen(Value):
    """What a device with a screen shows.

    Attributes:
        title: a few words.
        lines: the text, a line each.
        scenes: what is seen while a routine sounds, in order of time; empty on a device without a screen.
        left: seconds of the routine that are left at the reply's beginning; 0 where none goes on.
        ahead: seconds of what is said ahead of the routine, which is no time of it.
        left_words: what stands beside them.
        touches: what can be touched, in order, each with its label.
        answers: the words of the plain answers to what is asked; empty where there are none to choose from.
        closet: the pairs of shoes, the choice first; None where they are not what is shown.
        on_card: whether the companion app's card says it too, where the reply has none of its own.
    """

    title: str
    lines: tuple[str, ...]
    scenes: tuple[ShownScene, ...] = ()
    left: float = 0.0
    ahead: float = 0.0
    left_words: str = ""
    touches: tuple[tuple[Touch, str], ...] = ()
    answers: tuple[str, ...] = ()
    closet: tuple[ShownPair, ...] | None = None
    on_card: bool = True

    def off_card(self) -> "Screen":
        """The screen, which no card says."""
        return replace(self, on_card=False)


class Reply(Value):
    """What goes out for a turn.

    Attributes:
        sheet: everything that is said, in time.
        question: what a short answer would be about; None exactly when the session ends with the reply.
        reprompt: said when nothing is heard; empty exactly when the session ends.
        screen: shown where it can be.
        card: sent to the companion app; None for no card of its own.
        performs: whether the sheet performs a part of a routine.
        auto_continues: whether the device asks for what follows when the sheet is over, with the microphone
            closed.
        in_silence: performed behind the reprompt, when nobody answers; None where the device waits.
    """

    sheet: CueSheet
    question: "Question | None" = None
    reprompt: str = ""
    screen: Screen | None = None
    card: Card | None = None
    performs: bool = False
    auto_continues: bool = False
    in_silence: CueSheet | None = None

    @property
    def ends(self) -> bool:
        """Whether the session ends with it; otherwise the microphone opens after it."""
        return self.question is None

    def showing(self, screen: Screen) -> "Reply":
        """The reply with this on the screen."""
        return replace(self, screen=screen)

    def with_card(self, card: Card | None) -> "Reply":
        """The reply with this card, or none."""
        return replace(self, card=card)

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        return " ".join(cue.text for cue in self.sheet.cues)


class Statement(Value):
    """Something told. What was going on goes on after it: a routine, an open question, else an invitation.

    Attributes:
        text: what is said; one or more whole sentences.
        invitation: what is asked where nothing was going on; None for the usual one.
        screen: shown where it can be.
        card: sent to the companion app; None for no card of its own.
        explain: whether a routine that goes on explains the exercise that it is about to begin.
        after_run: whether it tells of a run of today, after which stretches are offered.
        whole: whether all of it must be heard; else its first sentences do where a bout is to go on.
    """

    text: str
    invitation: "Question | None" = None
    screen: Screen | None = None
    card: Card | None = None
    explain: bool = True
    after_run: bool = False
    whole: bool = False


Outcome: TypeAlias = Reply | Statement
"""What a use case gives."""
