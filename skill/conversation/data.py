"""The runner's data, and its end."""

from skill.conversation.reply import Question, Reply
from skill.conversation.talk import Talk


def ask_to_delete(talk: Talk) -> Reply:
    """Ask before everything is removed."""
    return talk.ask(talk.say("data.sure"), Question.DELETE_DATA)


def delete(talk: Talk) -> Reply:
    """Remove everything of the user, the household's other voices too."""
    talk.forget = True
    return talk.tell(talk.say("data.deleted"))


def disabled(talk: Talk) -> Reply:
    """The skill was disabled: remove everything; nothing will be heard."""
    talk.forget = True
    return talk.tell("")
