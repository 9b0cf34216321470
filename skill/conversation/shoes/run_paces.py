"""How long runs took and how fast they were, of those of which it was told."""

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import METRES_IN
from skill.speech.dates import on_day_in_words
from skill.speech.numbers import exact_duration_in_words


def pace_of_last_run(talk: Talk) -> Outcome | None:
    """The time and the pace of the run spoken of, else of the newest one with a time; None where none has."""
    told = known_run(talk, talk.run_told)
    timed = next((run for run in (told, *talk.shoes.recent.runs) if run and run.seconds), None)
    if timed is None or timed.seconds is None:
        return None
    unit = talk.place_settings.read_unit()
    per_unit = timed.seconds / timed.metres * float(METRES_IN[unit])
    talk.speak_of_run(timed.id)
    values = {
        "distance": exact_distance(talk, timed.metres),
        "day": on_day_in_words(talk.phrasebook, timed.day, talk.place_settings.read_local_time().date()),
        "time": exact_duration_in_words(talk.phrasebook, timed.seconds),
        "pace": exact_duration_in_words(talk.phrasebook, per_unit),
        "unit": talk.line(f"pairs.cost.unit.{unit}"),
    }
    return say_about_shoes(talk, talk.line("shoes.telling.pace", **values))
