"""What is said inside a bout: the counts of a hold, the beats of a repetition, reminders where they fit."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from skill.coach.cue_sheet import Place
from skill.coach.exercise_words import exercise_lines
from skill.coach.form_cues import FormCues, most_cues, most_cues_in_a_massage
from skill.coach.preferences import CountDirection, CountStyle, Preferences
from skill.coach.routine import Bout, Plan, Step
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
FIRST_CUE_IN_A_HOLD = 2
FIRST_CUE_IN_A_MASSAGE = 5
"""Seconds from the beginning; a hold has less time."""
CUE_EVERY = 10
QUIET_BEFORE_A_COUNT = 0.5
"""Seconds; a voice that is slower than planned must not be heard over a count."""


class _Said(NamedTuple):
    """A word inside a bout: at which of its seconds it begins, and how long it may take."""

    second: int
    text: str
    seconds: float


def bout_seconds(bout: Bout, preferences: Preferences, done: int = 0) -> float:
    """How long the rest of a bout takes, in seconds, after `done` of its counts."""
    return (bout.amount - done) * unit_seconds(bout, preferences)


def unit_seconds(bout: Bout, preferences: Preferences) -> float:
    """Seconds that one count takes; only repetitions follow the pace."""
    if bout.kind is DoseKind.REPETITIONS:
        return bout.unit * tempo_factor(preferences.pace)
    return bout.unit


def leaves_room_for_cues(bout: Bout, preferences: Preferences) -> bool:
    """Whether a reminder fits between what is said inside the bout."""
    if bout.kind is DoseKind.HOLD:
        return preferences.count_style is not CountStyle.EVERY_SECOND
    return bout.kind is DoseKind.MASSAGE


def write_bout(
    writer: SheetWriter, step: Step, bout: Bout, place: Place, *, plan: Plan, cues: FormCues
) -> None:
    """Write the bout from the place's count to its end; the writer is then past its last second.

    Args:
        writer: stands at the moment the bout begins.
        step: the exercise.
        bout: the bout.
        place: where in the bout it begins; its count is below the bout's amount.
        plan: count style and direction, the pace, and how well the exercise is known.
        cues: the reminders of form and breath, in turn.
    """
    preferences, telling = plan.preferences, plan.telling(step)
    unit = unit_seconds(bout, preferences)
    writer.start_counting(place, unit)
    match bout.kind:
        case DoseKind.HOLD:
            ahead = cues.ahead(step)[: most_cues(telling, place.bout)]
            cues.are_said(_count_hold(writer, bout, place, preferences, ahead))
        case DoseKind.REPETITIONS:
            _count_repetitions(writer, step, bout, place, unit)
        case DoseKind.MASSAGE:
            ahead = cues.ahead(step)[: most_cues_in_a_massage(telling, place.bout)]
            cues.are_said(_guide_massage(writer, bout, place, ahead))
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


def _count_hold(
    writer: SheetWriter, bout: Bout, place: Place, preferences: Preferences, cues: Sequence[str]
) -> int:
    said = [_Said(*each) for each in hold_words(writer.language, bout.amount, preferences, place.count)]
    return _say_in_turn(writer, place, said, cues, place.count + FIRST_CUE_IN_A_HOLD)


def _count_repetitions(writer: SheetWriter, step: Step, bout: Bout, place: Place, unit: float) -> None:
    beats = exercise_lines(writer.language, step, "beats")
    share = unit / len(beats)
    for done in range(place.count, bout.amount):
        at = Place(place.step, place.bout, done)
        for index, beat in enumerate(beats):
            text = beat if index else writer.language.say("coach.repetition", count=done + 1, beat=beat)
            writer.add_count((done - place.count) * unit + index * share, share, text, at)


def _guide_massage(writer: SheetWriter, bout: Bout, place: Place, cues: Sequence[str]) -> int:
    """Say cues at the beginning, then "halfway", "ten seconds left" and the last five counts."""
    language = writer.language
    said = []
    if bout.amount >= LONG_HOLD:
        halfway, ten_left = language.say("coach.halfway"), language.say("coach.ten_left")
        said.append(_Said(bout.amount // 2, halfway, language.seconds(halfway)))
        said.append(_Said(bout.amount - MASSAGE_NEARLY_DONE, ten_left, language.seconds(ten_left)))
    said += [
        _Said(bout.amount - left, language.count(left), COUNT_SECONDS) for left in range(LAST_COUNTS, 0, -1)
    ]
    return _say_in_turn(writer, place, said, cues, place.count + FIRST_CUE_IN_A_MASSAGE)


def _say_in_turn(
    writer: SheetWriter, place: Place, counts: Sequence[_Said], cues: Sequence[str], first: int
) -> int:
    """Say the counts still to come, and between them as many of the cues as fit; returns how many."""
    lengths = [(cue, writer.language.seconds(cue)) for cue in cues]
    reminders = _between(counts, lengths, first)
    for second, text, seconds in sorted([*counts, *reminders]):
        if second > place.count:
            at = Place(place.step, place.bout, second)
            writer.add_count(float(second - place.count), seconds, text, at)
    return len(reminders)


def _between(counts: Sequence[_Said], cues: Iterable[tuple[str, float]], first: int) -> list[_Said]:
    """The cues at seconds, from `first` on, where they disturb no count; without those that fit nowhere."""
    found: list[_Said] = []
    last = max((count.second for count in counts), default=first)
    for text, length in cues:
        for second in range(first, last):
            begin, end = second, second + length + QUIET_BEFORE_A_COUNT
            if all(end <= count.second or count.second + count.seconds <= begin for count in counts):
                found.append(_Said(second, text, length))
                first = second + round(length) + CUE_EVERY
                break
    return found
