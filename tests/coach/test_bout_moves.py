"""Whatever is said of sides, no bout is lost or done twice, and the runner stays inside the routine."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.bout_moves import after_bout, bout_at, bout_on, with_sides
from skill.coach.cue_sheet import Place
from skill.coach.preferences import Preferences
from skill.coach.routine import Plan
from skill.coach.sides import Sides
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Side
from skill.value import replace
from tests.coach.plans import POST_RUN, plans_and_places, routine

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
RIGHT, LEFT = Side.RIGHT, Side.LEFT
TWO_SETS = Plan(routine("toes-on-wall", "butt-to-heel"), Preferences(sets=2))
"""Right, left, right, left; then twice with both feet at once."""


def at(place: Place, plan: Plan = TWO_SETS) -> Walkthrough:
    return Walkthrough(plan, place, Progress.PAUSED, begun_at=NOW, touched_at=NOW)


def still_to_do(walkthrough: Walkthrough | None) -> list[tuple[int, int, Side | None]]:
    """Step, set and side of every bout from the place on, to the routine's end."""
    found: list[tuple[int, int, Side | None]] = []
    place = walkthrough.place if walkthrough else None
    while walkthrough and place:
        bout = bout_at(walkthrough.plan, place)
        found.append((place.step, bout.set, bout.side))
        place = after_bout(walkthrough.plan, place)
    return found


def sides_here(walkthrough: Walkthrough | None) -> list[Side | None]:
    return [side for step, _, side in still_to_do(walkthrough) if step == 0]


@given(plans_and_places())
def test_going_on_bout_by_bout_does_each_of_the_rest_once(task: tuple[Plan, Place]) -> None:
    plan, place = task
    rest = [
        (index, bout.set, bout.side)
        for index, step in enumerate(plan.routine.steps)
        for number, bout in enumerate(step.bouts(plan.preferences))
        if (index, number) >= (place.step, place.bout)
    ]
    assert still_to_do(at(place, plan)) == rest


wishes = st.lists(st.tuples(st.sampled_from(Sides), st.booleans()), max_size=5)


@given(plans_and_places(), wishes)
def test_no_wish_leads_outside_the_routine(
    task: tuple[Plan, Place], wished: list[tuple[Sides, bool]]
) -> None:
    walkthrough: Walkthrough | None = at(task[1], task[0])
    for sides, here_alone in wished:
        assert walkthrough
        plan, place = walkthrough.plan, walkthrough.place
        assert plan.routine.has_place(place, plan.preferences)
        assert plan.routine.next_place(place, plan.preferences) == place
        walkthrough = with_sides(walkthrough, sides, here_alone=here_alone)
        if walkthrough is None:
            assert place.step == len(plan.routine.steps) - 1
            return


@given(plans_and_places(), st.sampled_from([Sides.BOTH, Sides.RIGHT_FIRST, Sides.LEFT_FIRST]))
@pytest.mark.parametrize("here_alone", [True, False])
def test_another_order_loses_no_bout_and_adds_none(
    here_alone: bool,  # noqa: FBT001 - a parameter of the test
    task: tuple[Plan, Place],
    sides: Sides,
) -> None:
    before = at(task[1], task[0])
    after = with_sides(before, sides, here_alone=here_alone)
    assert sorted(still_to_do(after), key=str) == sorted(still_to_do(before), key=str)


@given(plans_and_places(), st.lists(st.sampled_from([Sides.LEFT_FIRST, Sides.RIGHT_FIRST]), max_size=4))
def test_changing_ones_mind_and_going_on_in_turn_does_every_bout_once(
    task: tuple[Plan, Place], wished: list[Sides]
) -> None:
    walkthrough = replace(at(task[1], task[0]), place=Place(task[1].step))
    whole, done = still_to_do(walkthrough), []
    for sides in wished:
        changed = with_sides(walkthrough, sides)
        assert changed
        bout = bout_at(changed.plan, changed.place)
        done.append((changed.place.step, bout.set, bout.side))
        after = after_bout(changed.plan, changed.place)
        if after is None:
            break
        walkthrough = replace(changed, place=after)
    else:
        done += still_to_do(walkthrough)
    assert sorted(done, key=str) == sorted(whole, key=str)


@given(plans_and_places(), st.sampled_from([Sides.RIGHT_ONLY, Sides.LEFT_ONLY]))
def test_one_side_alone_does_that_sides_bouts_and_those_of_both_feet_at_once(
    task: tuple[Plan, Place], sides: Sides
) -> None:
    before = at(task[1], task[0])
    wanted = [each for each in still_to_do(before) if each[2] in (None, sides.side)]
    assert still_to_do(with_sides(before, sides)) == wanted


@pytest.mark.parametrize(
    ("place", "sides", "to_do"),
    [
        (Place(0), Sides.LEFT_FIRST, [LEFT, RIGHT, LEFT, RIGHT]),
        (Place(0, 0, 8), Sides.LEFT_FIRST, [LEFT, RIGHT, LEFT, RIGHT]),
        (Place(0, 1, 8), Sides.LEFT_FIRST, [LEFT, RIGHT, LEFT]),
        (Place(0, 2, 8), Sides.LEFT_FIRST, [LEFT, RIGHT]),
        (Place(0, 0, 8), Sides.LEFT_ONLY, [LEFT, LEFT]),
        (Place(0, 0, 8), Sides.RIGHT_ONLY, [RIGHT, RIGHT]),
        (Place(0, 3, 8), Sides.RIGHT_ONLY, []),
    ],
)
def test_a_wish_changes_what_is_still_to_do(place: Place, sides: Sides, to_do: list[Side]) -> None:
    assert sides_here(with_sides(at(place), sides)) == to_do


def test_the_bout_at_work_goes_on_at_its_count_where_its_side_stays() -> None:
    alone = with_sides(at(Place(0, 1, 8)), Sides.LEFT_ONLY)
    assert alone
    assert alone.place == Place(0, 0, 8)


def test_once_both_sides_are_wanted_again_the_one_left_out_follows_the_one_at_work() -> None:
    alone = with_sides(at(Place(0, 1, 8)), Sides.LEFT_ONLY)
    assert alone
    assert sides_here(with_sides(alone, Sides.BOTH)) == [LEFT, RIGHT, LEFT, RIGHT]


def test_a_side_that_is_done_already_is_left_out_of_this_exercise_alone() -> None:
    both = Plan(routine("toes-on-wall", "sole-massage"), Preferences(sets=1))
    changed = with_sides(at(Place(0), both), Sides.LEFT_ONLY, here_alone=True)
    assert [side for _, _, side in still_to_do(changed)] == [LEFT, RIGHT, LEFT]


@pytest.mark.parametrize(
    ("place", "side", "bout"),
    [
        (Place(0, 1, 8), RIGHT, 0),
        (Place(0, 1, 8), LEFT, 1),
        (Place(0, 3), RIGHT, 2),
        (Place(0, 0, 8), LEFT, 1),
    ],
)
def test_back_to_a_side_is_the_bout_done_last_on_it_else_the_next(
    place: Place, side: Side, bout: int
) -> None:
    assert bout_on(TWO_SETS, place, side) == Place(0, bout)


def test_where_both_feet_work_at_once_there_is_no_side_to_go_back_to() -> None:
    assert bout_on(Plan(POST_RUN, Preferences()), Place(1), LEFT) is None
