"""How sure one has to be of what was heard: what is acted on, what is asked about, what was not meant."""

from skill.hearing.grammar import GrammarMatch
from skill.hearing.likeness import CERTAIN, NEARLY_ALL, cuts_a_question, share_kept
from skill.hearing.self_correction import takes_back
from skill.hearing.told_in_parts import asks, is_no_run
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import Word, forms

WAITING = "AMAZON.PauseIntent"
ENDING = ("AMAZON.StopIntent", "AMAZON.CancelIntent")
GREETING = "HelloIntent"
DISTANCE = "DistanceIntent"
FINDINGS = "FindingsIntent"
"""Notes what was found in a pair, in a check-up; it writes nothing anywhere else."""
TWO_RUNS = "LogTwoRunsIntent"
ASK_FIRST = frozenset({"DeleteRunIntent", TWO_RUNS, "LogEachIntent"})
"""Intents after which nothing is changed before it is asked."""
RUN_TO_COME = "PlannedRunIntent"
"""Tells of a run that is still to come; nothing is kept of it."""
NO_RUN = "NoRunIntent"
"""Tells that nothing was run."""
RUN_TOLD = frozenset({"LogRunIntent", "RunWasIntent", TWO_RUNS, "LogEachIntent", "LogLapsIntent", DISTANCE})
"""Intents that tell what was run."""
VALUES = ("WhichShoeIntent", "WhichOneIntent", "TimeIntent", "SideAloneIntent", DISTANCE)
"""What says a value and nothing about it: a part of an utterance where nobody asked for one is none."""
ADDING = "AddShoesIntent"
"""Takes a pair into the closet, which nobody who only thinks of one wants."""
LEAVING = ("AMAZON.CancelIntent", "GoingIntent")
"""What is said to others as often: "leave it on the table", "we're going to my brother's"."""
BARE = frozenset(
    {
        "LimitTimeIntent",
        "DurationIntent",
        "DayOrKindIntent",
        "SideIntent",
        "AMAZON.ResumeIntent",
        "RunsIntent",
    }
)
"""Intents that a value alone, or a "that one", may say: of most of an utterance only."""
DECISIVE = frozenset(
    {
        "AMAZON.YesIntent",
        "AMAZON.NoIntent",
        "UnsureIntent",
        "DidNotIntent",
        "LaterIntent",
        "AnotherDayIntent",
        "ScratchThatIntent",
        "DeleteMyDataIntent",
        "ConfirmDeletionIntent",
    }
)
"""Intents that decide something: meant by a whole utterance only, in its own words and without a hedge."""

MOVES = frozenset(
    {
        *ENDING,
        "AMAZON.NextIntent",
        "AMAZON.PreviousIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.StartOverIntent",
        "BoutAgainIntent",
        "DoneForTodayIntent",
        "DoneIntent",
        "DurationIntent",
        "GoByIntent",
        "GoToIntent",
        "LimitTimeIntent",
        "MoreOfThisIntent",
        "NextBoutIntent",
        "OtherSideIntent",
        "ReadyIntent",
        "SameSideIntent",
        "SideDoneIntent",
        "SkipBoutIntent",
        "SkipIntent",
        "SoreAreaIntent",
        "StartExerciseIntent",
        "StartRoutineIntent",
        "WrongSideIntent",
    }
)
"""Intents that begin, end or move what is being done: a hold is lost by one that was not meant."""

RED_FLAGS = ("EmergencyIntent", "InjuryIntent")
"""Intents that are looked for before anything else, whatever was asked and whatever is said around them; the
gravest first."""

PAINS = ("CrampIntent", "PainIntent")
"""Intents that are looked for in what no sentence says, before any guess."""

NO_INJURY = frozenset({"AskDoctorIntent", "AllRightIntent", "NoPainIntent"})
"""What is said of an old injury, or of one that is over, of which a part may sound like one of now."""


class Certainty:
    """Tells what may be made of a part of an utterance.

    Args:
        writing: the intents that change what is kept of a runner.
        vocabulary: the words of the language.
    """

    def __init__(self, writing: frozenset[str], vocabulary: Vocabulary) -> None:
        self._writing = writing
        self._vocabulary = vocabulary
        self._turning = vocabulary.turning | {*vocabulary.numbers["words"]} - {*vocabulary.numbers["one"]}

    def is_harmless(self, intent: str) -> bool:
        """Whether what is done, if it was not meant, changes nothing that is kept and ends nothing.

        A greeting alone is never what somebody who says more wants.
        """
        grave = (*DECISIVE, *RED_FLAGS, *PAINS, *ENDING, GREETING)
        return intent not in grave and intent not in self._writing

    def acts_on(self, intent: str, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether it is done unasked, where the fewer of the words say it.

        What begins, ends or moves something is, where only words are left out that decide little: "in like
        five minutes", but not "put the oven on for another ten minutes".
        """
        if intent in self._writing or share_kept(fewer, words) < CERTAIN:
            return False
        left_out = [word.form for word in words if word not in fewer]
        return intent not in MOVES or self._vocabulary.around_answers.issuperset(left_out)

    def may_be_meant(
        self, intent: str, fewer: tuple[Word, ...], words: tuple[Word, ...], *, is_asked: bool
    ) -> bool:
        """Whether an intent may be meant that `words` say once some are left out.

        Args:
            intent: what is said then.
            fewer: the words that are left.
            words: the utterance.
            is_asked: whether a value was asked for.
        """
        if intent in (*DECISIVE, *RED_FLAGS, *PAINS) or (intent in VALUES and not is_asked):
            return False
        if cuts_a_question(fewer, words, self._vocabulary) or self._stays(intent, fewer, words):
            return False
        if intent == NO_RUN and any(word.form.isdecimal() for word in words if word not in fewer):
            return False  # "no, six miles" is no "no miles"
        if intent in (*RUN_TOLD, ADDING) and is_no_run(forms(words), self._vocabulary.telling):
            return False
        if takes_back(words, self._vocabulary) or (
            intent in self._writing and asks(forms(words), self._vocabulary)
        ):
            return False
        notes = intent in self._writing or intent == FINDINGS
        return not (notes and self._turns(fewer, words))

    def _stays(self, intent: str, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether nobody leaves now, though a part says so: it ends later, or was said to somebody else."""
        later = intent in ENDING and not self._vocabulary.putting_off.isdisjoint(forms(words))
        return later or (intent in LEAVING and share_kept(fewer, words) < CERTAIN)

    def is_bare(self, match: GrammarMatch, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether a value alone was found in talk of something else: "one day I'll try a whole minute".

        Args:
            match: what the fewer words say.
            fewer: the words that are left.
            words: the utterance.
        """
        around, known = {*match.words_around}, self._vocabulary
        if match.intent not in BARE or not around <= known.around_answers - known.having:
            return False
        left_out = {*forms(words)} - {*forms(fewer)}
        return share_kept(fewer, words) < NEARLY_ALL or not left_out.isdisjoint(known.nameless)

    def _turns(self, fewer: tuple[Word, ...], words: tuple[Word, ...]) -> bool:
        """Whether something else is said without the words left out: "also", "except", a part of a number.

        A "but" that begins an utterance only leads to it.
        """
        said = [word for word in forms(words)[1:] if word in self._turning]
        return len(said) > sum(word in self._turning for word in forms(fewer))


def of_somebody_else(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether words begin with somebody who is not the runner: "my wife gets terrible cramp"."""
    said = forms(words)
    theirs = said[0] in vocabulary.whose and not vocabulary.somebody.isdisjoint(said[1:2])
    return said[0] in vocabulary.they or theirs


def speaks_of_another(words: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Whether somebody else's pain may be told: somebody else is spoken of anywhere in the words."""
    return of_somebody_else(words, vocabulary) or not vocabulary.theirs.isdisjoint(forms(words))


def put_right(words: tuple[Word, ...], original: tuple[Word, ...], vocabulary: Vocabulary) -> str:
    """Return words as they were said, the misspelt ones as they are understood, to be asked about.

    Args:
        words: the part that is understood.
        original: the utterance.
        vocabulary: knows which words only join it to what came before it.
    """
    begins = next((at for at, word in enumerate(words) if word.form not in vocabulary.linking), 0)
    return " ".join(word.said if word in original else word.form for word in words[begins:] if word.said)
