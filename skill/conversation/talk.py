"""What a use case works with: the turn, the language, and the runner's state, which it changes."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Exercise
from skill.conversation.profile import Profile
from skill.conversation.reply import Question, Reply, Screen
from skill.conversation.turn import Turn
from skill.conversation.wardrobe import Wardrobe
from skill.speech.phrasebook import Phrasebook


class Talk:
    """One turn being answered.

    Attributes:
        turn: what came in.
        words: the language.
        exercises: the article's, by id.
        random: where chance decides.
        profile: what is remembered of the runner; assign to change it.
        walkthrough: the one under way or ended last, stopped at the turn; assign to change it.
        before: the walkthrough as the turn found it, still playing if it was.
        wardrobe: the shoes and the runs; it is changed in place.
        interrupted: whether a routine was being performed when the word came.
        forget: whether everything of the user is to be removed when the turn is over.
        leaving: whether the session is over already.
        notice: said ahead of everything, when something is amiss.
    """

    def __init__(
        self,
        turn: Turn,
        *,
        words: Phrasebook,
        exercises: Mapping[str, Exercise],
        random: Random,
        profile: Profile,
        walkthrough: Walkthrough | None,
        wardrobe: Wardrobe,
        notice: str = "",
    ) -> None:
        self.turn = turn
        self.words = words
        self.exercises = exercises
        self.random = random
        self.profile = profile
        self.wardrobe = wardrobe
        self.forget = False
        self.leaving = False
        self.interrupted = walkthrough is not None and walkthrough.is_heard(turn.at)
        for exercise in sorted(walkthrough.explained_exercises(turn.at)) if walkthrough else ():
            self.profile = self.profile.having_explained(exercise)
        if self.interrupted:
            self._take_back_the_question()
        self.before = walkthrough
        self.walkthrough = walkthrough.stop_at(turn.at) if walkthrough else None
        if self.walkthrough:
            self.profile = self.profile.having_walked(self.walkthrough)
        self.notice = notice

    def _take_back_the_question(self) -> None:
        """What is asked at the end of a performance that was interrupted has not been asked."""
        if self.question is Question.HOW_FELT:
            self.profile = self.profile.having_asked(asked=False)
        elif self.question is Question.WHICH_PAIR:
            self.wardrobe.habits = replace(self.wardrobe.habits, asked_about=None)

    @property
    def question(self) -> Question | None:
        """What the coach asked last in this session."""
        asked = self.turn.attributes.get("question")
        return Question(asked) if asked in list(Question) else None

    @property
    def topic(self) -> Mapping[str, Any]:
        """More about that question."""
        topic = self.turn.attributes.get("topic")
        return topic if isinstance(topic, Mapping) else {}

    @property
    def under_way(self) -> Walkthrough | None:
        """The walkthrough that can be gone on with; None when there is none, or it is a day old."""
        walkthrough = self.walkthrough
        return walkthrough if walkthrough and walkthrough.can_resume(self.turn.at) else None

    def say(self, key: str, **values: str | int) -> str:
        """The line of that key."""
        return self.words.say(key, **values)

    def ask(
        self,
        text: str,
        question: Question | None = None,
        *,
        reprompt: str = "",
        topic: Mapping[str, Any] | None = None,
        screen: Screen | None = None,
    ) -> Reply:
        """A reply of talk alone that leaves the microphone open.

        Args:
            text: what is said; ends with a question or an invitation.
            question: what a bare answer would be about.
            reprompt: said when nothing is heard; the text's own last sentence where none is given.
            topic: more about the question.
            screen: what a screen shows.
        """
        return Reply(
            self._talk(text), ends=False, reprompt=reprompt or last_sentence(text), question=question,
            topic=topic or {}, screen=screen,
        )  # fmt: skip

    def tell(self, text: str, *, screen: Screen | None = None) -> Reply:
        """A reply of talk alone that ends the session."""
        return Reply(self._talk(text), ends=True, screen=screen)

    def noticed(self, text: str) -> str:
        """The text behind the notice, if there is one."""
        return f"{self.notice} {text}".strip()

    def _talk(self, text: str) -> CueSheet:
        said = self.noticed(text)
        seconds = self.words.seconds(said)
        return CueSheet((Cue(0.0, seconds, said, CueKind.SAY, Place(0)),), seconds)


def last_sentence(text: str) -> str:
    """The last sentence of a text, which in an open reply is its question."""
    body = text.rstrip()
    cut = max(body.rfind(mark, 0, len(body) - 1) for mark in (". ", "? ", "! "))
    return body[cut + 2 :] if cut >= 0 else body
