"""What a use case works with: the turn, the language, and the runner's state, which it changes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise
from skill.conversation.memory.profile import Profile
from skill.conversation.turn.change import Change
from skill.conversation.turn.imports_in_turn import ImportsInTurn
from skill.conversation.turn.pair_fact import Fact, PairFact
from skill.conversation.turn.place_settings import PlaceSettings
from skill.conversation.turn.question import InRoutine, Question
from skill.conversation.turn.reply import Card, Reply, Screen, Statement
from skill.conversation.turn.shoes_in_turn import ShoesInTurn
from skill.conversation.turn.stretches_in_turn import StretchesInTurn
from skill.conversation.turn.subject import Subject, SubjectKind
from skill.conversation.turn.turn import Turn
from skill.speech.phrasebook import Phrasebook
from skill.value import replace

_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)\s*|$)", re.DOTALL)


class AskInsteadError(Exception):
    """A use case cannot go on before something is answered: the question is the reply.

    Attributes:
        question: what is asked.
        text: what is said, the question at its end; empty for the question's own words.
    """

    def __init__(self, question: Question, text: str = "") -> None:
        super().__init__(question.name)
        self.question = question
        self.text = text


class UnreadablePageError(Exception):
    """A use case needs a page that cannot be read: nothing is changed, and the runner is told.

    Attributes:
        page: the page's name.
    """

    def __init__(self, page: str) -> None:
        super().__init__(page)
        self.page = page


@dataclass
class Talk:
    """One turn being answered.

    Attributes:
        turn: what came in.
        phrasebook: the language.
        exercises: the article's, by id.
        random: where chance decides.
        profile: what is remembered of the runner; assign to change it.
        shoes: the shoes and the runs; changed in place.
        stretches: the log of practices; changed in place.
        imports: what came in from elsewhere; changed in place.
        place_settings: the runner's time zone and unit.
        as_found: the walkthrough as the turn found it, still playing if it was.
        walkthrough: the one under way or ended last, stopped where the word found it; assign to change it.
        interrupted: whether a routine was being performed when the word came.
        asked: what the coach asked last, if it was heard; None otherwise.
        open_questions: what is asked and not answered yet, the newest first; an answer takes its own out.
        set_aside: an invitation that could not be given, to be understood all the same.
        run_told: id of the run that was told or changed last in this conversation; None for none.
        moved_on: whether something else was spoken of since that run was told: a plan, a reminder.
        moves_on: whether this turn speaks of something else.
        changed_before: whether the turn before changed something that can be taken back.
        pair_told: id of the pair that was spoken of last in this conversation; None for none.
        fact_told: what was told or asked of a pair last, as long as nothing else has been changed since.
        subject: the run or the race that the answer before was about, then that of this one.
        spoken_of_now: whether the subject is that of this turn's answer.
        metres_said: how far the first distance was that was said in this turn, else in the one before; None
            for none.
        sides: the sides that were wished for the routine that begins in this turn; None for the usual ones.
        left_to_ask: what remains to be asked when a routine is over.
        notice: said ahead of everything, when something is amiss.
        unreadable: the names of the pages that cannot be read; what they would hold is left as it is.
        remembers: whether what the turn changes is kept beyond the session.
        perhaps_kept: whether it was being written when the store failed, which does not tell whether it was.
        being_erased: whether everything of the user was to be removed, and is not yet.
        forget: whether everything of the user is to be removed when the turn is over.
        leaving: whether the session is over already.
        link_card: whether the runner is shown how to link the account at Strava.
        consent: the reminder for which Alexa is to ask the runner's leave, to be given back with the answer;
            None where nothing is asked. The reply before it ends the session.
        consent_card: whether the runner is shown where to give that leave.
    """

    turn: Turn
    phrasebook: Phrasebook
    exercises: Mapping[str, Exercise]
    random: Random
    profile: Profile
    shoes: ShoesInTurn
    place_settings: PlaceSettings
    stretches: StretchesInTurn = field(default_factory=StretchesInTurn)
    imports: ImportsInTurn = field(default_factory=ImportsInTurn)
    as_found: Walkthrough | None = None
    walkthrough: Walkthrough | None = None
    interrupted: bool = False
    asked: Question | None = None
    open_questions: tuple[Question, ...] = ()
    set_aside: Question | None = None
    run_told: str | None = None
    moved_on: bool = False
    moves_on: bool = False
    changed_before: bool = False
    pair_told: str | None = None
    fact_told: PairFact | None = None
    subject: Subject | None = None
    spoken_of_now: bool = False
    metres_said: int | None = None
    sides: Sides | None = None
    left_to_ask: Callable[["Talk", Walkthrough], Question | None] = field(default=lambda _talk, _way: None)
    notice: str = ""
    unreadable: frozenset[str] = frozenset()
    remembers: bool = True
    perhaps_kept: bool = False
    being_erased: bool = False
    forget: bool = False
    leaving: bool = False
    link_card: bool = False
    consent: str | None = None
    consent_card: bool = False

    @property
    def resumable(self) -> Walkthrough | None:
        """The walkthrough that can be gone on with; None when there is none, or it is a day old."""
        walkthrough = self.walkthrough
        return walkthrough if walkthrough and walkthrough.can_resume(self.turn.at) else None

    @property
    def counted(self) -> Place | None:
        """The place in the bout that was being counted when the word came; None where none was."""
        return self.as_found.counted_at(self.turn.at) if self.as_found and self.interrupted else None

    @property
    def waiting(self) -> Question | None:
        """The newest question that waits for its answer; None when none does."""
        return next((one for one in self.open_questions if one.waits and one.still_open(self)), None)

    @property
    def changes_made(self) -> int:
        """How many things this turn has changed that can be taken back."""
        return sum(str(body.get("id")).startswith(self.turn.id) for body in self.profile.changes)

    def line(self, key: str, **values: str | int) -> str:
        """The line of that key."""
        return self.phrasebook.say(key, **values)

    def ask(
        self, question: Question, text: str = "", *, reprompt: str = "", screen: Screen | None = None
    ) -> Reply:
        """A reply of talk alone that asks.

        Args:
            question: what a short answer would be about.
            text: what is said, the question at its end; the question's own words where it is empty.
            reprompt: said when nothing is heard; the question in short where it is empty.
            screen: what a screen shows.
        """
        sheet = self._sheet(text or question.words(self))
        return Reply(sheet, question, reprompt or question.reprompt(self), screen)

    def ask_or_go_on(self, question: Question, text: str = "") -> Reply | Statement:
        """Ask; where a routine is being performed, say the same and let the routine go on.

        In a bout it is asked, if the bout goes on at once behind the answer.
        """
        if self.counted and self.resumable and isinstance(question, InRoutine):
            return self.ask(replace(question, in_routine=True), text)
        if self.interrupted and self.resumable:
            return self.say(text or question.words(self), invitation=question)
        return self.ask(question, text)

    def say(
        self,
        text: str,
        *,
        invitation: Question | None = None,
        screen: Screen | None = None,
        card: Card | None = None,
        explain: bool = True,
        after_run: bool = False,
        whole: bool = False,
    ) -> Statement:
        """Something told, after which goes on what was going on; see `Statement`."""
        return Statement(text, invitation, screen, card, explain, after_run, whole)

    def end(self, text: str, *, screen: Screen | None = None) -> Reply:
        """A reply of talk alone that ends the session."""
        return Reply(self._sheet(text), screen=screen)

    def needs(self, *pages: str) -> None:
        """Go on only when these pages can be read; to be called before anything is changed.

        Raises:
            UnreadablePageError: one of them cannot be.
        """
        for page in pages:
            if page in self.unreadable:
                raise UnreadablePageError(page)

    def changed(self, change: Change) -> None:
        """Note what was changed, so that it can be taken back."""
        made = self.changes_made
        id_ = f"{self.turn.id}-{made}" if made else self.turn.id
        self.profile = self.profile.with_change({"id": id_, **change.body()})
        self.fact_told = self.subject = None

    def speak_of_fact(self, pair: str, *facts: Fact) -> None:
        """Note that facts of a pair were told or asked last: what corrects something now corrects these."""
        self.fact_told = PairFact(pair, facts)

    def speak_of_run(self, id_: str) -> None:
        """Note that an answer is about a run of the log."""
        self.subject, self.spoken_of_now = Subject(SubjectKind.RUN, id_), True

    def speak_of_race(self, id_: str) -> None:
        """Note that an answer is about a race to come."""
        self.subject, self.spoken_of_now = Subject(SubjectKind.RACE, id_), True

    def noticed(self, text: str) -> str:
        """The text behind the notice, if there is one."""
        return f"{self.notice} {text}".strip()

    def _sheet(self, text: str) -> CueSheet:
        said = self.noticed(text)
        seconds = self.phrasebook.seconds(said)
        return CueSheet((Cue(0.0, seconds, said, CueKind.SAY, Place(0)),), seconds)


def first_sentences(text: str) -> Iterator[str]:
    """The text, then without its last sentence, and so on down to its first sentence."""
    whole = sentences(text)
    for count in range(len(whole), 0, -1):
        yield " ".join(whole[:count])


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order."""
    return tuple(sentence.group().strip() for sentence in _SENTENCE.finditer(text))


def last_sentence(text: str) -> str:
    """The last sentence of a text, which in an open reply is its question."""
    body = text.rstrip()
    cut = max(body.rfind(mark, 0, len(body) - 1) for mark in (". ", "? ", "! "))
    return body[cut + 2 :] if cut >= 0 else body
