"""Plans for property tests: every routine under every preference."""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from skill.coach.compiler import Budget, compile_sheet
from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place, Span
from skill.coach.preferences import (
    LONGEST_HOLD,
    SHORTEST_HOLD,
    CountDirection,
    CountStyle,
    Flow,
    Pace,
    Preferences,
    Words,
)
from skill.coach.routine import Bout, Plan, Routine, Step
from skill.coach.telling import Telling
from skill.content.exercise import RoutineName
from skill.content.loader import exercises
from skill.conversation.stretching.performing import LARGEST_PERFORMANCE, LONGEST_PERFORMANCE
from skill.speech import ssml
from skill.speech.phrasebook import Phrasebook

WORDS = Phrasebook.of("en", Random(0))  # noqa: S311 - the same test twice is the same
BUDGET = Budget(
    LONGEST_PERFORMANCE,
    LARGEST_PERFORMANCE,
    lambda cues: ssml.measure(cues, cues[-1].at + cues[-1].seconds, "en") if cues else 0,
)
BRIEF = dict.fromkeys(exercises(), Telling.BRIEF)
CLOSING = "Next comes butt to heel, on your hands and knees. Say continue when you're ready."


def step(exercise: str) -> Step:
    return Step(exercises()[exercise])


def routine(*ids: str) -> Routine:
    return Routine(exercises()[ids[0]].routine, tuple(step(id_) for id_ in ids))


POST_RUN = routine("toes-on-wall", "butt-to-heel", "sole-massage", "bottle-roll")
PRE_RUN = routine("toe-scrunches", "toe-lifts", "ball-roll", "calf-roll")


def amounts(least: int, most: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(least, most)


preferences = st.builds(
    Preferences,
    hold_seconds=amounts(SHORTEST_HOLD, LONGEST_HOLD),
    massage_seconds=amounts(20, 120),
    repetitions=amounts(1, 10),
    sets=amounts(1, 3),
    count_style=st.sampled_from(CountStyle),
    count_direction=st.sampled_from(CountDirection),
    pace=st.sampled_from(Pace),
    flow=st.sampled_from(Flow),
    words=st.sampled_from(Words),
)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    ids = draw(st.lists(st.sampled_from(list(exercises())), min_size=1, max_size=4, unique=True))
    steps = tuple(Step(exercises()[id_], draw(st.sampled_from(exercises()[id_].forms))) for id_ in ids)
    return Routine(RoutineName.POST_RUN, steps)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    chosen = draw(routines() | st.just(POST_RUN))
    ids = [item.exercise.id for item in chosen.steps]
    tellings = draw(st.dictionaries(st.sampled_from(ids), st.sampled_from(Telling)))
    return Plan(chosen, draw(preferences), tellings)


@st.composite
def plans_and_places(draw: st.DrawFn) -> tuple[Plan, Place]:
    plan = draw(plans())
    step_index = draw(st.integers(0, len(plan.routine.steps) - 1))
    bouts = plan.routine.steps[step_index].bouts(plan.preferences)
    bout_index = draw(st.integers(0, len(bouts) - 1))
    count = draw(st.just(0) | st.integers(0, bouts[bout_index].amount - 1))
    return plan, Place(step_index, bout_index, count)


def bout_at(plan: Plan, place: Place) -> Bout:
    return plan.routine.steps[place.step].bouts(plan.preferences)[place.bout]


def sheet_of(plan: Plan, start: Place = Place(0), closing: str = "") -> CueSheet:  # noqa: B008 - frozen
    return compile_sheet(plan, start, WORDS, BUDGET, closing=lambda _resume_at: closing)


def replies(plan: Plan, start: Place = Place(0), closing: str = CLOSING) -> Iterator[CueSheet]:  # noqa: B008 - frozen
    """The sheets of one reply after the other, to the routine's end.

    Only these follow on one another: the words are drawn, so a sheet made again from the same place may be
    a second longer, and end an exercise earlier.
    """
    place: Place | None = start
    for _ in range(40):
        if place is None:
            return
        sheet = sheet_of(plan, place, closing)
        yield sheet
        place = sheet.resume_at
    raise AssertionError("the routine never ends")


def performed(sheet: CueSheet) -> list[Span]:
    """The bouts of a sheet: their spans, in which the count runs."""
    return [span for span in sheet.spans if span.unit]


def counted(sheet: CueSheet, bout: Span) -> list[tuple[float, str]]:
    """What is counted inside a bout, and at which of its seconds."""
    return [
        (round(cue.at - bout.at, 6), cue.text) for cue in said_inside(sheet, bout) if not is_reminder(cue)
    ]


def said_inside(sheet: CueSheet, bout: Span) -> list[Cue]:
    """What is said inside a bout."""
    inside = bout.place.step, bout.place.bout
    return [
        cue for cue in sheet.cues if cue.kind is CueKind.COUNT and (cue.place.step, cue.place.bout) == inside
    ]


def is_reminder(cue: Cue) -> bool:
    """Whether it reminds of form or breath: a sentence, where a count is a word."""
    return cue.text.endswith(".")
