"""How long runs took and how fast they were, of those of which it was told."""

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.shoes.shoe_words import exact_distance
from skill.conversation.shoes.which_run import is_on
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day
from skill.shoes.distance import METRES_IN
from skill.speech.dates import on_day_in_words
from skill.speech.numbers import exact_duration_in_words


def pace_of_run(talk: Talk, day: Day | None = None) -> Outcome | None:
    """The time and the pace of a run of that day, else of the one spoken of, else of the newest with a time.

    None where the time of none of them is known.
    """
    runs = [run for run in (known_run(talk, talk.run_told), *talk.shoes.recent.runs) if run]
    timed = next((run for run in runs if run.seconds and (day is None or is_on(talk, run, day))), None)
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
