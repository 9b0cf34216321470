"""What is said inside a bout: the counts of a hold, the beats of a repetition, the tips of a massage."""

from skill.coach.cue_sheet import Place
from skill.coach.exercise_words import exercise_lines
from skill.coach.preferences import CountDirection, CountStyle, Preferences
from skill.coach.routine import Bout, Step
from skill.coach.sheet_writer import SheetWriter
from skill.coach.timing import tempo_factor
from skill.content.exercise import DoseKind
from skill.content.language import Language

COUNT_SECONDS = 1.0
WHOLE_NUMBER_SECONDS = 2.0
LONG_HOLD = 30
"""Seconds. Holds and massages of at least this length say "halfway"."""
LAST_COUNTS = 5
MASSAGE_NEARLY_DONE = 10
TIP_EVERY = 10


def bout_seconds(bout: Bout, preferences: Preferences, done: int = 0) -> float:
    """How long the rest of a bout takes, in seconds, after `done` of its counts."""
    return (bout.amount - done) * unit_seconds(bout, preferences)


def unit_seconds(bout: Bout, preferences: Preferences) -> float:
    """Seconds that one count takes; only repetitions follow the pace."""
    if bout.kind is DoseKind.REPETITIONS:
        return bout.unit * tempo_factor(preferences.pace)
    return bout.unit


def write_bout(writer: SheetWriter, step: Step, bout: Bout, place: Place, preferences: Preferences) -> None:
    """Write the bout from the place's count to its end; the writer is then past its last second.

    Args:
        writer: stands at the moment the bout begins.
        step: the exercise.
        bout: the bout.
        place: where in the bout it begins; its count is below the bout's amount.
        preferences: count style and direction, and the pace.
    """
    unit = unit_seconds(bout, preferences)
    writer.start_counting(place, unit)
    match bout.kind:
        case DoseKind.HOLD:
            _count_hold(writer, bout, place, preferences)
        case DoseKind.REPETITIONS:
            _count_repetitions(writer, step, bout, place, unit)
        case DoseKind.MASSAGE:
            _guide_massage(writer, step, bout, place)
    writer.wait(bout_seconds(bout, preferences, place.count))
    done = Place(place.step, place.bout, bout.amount)
    writer.stand_at(done)
    if bout.kind is DoseKind.HOLD and writer.cues[-1].at == writer.at:
        writer.wait(writer.cues[-1].seconds)


def hold_word(language: Language, second: int, length: int, preferences: Preferences) -> str:
    """The word for a second of a hold, from 1 to its length; empty for a silent second.

    The count goes up to the length, or down to one: instead of "zero" the coach says "relax".
    """
    left = length - second
    down = preferences.count_direction is CountDirection.DOWN
    has_halfway = length >= LONG_HOLD or preferences.count_style is CountStyle.HALFWAY
    if has_halfway and second == length // 2:
        return language.say("coach.halfway")
    number = left if down else second
    counted = {
        CountStyle.EVERY_SECOND: True,
        CountStyle.EVERY_FIVE: number % 5 == 0,
        CountStyle.LAST_FIVE: left <= LAST_COUNTS if down else left < LAST_COUNTS,
        CountStyle.HALFWAY: False,
    }[preferences.count_style]
    if not (counted and number):
        return ""
    # A number that stands by itself is said whole, "twenty five", unless something is said a second later.
    followed = left == 1 or (has_halfway and second + 1 == length // 2)
    alone = preferences.count_style is CountStyle.EVERY_FIVE and not followed
    return language.count(number, WHOLE_NUMBER_SECONDS if alone else COUNT_SECONDS)


def _count_hold(writer: SheetWriter, bout: Bout, place: Place, preferences: Preferences) -> None:
    for second in range(place.count + 1, bout.amount + 1):
        text = hold_word(writer.language, second, bout.amount, preferences)
        if text:
            at = Place(place.step, place.bout, second)
            seconds = WHOLE_NUMBER_SECONDS if " " in text else COUNT_SECONDS
            writer.add_count(float(second - place.count), seconds, text, at)


def _count_repetitions(writer: SheetWriter, step: Step, bout: Bout, place: Place, unit: float) -> None:
    beats = exercise_lines(writer.language, step, "beats")
    share = unit / len(beats)
    for done in range(place.count, bout.amount):
        at = Place(place.step, place.bout, done)
        for index, beat in enumerate(beats):
            text = beat if index else writer.language.say("coach.repetition", count=done + 1, beat=beat)
            writer.add_count((done - place.count) * unit + index * share, share, text, at)


def _guide_massage(writer: SheetWriter, step: Step, bout: Bout, place: Place) -> None:
    """Say tips at the beginning, then "halfway", "ten seconds left" and the last five counts."""
    language = writer.language
    said: list[tuple[int, str, float]] = []
    if bout.amount >= LONG_HOLD:
        halfway, ten_left = language.say("coach.halfway"), language.say("coach.ten_left")
        said.append((bout.amount // 2, halfway, language.seconds(halfway)))
        said.append((bout.amount - MASSAGE_NEARLY_DONE, ten_left, language.seconds(ten_left)))
    said += [(bout.amount - left, language.count(left), COUNT_SECONDS) for left in range(LAST_COUNTS, 0, -1)]
    tips = [(text, language.seconds(text)) for text in exercise_lines(language, step, "tips")]
    free = _free_seconds(sorted(second for second, *_ in said), [seconds for _, seconds in tips])
    said += [(second, *tip) for second, tip in zip(free, tips, strict=False)]
    for second, text, seconds in sorted(said):
        if second > place.count:
            at = Place(place.step, place.bout, second)
            writer.add_count(float(second - place.count), seconds, text, at)


def _free_seconds(taken: list[int], lengths: list[float]) -> list[int]:
    """Seconds at which tips of these lengths do not disturb what is said at the taken seconds."""
    free: list[int] = []
    second = LAST_COUNTS
    for length in lengths:
        while any(second - 3 < other < second + length + 1 for other in taken):
            second += 1
            if second >= taken[-1]:
                return free
        free.append(second)
        second += round(length) + TIP_EVERY
    return free
