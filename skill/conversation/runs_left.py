"""Runs that were told and not logged, because the session ended before it was clear what to log."""

from skill.conversation.memory.question_left import KEPT_FOR, QuestionLeft
from skill.conversation.turn.question import read_question
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk
from skill.value import replace


def keep_runs_left(talk: Talk, reply: Reply) -> None:
    """Keep the newest question about runs that waits when a session ends; one that was kept before stays."""
    if reply.question or not talk.shoes.readable:
        return
    waiting = (one for one in talk.open_questions if one.still_open(talk) and one.words_when_back(talk))
    question = next(waiting, None)
    known = talk.shoes.left
    if question and not (known and read_question(known.question) == question):
        talk.shoes.left = QuestionLeft(question.body(), talk.turn.at)


def offer_runs_left(talk: Talk) -> Reply | None:
    """Ask once more what was left open; None where nothing was, or it is long ago."""
    left = talk.shoes.left
    if left is None or not talk.shoes.readable:
        return None
    question = read_question(left.question)
    over = talk.turn.at - left.at > KEPT_FOR or question is None or not question.still_open(talk)
    if over or question is None:
        talk.shoes.left = None
        return None
    if left.asked:
        return None
    talk.shoes.left = replace(left, asked=True)
    return talk.ask(question, question.words_when_back(talk))
