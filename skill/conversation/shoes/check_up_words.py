"""How findings and results of a check-up are said."""

from collections.abc import Iterable

from skill.conversation.shoes.shoe_words import estimated_distance, pair_in_words
from skill.conversation.turn.talk import Talk
from skill.shoes.check_up import ASKED, CheckUp, Condition, Examination, Point
from skill.shoes.own_life import GOOD_FOR
from skill.shoes.shoe import Shoe
from skill.speech.dates import on_day_in_words


def points_in_words(talk: Talk, points: Iterable[Point]) -> str:
    """Points in a row, in the order of the check-up: "the tread and the foam"."""
    wanted = set(points)
    return talk.phrasebook.join([talk.line(f"check_up.points.{point}") for point in Point if point in wanted])


def words_wanted(talk: Talk, check_up: CheckUp) -> str:
    """The question for the words that are missing; in full where none was said."""
    missing = check_up.open_points
    if len(missing) == len(ASKED):
        return talk.line("check_up.three_words")
    return talk.line("check_up.words_for", points=points_in_words(talk, missing))


def result_in_words(talk: Talk, before: Shoe, after: Shoe, found: Examination) -> str:
    """What a check-up means for a pair, and that kilometres are convention.

    Args:
        talk: the turn.
        before: the pair before it.
        after: the pair after it.
        found: what was found.
    """
    pair, worn = pair_in_words(talk, after), points_in_words(talk, found.worn)
    values = {"pair": pair, "worn": worn, "due": estimated_distance(talk, after.life.due)}
    match found.condition:
        case Condition.GOOD:
            moved = after.life.due != before.life.due
            more = estimated_distance(talk, GOOD_FOR)
            said = talk.line(f"check_up.result.{'good' if moved else 'good_as_before'}", more=more, **values)
        case Condition.WEARING:
            left = max(after.metres_left, 0)
            key = "wearing" if left else "wearing_over"
            said = talk.line(f"check_up.result.{key}", left=estimated_distance(talk, left), **values)
        case Condition.WORN:
            said = talk.line("check_up.result.worn", **values)
        case _:
            return talk.line("check_up.result.unclear", **values)
    return f"{said} {talk.line('check_up.convention')}"


def found_in_words(talk: Talk, found: Examination) -> str:
    """What the last check-up found, for the next time: "at the check-up on Tuesday the tread was worn"."""
    today = talk.place_settings.read_local_time().date()
    when = on_day_in_words(talk.phrasebook, found.on, today)
    if found.worn:
        return talk.line("check_up.found.worn", when=when, worn=points_in_words(talk, found.worn))
    key = "good" if found.condition is Condition.GOOD else "unclear"
    return talk.line(f"check_up.found.{key}", when=when)
