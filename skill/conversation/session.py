"""Opening the skill and leaving it."""

from skill.conversation.greeting import Greeting, greeting_for
from skill.conversation.runs_left import offer_runs_left
from skill.conversation.shoes.checking import offer_check_up_left
from skill.conversation.stretching.back_or_going import BackOrGoing
from skill.conversation.stretching.place_left import offer_place_left
from skill.conversation.stretching.rating import HowFelt
from skill.conversation.turn.reply import Reply
from skill.conversation.turn.talk import Talk
from skill.value import replace


def launch(talk: Talk) -> Reply:
    """Open the skill: offer what was left unfinished, else greet by what is known of the runner's day."""
    sessions = talk.profile.sessions
    talk.profile = replace(talk.profile, sessions=sessions + 1)
    left = offer_runs_left(talk) or offer_place_left(talk) or offer_check_up_left(talk)
    if left:
        return left
    greeting, text = greeting_for(talk, sessions)
    if greeting is Greeting.HOW_FELT:
        question = HowFelt()
        return talk.ask(question, f"{text} {question.words(talk)}")
    asked = BackOrGoing(back=greeting is Greeting.BACK)
    return talk.ask(asked, text, reprompt=talk.line("opening.reprompt"))


def leave(talk: Talk) -> Reply:
    """The session ended without a word: the place is kept, and nothing will be heard."""
    talk.leaving = True
    return talk.end("")
