"""What is said inside a bout: each count at its second, to the end."""

from itertools import pairwise, product

import pytest
from hypothesis import given

from skill.coach.compiler import compile_sheet
from skill.coach.cue_sheet import CueKind, Place
from skill.coach.preferences import CountDirection, CountStyle, Preferences
from skill.coach.routine import Plan
from skill.content.exercise import DoseKind
from tests.coach.plans import (
    BUDGET,
    POST_RUN,
    WORDS,
    bout_at,
    counted,
    is_reminder,
    performed,
    plans,
    plans_and_places,
    replies,
    routine,
    said_inside,
    sheet_of,
)

CLOSE = 1e-6


def spoken_seconds(
    length: int, style: CountStyle, direction: CountDirection, done: int = 0
) -> list[tuple[int, str]]:
    """What the rest of a hold of that length has to say at which of its seconds."""
    says: list[tuple[int, str]] = []
    halfway = length // 2 if length >= 30 or style is CountStyle.HALFWAY else None
    for second in range(done + 1, length + 1):
        number = second if direction is CountDirection.UP else length - second
        numbers_before = [text for _, text in says if text != "halfway"]
        if second == halfway:
            says.append((second, "halfway"))
        elif number == 0 or style is CountStyle.HALFWAY:
            continue
        elif (
            style is CountStyle.EVERY_SECOND
            or (style is CountStyle.EVERY_FIVE and number % 5 == 0)
            or (style is CountStyle.LAST_FIVE and direction is CountDirection.UP and second > length - 5)
            or (style is CountStyle.LAST_FIVE and direction is CountDirection.DOWN and number <= 5)
        ):
            if number <= 20 or number % 10 == 0:
                if not (says and says[-1][0] == second - 1 and " " in says[-1][1]):
                    says.append((second, WORDS.number(number)))
            elif direction is CountDirection.UP and style is not CountStyle.EVERY_FIVE and numbers_before:
                if not (says[-1][0] == second - 1 and " " in says[-1][1]):
                    says.append((second, WORDS.number(number % 10)))
            elif second + 1 not in (length, halfway) and (
                number % 2 == 0 or style is CountStyle.EVERY_FIVE or direction is CountDirection.UP
            ):
                says.append((second, WORDS.number(number)))
    return says


@pytest.mark.parametrize(("style", "direction"), [*product(CountStyle, CountDirection)])
@pytest.mark.parametrize("length", [10, 11, 20, 25, 29, 30, 31, 45, 60])
def test_a_hold_is_counted_to_its_end(length: int, style: CountStyle, direction: CountDirection) -> None:
    chosen = Preferences(hold_seconds=length, count_style=style, count_direction=direction)
    for sheet in replies(Plan(POST_RUN, chosen)):
        for bout in performed(sheet):
            if bout_at(Plan(POST_RUN, chosen), bout.place).kind is not DoseKind.HOLD:
                continue
            assert counted(sheet, bout) == spoken_seconds(length, style, direction)
            end = bout.at + length
            release = next(cue for cue in sheet.cues if cue.at >= end and cue.kind is CueKind.SAY)
            assert release.text in {*WORDS.all("coach.release.hold"), *WORDS.all("coach.release_last.hold")}
            last_word = spoken_seconds(length, style, direction)[-1][1]
            assert release.at - end <= (2 if " " in last_word else 1) + CLOSE


@given(plans_and_places())
def test_a_hold_taken_up_in_the_middle_says_the_rest_of_its_count(task: tuple[Plan, Place]) -> None:
    plan, start = task
    bout = bout_at(plan, start)
    if bout.kind is not DoseKind.HOLD:
        return
    sheet = sheet_of(plan, start)
    span = performed(sheet)[0]
    style, direction = plan.preferences.count_style, plan.preferences.count_direction
    expected = [
        (second - start.count, text)
        for second, text in spoken_seconds(bout.amount, style, direction, start.count)
    ]
    assert counted(sheet, span) == expected


@pytest.mark.parametrize("length", [25, 30, 45, 60])
def test_a_count_down_says_its_tens_until_only_units_are_left(length: int) -> None:
    said = [text for _, text in spoken_seconds(length, CountStyle.EVERY_SECOND, CountDirection.DOWN)]
    assert said.index("nine") > said.index("twenty")
    assert said[-9:] == ["nine", "eight", "seven", "six", "five", "four", "three", "two", "one"]
    assert said[0] == WORDS.number(length - 1 - (length - 1) % 2)


def test_a_count_taken_up_beyond_twenty_begins_with_a_whole_number() -> None:
    said = spoken_seconds(40, CountStyle.EVERY_SECOND, CountDirection.UP, done=24)
    assert [text for _, text in said[:4]] == ["twenty five", "seven", "eight", "nine"]


@given(plans_and_places())
def test_a_reminder_is_over_before_the_next_count(task: tuple[Plan, Place]) -> None:
    for sheet in replies(*task):
        for span in performed(sheet):
            for cue, following in pairwise(said_inside(sheet, span)):
                if is_reminder(cue):
                    assert cue.at + cue.seconds + 0.5 <= following.at + CLOSE, (cue, following)


@pytest.mark.parametrize("style", CountStyle)
def test_a_hold_has_a_reminder_where_its_count_leaves_room(style: CountStyle) -> None:
    sheet = sheet_of(Plan(POST_RUN, Preferences(count_style=style)))
    inside = [cue for span in performed(sheet) for cue in said_inside(sheet, span) if is_reminder(cue)]
    assert bool(inside) == (style is not CountStyle.EVERY_SECOND)


def test_reminders_take_turns_over_bouts_and_sessions() -> None:
    plan = Plan(routine("toes-on-wall"), Preferences(count_style=CountStyle.LAST_FIVE))
    cues = WORDS.all("exercises.toes-on-wall.cues")

    def reminders(first: int) -> list[str]:
        sheet = compile_sheet(plan, Place(0), WORDS, BUDGET, first_cue=first)
        return [cue.text for span in performed(sheet) for cue in said_inside(sheet, span) if is_reminder(cue)]

    assert reminders(0) == cues[:4]
    assert reminders(3) == [*cues[3:], *cues[:2]]


def test_a_number_that_stands_by_itself_is_said_whole() -> None:
    said = spoken_seconds(60, CountStyle.EVERY_FIVE, CountDirection.UP)
    assert [text for _, text in said][4:7] == ["twenty five", "halfway", "thirty five"]


@given(plans())
def test_a_massage_and_repetitions_are_guided_to_their_end(plan: Plan) -> None:
    for sheet in replies(plan):
        for span in performed(sheet):
            bout = bout_at(plan, span.place)
            said = counted(sheet, span)
            if bout.kind is DoseKind.MASSAGE:
                ending = [(bout.amount - left, WORDS.count(left)) for left in range(5, 0, -1)]
                assert said[-5:] == ending
            elif bout.kind is DoseKind.REPETITIONS:
                numbered = [text.partition(":")[0] for _, text in said if ":" in text]
                assert numbered == [WORDS.number(number) for number in range(1, bout.amount + 1)]


@pytest.mark.parametrize(
    ("style", "direction", "begins"),
    [
        (CountStyle.EVERY_SECOND, CountDirection.UP, "And hold for twenty five."),
        (CountStyle.EVERY_SECOND, CountDirection.DOWN, "And hold for twenty five, counting down."),
        (CountStyle.LAST_FIVE, CountDirection.DOWN, "And hold for twenty five, counting down."),
        (CountStyle.HALFWAY, CountDirection.DOWN, "And hold for twenty five."),
    ],
)
def test_a_count_that_goes_down_is_announced(
    style: CountStyle, direction: CountDirection, begins: str
) -> None:
    chosen = Preferences(hold_seconds=25, count_style=style, count_direction=direction)
    sheet = sheet_of(Plan(POST_RUN, chosen))
    assert begins in [cue.text for cue in sheet.cues]
