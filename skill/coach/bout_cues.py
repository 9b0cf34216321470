"""What is said inside a bout: the counts of a hold, the beats of a repetition, the tips of a massage."""

from collections.abc import Iterator

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


def hold_words(
    language: Language, length: int, preferences: Preferences, done: int = 0
) -> Iterator[tuple[int, str, float]]:
    """What is said in a hold from a second on: at which second, which word, and the seconds it is given.

    The count goes up to the length, or down to one: instead of "zero" the coach says "relax". A number that
    takes longer than a second is said whole where it is the first one, where nothing else is said a second
    later, and always on the way down: "four, three, two, one" is the end of a hold and never of a ten.

    Args:
        language: the one that the coach speaks.
        length: seconds of the hold.
        preferences: count style and direction.
        done: seconds of it that are over.
    """
    style, down = preferences.count_style, preferences.count_direction is CountDirection.DOWN
    halfway = length // 2 if length >= LONG_HOLD or style is CountStyle.HALFWAY else None
    counting, free = False, done + 1
    for second in range(done + 1, length + 1):
        number = length - second if down else second
        if second == halfway:
            yield second, language.say("coach.halfway"), COUNT_SECONDS
            continue
        if second < free or not number or not _is_counted(second, length, style, down=down):
            continue
        short, whole = language.count(number), language.count(number, WHOLE_NUMBER_SECONDS)
        if short == whole or (counting and not down and style is not CountStyle.EVERY_FIVE):
            yield second, short, COUNT_SECONDS
        elif second + 1 in (halfway, length) or (down and number % 2 and style is CountStyle.EVERY_SECOND):
            continue
        else:
            yield second, whole, WHOLE_NUMBER_SECONDS
            free = second + 2
        counting = True


def _is_counted(second: int, length: int, style: CountStyle, *, down: bool) -> bool:
    """Whether a second of a hold is one that the style counts."""
    left = length - second
    return {
        CountStyle.EVERY_SECOND: True,
        CountStyle.EVERY_FIVE: (left if down else second) % 5 == 0,
        CountStyle.LAST_FIVE: left <= LAST_COUNTS if down else left < LAST_COUNTS,
        CountStyle.HALFWAY: False,
    }[style]


def _count_hold(writer: SheetWriter, bout: Bout, place: Place, preferences: Preferences) -> None:
    for second, text, seconds in hold_words(writer.language, bout.amount, preferences, place.count):
        at = Place(place.step, place.bout, second)
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
