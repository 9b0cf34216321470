"""Opening the skill and leaving it."""

from dataclasses import replace
from datetime import timedelta

from skill.conversation.reply import Question, Reply
from skill.conversation.shoes.crossing import speak_up
from skill.conversation.stretching import closing
from skill.conversation.stretching.describing import place_in_words
from skill.conversation.talk import Talk

BACK_FROM_A_RUN = timedelta(hours=3)
"""From so long after a pre-run routine the coach asks about the run at opening; sooner, the runner more
likely comes to stretch, and is asked when that is done."""


def launch(talk: Talk) -> Reply:
    """Open the skill: offer what was left unfinished, else ask which routine."""
    sessions = talk.profile.sessions
    talk.profile = replace(talk.profile, sessions=sessions + 1)
    walkthrough = talk.under_way
    if walkthrough:
        text = talk.say("opening.unfinished", place=place_in_words(talk, walkthrough))
        return talk.ask(text, Question.GO_ON, reprompt=talk.say("opening.unfinished_reprompt"))
    last = talk.profile.last_pre_run
    if last and closing.run_to_rate(talk) and talk.turn.at - last.at >= BACK_FROM_A_RUN:
        talk.profile = talk.profile.having_asked()
        text = f"{talk.say('opening.welcome_back')} {talk.say('rating.question')}"
        return talk.ask(text, Question.HOW_FELT)
    text = talk.say("opening.again" if sessions else "opening.first")
    text = f"{speak_up(talk)} {text}".strip()
    return talk.ask(text, Question.WHICH_ROUTINE, reprompt=talk.say("opening.reprompt"))


def stop(talk: Talk) -> Reply:
    """Stop, with the place kept."""
    walkthrough = talk.under_way
    if walkthrough is None:
        return talk.tell(talk.say("walkthrough.goodbye"))
    return talk.tell(talk.say("walkthrough.stopped", place=place_in_words(talk, walkthrough)))


def leave(talk: Talk) -> Reply:
    """The session ended without a word: the place is kept, and nothing will be heard."""
    talk.leaving = True
    return talk.tell("")
