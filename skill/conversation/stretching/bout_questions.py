"""Questions about the bout under way and about the sides of its exercise, answered in one breath."""

from skill.coach.bout_cues import bout_seconds
from skill.coach.bout_moves import bout_at, bouts_ahead
from skill.coach.routine import Bout
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import DoseKind, Side
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import duration_in_words


def bouts_left(talk: Talk) -> Outcome:
    """What is left of this exercise: of this bout, then on this side and on the other."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.no_time_running"))
    now, *later = bouts_ahead(walkthrough.plan, walkthrough.place)
    begun = walkthrough.place.count > 0 or talk.counted is not None
    ahead = later if begun else [now, *later]
    sides = {side: sum(bout.side is side for bout in ahead) for side in (now.side, _other(now))}
    rest = talk.phrasebook.join([_on_side(talk, side, count) for side, count in sides.items() if count])
    if not begun:
        return talk.say(talk.line("moving.left.to_come", rest=rest), explain=False)
    left = now.amount - walkthrough.place.count
    repeated = now.kind is DoseKind.REPETITIONS
    first = talk.line("moving.left.repetitions", count=left) if repeated else talk.line("moving.left.this")
    line = talk.line("moving.left.then", first=first, rest=rest) if rest else ""
    return talk.say(line or talk.line("moving.left.last", first=first), explain=False)


def how_far(talk: Talk) -> Outcome:
    """How much of the bout under way is done; outside of one, which of the exercises this is."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("asking.no_time_running"))
    place, bout = walkthrough.place, bout_at(walkthrough.plan, walkthrough.place)
    if not place.count:
        step, count = place.step + 1, len(walkthrough.plan.routine.steps)
        return talk.say(talk.line("moving.exercise_of", number=step, count=count), explain=False)
    half = "past" if place.count * 2 > bout.amount else "at" if place.count * 2 == bout.amount else "before"
    unit = "repetitions" if bout.kind is DoseKind.REPETITIONS else "seconds"
    done = talk.line(f"moving.done.{unit}", done=place.count, count=bout.amount)
    return talk.say(f"{talk.line(f'moving.half.{half}')} {done}", explain=False)


def left_of_bout(talk: Talk, walkthrough: Walkthrough) -> str:
    """How much of the bout under way is left, in a sentence; empty outside of one."""
    bout = bout_at(walkthrough.plan, walkthrough.place)
    return _this_bout(talk, walkthrough, bout) if walkthrough.place.count or talk.counted else ""


def length_of_hold(talk: Talk, walkthrough: Walkthrough) -> str:
    """How long the hold to come is, in words; empty where none comes."""
    bout = bout_at(walkthrough.plan, walkthrough.place)
    return duration_in_words(talk.phrasebook, bout.amount).capitalize() if bout.kind is DoseKind.HOLD else ""


def whats_after(talk: Talk, exercise: str) -> Outcome | None:
    """Which exercise comes after the one with this id; None where the routine under way does not have it."""
    walkthrough = talk.resumable
    ids = [step.exercise.id for step in walkthrough.plan.routine.steps] if walkthrough else []
    if exercise not in ids:
        return None
    at = ids.index(exercise) + 1
    if at == len(ids):
        return talk.say(talk.line("moving.nothing_after", exercise=exercise_name(talk, exercise)))
    values = {"exercise": exercise_name(talk, exercise), "following": exercise_name(talk, ids[at])}
    return talk.say(talk.line("moving.after", **values))


def _this_bout(talk: Talk, walkthrough: Walkthrough, bout: Bout) -> str:
    if bout.kind is DoseKind.REPETITIONS:
        return talk.line("moving.here.repetitions", count=bout.amount - walkthrough.place.count)
    seconds = round(bout_seconds(bout, walkthrough.plan.preferences, walkthrough.place.count))
    return talk.line("moving.here.seconds", count=seconds)


def _other(bout: Bout) -> Side | None:
    return bout.side.other if bout.side else None


def _on_side(talk: Talk, side: Side | None, count: int) -> str:
    if side is None:
        return talk.line("moving.left.repetitions", count=count)
    return talk.line("moving.left.on_side", count=count, side=talk.line(f"sides.{side}"))
