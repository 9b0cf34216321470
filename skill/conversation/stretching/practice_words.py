"""Practices and held seconds in words."""

from datetime import datetime

from skill.coach.ledger import of_exercise
from skill.coach.stretch_log import Practice
from skill.content.exercise import RoutineName
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.turn.talk import Talk
from skill.speech.dates import on_day_in_words, time_in_words


def practice_in_words(talk: Talk, practice: Practice) -> str:
    """What was done: "the whole post run routine", "toe scrunches and toe lifts"."""
    done = [exercise for exercise in practice.done if exercise in talk.exercises]
    left_out = [exercise for exercise in practice.left_out if exercise in talk.exercises]
    if not done:
        begun = max(practice.held, key=lambda part: of_exercise(practice.held, part[0]))[0]
        return talk.line("stretch_log.beginning_of", exercise=exercise_names(talk, [begun]))
    if practice.routine is RoutineName.POST_RUN and len(done) > 1 and not left_out:
        return talk.line("stretch_log.whole_routine")
    if practice.routine is RoutineName.POST_RUN and len(done) > len(left_out) > 0:
        return talk.line("stretch_log.routine_without", exercises=exercise_names(talk, left_out))
    return exercise_names(talk, done)


def when_in_words(talk: Talk, at: datetime, now: datetime) -> str:
    """When a practice was, inside a sentence: "this morning", "yesterday", "on Tuesday"."""
    there = at.astimezone(now.tzinfo)
    if there.date() == now.date():
        return time_in_words(talk.phrasebook, there, now)
    return on_day_in_words(talk.phrasebook, there.date(), now.date())
