"""Moving about among the bouts of a routine, and choosing the sides that are still to work."""

from datetime import datetime

from skill.coach.cue_sheet import Place
from skill.coach.routine import Bout, Plan, Step
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Side
from skill.value import replace


def bout_at(plan: Plan, place: Place) -> Bout:
    """The bout of a place inside the plan."""
    return plan.routine.steps[place.step].bouts(plan.preferences)[place.bout]


def bouts_ahead(plan: Plan, place: Place) -> tuple[Bout, ...]:
    """The bouts of the place's exercise from this one on, the place's own first."""
    return plan.routine.steps[place.step].bouts(plan.preferences)[place.bout :]


def after_bout(plan: Plan, place: Place) -> Place | None:
    """The beginning of the next bout, in the next exercise after the last one; None after the very last."""
    return plan.routine.next_place(replace(place, count=bout_at(plan, place).amount), plan.preferences)


def bout_on(plan: Plan, place: Place, side: Side) -> Place | None:
    """The bout on this side that a runner goes back to: this one, the last before it, else the next to come.

    Args:
        plan: the routine and how it is done.
        place: inside it.
        side: the side that is wanted.

    Returns:
        The bout's beginning; None where the exercise has none on this side.
    """
    bouts = plan.routine.steps[place.step].bouts(plan.preferences)
    nearest = (*range(place.bout, -1, -1), *range(place.bout + 1, len(bouts)))
    return next((Place(place.step, index) for index in nearest if bouts[index].side is side), None)


def with_sides(walkthrough: Walkthrough, sides: Sides, *, here_alone: bool = False) -> Walkthrough | None:
    """The walkthrough with other sides from here on; what is done of an exercise stays done.

    Where the order changes, the bout of this set on the side that now begins comes next, and the other one
    after it; where one side is left out, the next bout on the one that stays. Where both are to work again,
    the one at work stays first, so that the other one follows.

    Args:
        walkthrough: stopped.
        sides: the sides that are wanted.
        here_alone: whether the exercise at the walkthrough's place alone has them.

    Returns:
        None when nothing is left to do.
    """
    plan, place = walkthrough.plan, walkthrough.place
    now = plan.routine.steps[place.step]
    here = replace(now, sides=_while_at_work(walkthrough, sides))
    steps = [
        here
        if index == place.step
        else replace(step, sides=sides)
        if index > place.step and not here_alone
        else step
        for index, step in enumerate(plan.routine.steps)
    ]
    changed = replace(plan, routine=replace(plan.routine, steps=tuple(steps)))
    found = changed.routine.next_place(_goes_on_at(walkthrough, here), plan.preferences)
    return replace(walkthrough, plan=changed, place=found) if found else None


def one_side_alone(walkthrough: Walkthrough) -> bool:
    """Whether somewhere from here on one side works and the other does not."""
    return any(step.sides.alone for step in walkthrough.plan.routine.steps[walkthrough.place.step :])


def ending_here(walkthrough: Walkthrough) -> Walkthrough:
    """The walkthrough with its exercise as the last one, also of the routine that a detour goes back to."""
    routine, back = walkthrough.plan.routine, walkthrough.goes_back_to
    steps = routine.steps[: walkthrough.place.step + 1]
    plan = replace(walkthrough.plan, routine=replace(routine, steps=steps))
    return replace(walkthrough, plan=plan, goes_back_to=ending_here(back) if back else None)


def with_steps_behind(walkthrough: Walkthrough, steps: tuple[Step, ...]) -> Walkthrough:
    """The walkthrough with more exercises behind its last one."""
    routine = walkthrough.plan.routine
    plan = replace(walkthrough.plan, routine=replace(routine, steps=(*routine.steps, *steps)))
    return replace(walkthrough, plan=plan)


def with_sides_changed_over(walkthrough: Walkthrough) -> Walkthrough:
    """The walkthrough as if each side of its exercise had been the other one from the start."""
    plan, place = walkthrough.plan, walkthrough.place
    step = plan.routine.steps[place.step]
    if not step.order:
        return walkthrough
    first = step.order[0].other
    changed = replace(step, sides=Sides.only(first) if len(step.order) == 1 else Sides.first(first))
    return walkthrough.with_step(place.step, changed)


def _while_at_work(walkthrough: Walkthrough, sides: Sides) -> Sides:
    """The sides of the exercise under way: its order stays where the set is at its second side."""
    plan, place = walkthrough.plan, walkthrough.place
    step = plan.routine.steps[place.step]
    if sides.alone or place == Place(place.step) or not step.order:
        return sides
    if len(step.order) == 1:
        return Sides.first(step.order[0])
    is_second = bout_at(plan, place).side is not step.order[0]
    return step.sides if is_second or sides is Sides.BOTH else sides


def _goes_on_at(walkthrough: Walkthrough, after: Step) -> Place:
    """Where the walkthrough goes on once its exercise has other sides; behind it where it is done."""
    plan, place = walkthrough.plan, walkthrough.place
    if place == Place(place.step):
        return place
    before = plan.routine.steps[place.step].bouts(plan.preferences)
    bouts = after.bouts(plan.preferences)
    this, done = before[place.bout], {(bout.set, bout.side) for bout in before[: place.bout]}
    for index, bout in enumerate(bouts):
        if bout.set >= this.set and (bout.set, bout.side) not in done:
            is_same = (bout.set, bout.side) == (this.set, this.side)
            return Place(place.step, index, place.count if is_same else 0)
    return Place(place.step, len(bouts))


def without_exercise_at_place(walkthrough: Walkthrough, now: datetime) -> Walkthrough:
    """The walkthrough without the exercise that it is at, before what comes next; its end where nothing does.

    Args:
        walkthrough: one that does not play.
        now: aware, UTC.
    """
    at, routine = walkthrough.place.step, walkthrough.plan.routine
    steps = (*routine.steps[:at], *routine.steps[at + 1 :])
    if at >= len(steps):
        return walkthrough.finish(now)
    plan = replace(walkthrough.plan, routine=replace(routine, steps=steps))
    return replace(walkthrough, plan=plan, place=Place(at), told=False)
