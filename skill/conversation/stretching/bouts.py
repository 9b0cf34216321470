"""Moving about among the bouts of an exercise: the other side, the next hold, done, that side again."""

from skill.coach.bout_moves import (
    after_bout,
    bout_at,
    bout_on,
    with_sides,
    with_sides_changed_over,
)
from skill.coach.cue_sheet import Place
from skill.coach.entry import Entry
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Side
from skill.conversation.stretching.moving_on import finish, go_on_ready
from skill.conversation.stretching.performing import Ready, perform, resume
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


def other_side(talk: Talk, side: Side | None = None) -> Outcome:
    """Switch to the other side, unless the coach is just switching by itself.

    Before an exercise has begun the other side then comes first; behind its last bout the next exercise.

    Args:
        talk: the turn.
        side: the one that was named; None where it was "the other".
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    if _rests(talk) or _waits_for_next(talk, walkthrough):
        return talk.say(talk.line("moving.was_last.side"))
    plan, place = walkthrough.plan, walkthrough.place
    order, now = plan.routine.steps[place.step].order, bout_at(plan, place).side
    if now is None or side is now or len(order) == 1:
        return _stay(talk, now, alone=side is not now)
    if has_begun(talk, walkthrough):
        return _behind(talk, walkthrough)
    if place.bout:
        return perform(talk, walkthrough, place, entry=Entry.MOVED_ON)
    sides = Sides.first(now.other)
    changed = with_sides(walkthrough, sides, here_alone=True) or walkthrough
    return resume(talk, changed, talk.line(f"choosing_sides.{sides}"))


def next_bout(talk: Talk) -> Outcome:
    """Go to the next hold, run or massage; one that is just led in begins at once."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    if _rests(talk):
        return resume(talk, walkthrough)
    if has_begun(talk, walkthrough):
        return _behind(talk, walkthrough)
    return go_on_ready(talk)


def skip_bout(talk: Talk, side: Side | None = None) -> Outcome:
    """Leave the rest of this bout, also one that has not begun yet.

    Args:
        talk: the turn.
        side: the side that is done, where it was named; nothing is left where the other one is at work.
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    if _rests(talk):
        return resume(talk, walkthrough)
    now = bout_at(walkthrough.plan, walkthrough.place).side
    if side and now and side is not now:
        return _stay(talk, now)
    return _behind(talk, walkthrough)


def bout_again(talk: Talk, side: Side | None = None) -> Outcome:
    """Go back to a side: the bout done last on it, in this exercise or in the one just done.

    Args:
        talk: the turn.
        side: the one that was named; None for the other one.
    """
    walkthrough = talk.resumable or (None if talk.turn.new_session else talk.walkthrough)
    if walkthrough is None:
        return _nothing_under_way(talk)
    plan, place = walkthrough.plan, walkthrough.place
    if place.step and place == Place(place.step) and not has_begun(talk, walkthrough):
        done = plan.routine.steps[place.step - 1].bouts(plan.preferences)
        place = Place(place.step - 1, len(done) - 1)
    now = bout_at(plan, place).side
    target = bout_on(plan, place, side or now.other) if now else None
    if target is None:
        return _stay(talk, now, alone=True)
    return perform(talk, walkthrough, target, entry=Entry.MOVED_ON)


def same_side(talk: Talk) -> Outcome:
    """Stay on this side: its bout once more, or the one just done where the coach has gone on already."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    place = walkthrough.place
    if has_begun(talk, walkthrough):
        again = Place(place.step, place.bout)
        return perform(talk, walkthrough, again, talk.line("walkthrough.once_more"), entry=Entry.AT_ONCE)
    if place.bout:
        return perform(talk, walkthrough, Place(place.step, place.bout - 1), entry=Entry.MOVED_ON)
    if place.step:
        done = walkthrough.plan.routine.steps[place.step - 1].bouts(walkthrough.plan.preferences)
        return perform(talk, walkthrough, Place(place.step - 1, len(done) - 1), entry=Entry.MOVED_ON)
    return resume(talk, walkthrough)


def wrong_side(talk: Talk, side: Side | None) -> Outcome:
    """What was done of this exercise was done on the other side: so it counts, and the rest follows it.

    Args:
        talk: the turn.
        side: the side that was used; None for the other one than was said.
    """
    walkthrough = talk.resumable
    if walkthrough is None:
        return _nothing_under_way(talk)
    plan, place = walkthrough.plan, walkthrough.place
    said = place if has_begun(talk, walkthrough) or not place.bout else Place(place.step, place.bout - 1)
    now = bout_at(plan, said).side
    if now is None or side is now:
        return _stay(talk, now)
    changed = with_sides_changed_over(walkthrough)
    line = "moving.was_other_side" if said != place else "moving.is_other_side"
    text = talk.line(line, side=talk.line(f"sides.{now.other}"), other_side=talk.line(f"sides.{now}"))
    if talk.counted:
        return perform(talk, changed, place, text, entry=Entry.AT_ONCE)
    talk.walkthrough = changed
    return talk.say(text, explain=False)


def _stay(talk: Talk, now: Side | None, *, alone: bool = False) -> Outcome:
    """Say which side this is, and that no other one works where it is alone; what went on goes on."""
    if now is None:
        return talk.say(talk.line("moving.both_at_once"), explain=False)
    line = "moving.alone" if alone else "moving.this_side"
    return talk.say(talk.line(line, side=talk.line(f"sides.{now}")), explain=False)


def has_begun(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether something of the bout at the walkthrough's place has been done."""
    return walkthrough.place.count > 0 or talk.counted is not None


def _rests(talk: Talk) -> bool:
    """Whether the word came in the rest between two exercises."""
    return bool(talk.as_found and talk.as_found.is_between_exercises(talk.turn.at))


def _waits_for_next(talk: Talk, walkthrough: Walkthrough) -> bool:
    """Whether one exercise is over, and the coach waits with the next."""
    place = walkthrough.place
    return isinstance(talk.asked, Ready) and place.step > 0 and place == Place(place.step)


def _behind(talk: Talk, walkthrough: Walkthrough) -> Outcome:
    """Go on behind this bout; where it was its exercise's last, say so."""
    plan, place = walkthrough.plan, walkthrough.place
    after, bout = after_bout(plan, place), bout_at(plan, place)
    if after and after.step == place.step:
        return perform(talk, walkthrough, after, entry=Entry.MOVED_ON)
    line = talk.line("moving.was_last.side" if bout.side else f"moving.was_last.{bout.kind}")
    return perform(talk, walkthrough, after, line) if after else finish(talk, walkthrough, line)


def _nothing_under_way(talk: Talk) -> Outcome:
    return talk.say(talk.line("walkthrough.nothing_under_way"))
