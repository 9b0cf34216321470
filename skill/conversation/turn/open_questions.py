"""The questions that are asked and not answered yet, from one turn of a session to the next."""

from collections.abc import Callable
from typing import Final

from skill.conversation.turn.question import Question, read_question
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk

MOST_OPEN_QUESTIONS: Final = 3
"""Nobody has more in mind."""


def recall_questions(talk: Talk) -> None:
    """Take up what is asked and not answered; what a performance asks at its end may not have been heard."""
    bodies = talk.turn.attributes.get("questions")
    read = [read_question(body) for body in bodies] if isinstance(bodies, list) else []
    questions = [question for question in read if question]
    if questions and talk.interrupted:
        unheard = questions[0].unheard(talk)
        talk.open_questions = (*((unheard,) if unheard else ()), *questions[1:])
    elif questions:
        talk.asked, talk.open_questions = questions[0], tuple(questions)


def answer_of(talk: Talk, take: Callable[[Question], Outcome | None]) -> Outcome | None:
    """The answer of the newest open question that takes it; that one and those asked after it are closed."""
    questions = talk.open_questions
    for index, question in enumerate(questions):
        talk.open_questions = questions[index + 1 :]
        answer = take(question)
        if answer:
            return answer
    talk.open_questions = questions
    return None


def still_open(talk: Talk, asked: Question | None) -> list[Question]:
    """The question that is asked, what waits behind it, and last the invitation that could not be given."""
    waiting = [
        one
        for one in talk.open_questions
        if one.waits and not (asked and asked.replaces(one)) and one.still_open(talk)
    ]
    set_aside = [talk.set_aside] if talk.set_aside and talk.set_aside != asked else []
    return [*([asked] if asked else []), *waiting, *set_aside][:MOST_OPEN_QUESTIONS]
