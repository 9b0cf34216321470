"""What the coach asks. A question is a value that knows what each answer to it means.

A new question is a `Value` in the module of its use case and a line `questions.<name>`. Its fields are what
the answer is about: they travel in the session as JSON, but for those that have their default. `yes` and `no`
must be there; every other answer is optional, and what a question does not take means what it means anywhere.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.tagged import Kinds, Tagged
from skill.value import replace

if TYPE_CHECKING:  # a talk holds questions
    from skill.coach.exercise_pairs import Feeling
    from skill.content.exercise import RoutineName, Side
    from skill.conversation.turn.pain_kind import PainKind
    from skill.conversation.turn.spoken_time import SpokenTime
    from skill.conversation.turn.talk import Talk
    from skill.conversation.turn.turn import Slot
    from skill.shoes.days import Day
    from skill.shoes.distance import SpokenDistance
    from skill.shoes.periods import Period
    from skill.shoes.run import RunKind

_KINDS: "Kinds[Question]" = Kinds()


class Wanted(StrEnum):
    """What an answer consists of, so that a device can listen for it."""

    PAIR = "pair"
    DISTANCE = "distance"
    DAY = "day"
    DURATION = "duration"
    TIME = "time"
    EXERCISE = "exercise"
    FEELING = "feeling"


class Question(Tagged, kw_only=True, omit_defaults=True):
    """Something the coach has asked.

    Attributes:
        line: the key of how it is asked in short; `questions.<name>` where a question names none.
        waits: whether it is asked again after something else has been said; an invitation is not.
        wanted: what is listened for; None for a yes or a no.
        over_with_a_routine: whether nobody wants to know any more once a routine has begun.
        holds_back: whether nothing is performed before it is answered: a red flag was said.
        asks_a_doctor: whether it is that a doctor is to be asked first.
        needs_notebook: whether a yes changes what only a notebook that can be read holds.
        about_a_run: whether a run is asked about, so that "I ran eight" answers it.
        no_writes: whether a no writes too, so that nothing but a plain no is taken for one.
        repeated: whether it has been asked again, where it is `AskedOnceMore`.
        in_routine: whether a bout waits for the answer, where it is asked `InRoutine`.
    """

    named_kinds = _KINDS
    line: ClassVar[str] = ""
    waits: ClassVar[bool] = True
    wanted: ClassVar[Wanted | None] = None
    over_with_a_routine: ClassVar[bool] = False
    holds_back: ClassVar[bool] = False
    asks_a_doctor: ClassVar[bool] = False
    needs_notebook: ClassVar[bool] = False
    about_a_run: ClassVar[bool] = False
    no_writes: ClassVar[bool] = False

    repeated: bool = False
    in_routine: bool = False

    @classmethod
    def make_known(cls, name: str) -> None:
        """Make the question known by its name.

        Raises:
            TypeError: it does not say what yes or no means, or the name is another question's.
        """
        for answer in ("yes", "no"):
            if getattr(getattr(cls, answer), "__isabstractmethod__", False):
                raise TypeError(f"{cls.__qualname__} does not say what {answer} means")
        cls.line = cls.line or f"questions.{name}"
        super().make_known(name)

    @abstractmethod
    def yes(self, talk: "Talk") -> Outcome:
        """The answer to a yes."""

    @abstractmethod
    def no(self, talk: "Talk") -> Outcome:
        """The answer to a no."""

    def never_mind(self, talk: "Talk") -> Outcome | None:
        """The runner leaves it, and nothing unconfirmed is done; None for what nobody has to answer."""
        return self.no(talk) if self.waits else None

    def later(self, talk: "Talk") -> Outcome:
        """The answer to "not now"."""
        return self.no(talk)

    def pair(self, talk: "Talk", heard: "Slot") -> Outcome | None:
        """The answer to a pair, by its name, its colour, its number or its position among the pairs named."""

    def new_pair(self, talk: "Talk", name: "Slot") -> Outcome | None:
        """The answer to an order to add a pair of that name, of which nothing else is told."""

    def distance(self, talk: "Talk", distance: "SpokenDistance", day: "Day | None") -> Outcome | None:
        """The answer to a distance, or to a number alone, perhaps with a day."""

    def other_pair(self, talk: "Talk", heard: "Slot") -> Outcome | None:
        """The answer to a pair that corrects one: "no, the Ghosts"."""
        return self.pair(talk, heard)

    def other_distance(self, talk: "Talk", distance: "SpokenDistance") -> Outcome | None:
        """The answer to a distance that corrects one: "no, it was ten"."""
        return self.distance(talk, distance, None)

    def other_day(self, talk: "Talk", day: "Day") -> Outcome | None:
        """The answer to a day that corrects one: "no, on Monday"."""
        return self.day(talk, day)

    def no_run(self, talk: "Talk") -> Outcome | None:
        """The answer to "I didn't run"."""

    def day(self, talk: "Talk", day: "Day") -> Outcome | None:
        """The answer to a day."""

    def period(self, talk: "Talk", period: "Period") -> Outcome | None:
        """The answer to a span of days."""

    def duration(self, talk: "Talk", seconds: int) -> Outcome | None:
        """The answer to a length of time."""

    def time(self, talk: "Talk", told: "SpokenTime") -> Outcome | None:
        """The answer to a time to come."""

    def kind(self, talk: "Talk", kind: "RunKind") -> Outcome | None:
        """The answer to a kind of run."""

    def exercise(self, talk: "Talk", heard: "Slot") -> Outcome | None:
        """The answer to an exercise."""

    def routine(self, talk: "Talk", routine: "RoutineName") -> Outcome | None:
        """The answer to a routine."""

    def side(self, talk: "Talk", side: "Side") -> Outcome | None:
        """The answer to a side."""

    def feeling(self, talk: "Talk", felt: "Feeling | None") -> Outcome | None:
        """The answer to how the feet felt."""

    def ready(self, talk: "Talk") -> Outcome | None:
        """The answer to "I'm ready" and "let's go"."""

    def you_choose(self, talk: "Talk") -> Outcome | None:
        """The answer to "you choose" and "whatever"."""

    def all_right(self, talk: "Talk") -> Outcome | None:
        """The answer to "I'm all right" and "it's fine now"."""

    def pain_kind(self, talk: "Talk", kind: "PainKind") -> Outcome | None:
        """The answer to a kind of pain."""

    def named_answers(self) -> tuple[str, ...]:
        """The plain answers that a screen offers, each the key of its words in `screen.answer`."""
        return ("yes", "no")

    def values(self, talk: "Talk") -> Mapping[str, str | int]:  # noqa: ARG002 - for lines that have any
        """The values of the question's line."""
        return {}

    def again(self, talk: "Talk") -> str:
        """The question in short: after a side question, after silence, and where it was not understood."""
        return talk.line(self.line, **self.values(talk))

    def words(self, talk: "Talk") -> str:
        """The question as it is asked the first time."""
        return self.again(talk)

    def words_when_back(self, talk: "Talk") -> str:  # noqa: ARG002 - for what may be lost
        """The question where the session ended before its answer; empty for what is not asked then."""
        return ""

    def reprompt(self, talk: "Talk") -> str:
        """What is said when nothing is heard."""
        return self.again(talk)

    def keeps_position(self) -> bool:
        """Whether it was asked in a routine that goes on behind the answer: the runner stays in position."""
        return False

    def still_open(self, talk: "Talk") -> bool:  # noqa: ARG002 - for what settles by itself
        """Whether anybody still wants to know when the turn is over."""
        return True

    def replaces(self, other: "Question") -> bool:
        """Whether the other question is out of date once this one is asked."""
        return type(self) is type(other)

    def asked_again(self) -> "Question":
        """The question once it has been asked again after something else was said."""
        return self

    def note_asked(self, talk: "Talk") -> None:
        """Note that it is asked; for what is asked once."""

    def unheard(self, talk: "Talk") -> "Question | None":  # noqa: ARG002 - for what `note_asked` notes
        """What is left of it when a word came before it was heard, at a performance's end."""
        return self if self.waits else None


class OpenQuestion(Question):
    """A question for something: a yes does not answer it, and a no leaves it."""

    def named_answers(self) -> tuple[str, ...]:
        """None: there are too many."""
        return ()

    def yes(self, talk: "Talk") -> Outcome:
        """Ask again: it takes more than a yes."""
        return talk.ask(self, self.again(talk))

    def no(self, talk: "Talk") -> Outcome:
        """Leave everything as it is."""
        return talk.say(talk.line("answers.nothing_changed"))


class AskedOnceMore(Question):
    """A question for yes or no, asked again once after something else was said: more would be nagging."""

    def still_open(self, talk: "Talk") -> bool:
        """Until it has been asked again."""
        return not self.repeated and super().still_open(talk)

    def asked_again(self) -> "AskedOnceMore":
        """The question, which is not asked a third time."""
        return replace(self, repeated=True)


class Offer(AskedOnceMore):
    """Whether to do something that was offered."""

    over_with_a_routine = True

    def ready(self, talk: "Talk") -> Outcome | None:
        """Do it."""
        return self.yes(talk)


class InRoutine(Question):
    """A question that a bout may wait for: it goes on at once behind the answer, the runner in position."""

    def keeps_position(self) -> bool:
        """Whether a bout waits."""
        return self.in_routine


class SettingOffered(InRoutine, Offer):
    """Whether a setting is to be another; "let's go" means the routine, and changes none."""

    over_with_a_routine = False

    def ready(self, talk: "Talk") -> None:
        """It answers nothing."""


class Invitation(Question):
    """What stands at the end of a reply that leaves the microphone open; nobody has to answer."""

    waits = False


class PlainWordsQuestion(Question):
    """A question before something is destroyed: no yes and no filler confirms it, only the plain words do."""

    def named_answers(self) -> tuple[str, ...]:
        """What keeps it: nothing is destroyed by a slip of a finger."""
        return ("no",)

    def yes(self, talk: "Talk") -> Outcome:
        """Ask for the plain words."""
        return talk.ask(self, self.again(talk))

    def ready(self, talk: "Talk") -> Outcome:
        """Ask for the plain words."""
        return self.yes(talk)

    @abstractmethod
    def confirmed(self, talk: "Talk") -> Outcome:
        """The answer to the plain words."""


def read_question(body: Any) -> Question | None:
    """The question that JSON-able data tells of; None when it tells of none that is known."""
    return _KINDS.read(body)


def question_kinds() -> Iterator[type[Question]]:
    """Every question that has a name."""
    return (_KINDS[name] for name in _KINDS)
