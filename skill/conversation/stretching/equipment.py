"""What the runner has at hand, and what does instead."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from skill.coach import selection
from skill.coach.bout_moves import with_steps_behind
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Equipment, Exercise, Form, RoutineName
from skill.content.stand_ins import StandIn, stand_ins
from skill.conversation.stretching.at_hand import (
    have_again,
    is_for_good,
    leave_out_today,
    miss_today,
    stand_in_name,
)
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.stretching.navigating import skip
from skill.conversation.stretching.performing import resume
from skill.conversation.stretching.routines import doable_now, plan_of, start_routine
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.question import AskedOnceMore
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.value import replace


class Whereabouts(StrEnum):
    """Where a runner may be who lacks more than one thing; the values are the ids of the slot."""

    HOTEL = "hotel"
    OFFICE = "office"
    OUTDOORS = "outdoors"
    NOTHING = "nothing"


NOT_IN_A_BAG: Final = frozenset({Equipment.BALL, Equipment.FOAM_ROLLER, Equipment.FROZEN_BOTTLE})
LACKING: Final[Mapping[Whereabouts, frozenset[Equipment]]] = {
    Whereabouts.HOTEL: NOT_IN_A_BAG,
    Whereabouts.OFFICE: NOT_IN_A_BAG | {Equipment.TOWEL},
    Whereabouts.OUTDOORS: frozenset(Equipment),
    Whereabouts.NOTHING: frozenset(Equipment),
}
"""What is not to be had there: a hotel has towels, an office walls and chairs."""
OUTDOORS: Final = {Equipment.WALL: StandIn.TREE, Equipment.CHAIR: StandIn.STEP}
"""What stands in there and not elsewhere."""
NOT_EVERYWHERE: Final = frozenset({Equipment.FROZEN_BOTTLE})
"""Things whose stand-ins not everybody has."""


class StandInOffered(AskedOnceMore, name="stand-in-offered"):
    """Whether to take what stands in for a missing thing.

    Attributes:
        item: the thing.
        instead: what stands in for it.
    """

    over_with_a_routine = True

    item: Equipment
    instead: StandIn

    def still_open(self, talk: Talk) -> bool:
        """Until something is taken."""
        return super().still_open(talk) and self.item not in talk.profile.stand_ins

    def yes(self, talk: Talk) -> Outcome:
        """Take it."""
        return use_instead(talk, self.instead, self.item)

    def no(self, talk: Talk) -> Outcome:
        """Leave out what needs the thing."""
        return _leave_out(talk, self.item, talk.line("answers.as_you_like"))

    def ready(self, talk: Talk) -> Outcome:
        """Take it."""
        return self.yes(talk)

    def you_choose(self, talk: Talk) -> Outcome:
        """Take it."""
        return self.yes(talk)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The name of what stands in."""
        return {"instead": stand_in_name(talk, self.item, self.instead)}


def lack(talk: Talk, heard: Slot | None, item: Equipment | None) -> Outcome:
    """Do without a thing today, or for good where it was missing on an earlier day; offer what stands in.

    Args:
        talk: the turn.
        heard: the thing as it was said; None where none was: then nothing is at hand.
        item: the thing; None where it is none that an exercise needs.
    """
    if item is None:
        return _unknown(talk) if heard else lack_at(talk, Whereabouts.NOTHING)
    miss_today(talk, (item,), {})
    instead = stand_ins()[item][0]
    offer = f"{_done_without(talk, item)} {talk.line(f'stand_ins.{item}.{instead}.offer')}"
    walkthrough = talk.resumable
    if walkthrough and not _needs_now(walkthrough, item):
        return _leave_out(talk, item, f"{offer} {talk.line('equipment_talk.tell_me')}")
    return talk.ask(StandInOffered(item, instead), f"{offer} {talk.line('equipment_talk.shall_we')}")


def lack_at(talk: Talk, whereabouts: Whereabouts) -> Outcome:
    """Do today without what is not to be had at a place, with what nearly everybody has instead."""
    items = [item for item in Equipment if item in LACKING[whereabouts]]
    own = OUTDOORS if whereabouts is Whereabouts.OUTDOORS else {}
    instead = {item: own.get(item, stand_ins()[item][0]) for item in items if item not in NOT_EVERYWHERE}
    miss_today(talk, items, instead)
    names = dict.fromkeys(stand_in_name(talk, item, one) for item, one in instead.items())
    left_out = [one.id for one in talk.exercises.values() if one.equipment & (set(items) - instead.keys())]
    text = talk.line(
        "equipment_talk.at_place",
        instead=talk.phrasebook.join(list(names)),
        exercises=exercise_names(talk, left_out),
    )
    for item in items:
        if item not in instead and talk.resumable:
            return _leave_out(talk, item, text)
    return talk.say(text)


def have(talk: Talk, heard: Slot | None, item: Equipment | None) -> Outcome:
    """Take up again what needs this, in the routine under way too; the arguments are those of `lack`."""
    if item is None:
        return _unknown(talk) if heard else talk.ask_or_go_on(Choice(which_things(talk)))
    have_again(talk, item)
    text = talk.line("equipment_talk.back_in", equipment=talk.line(f"equipment.{item}"))
    walkthrough = talk.resumable
    more = _left_without(talk, walkthrough, item) if walkthrough else []
    if walkthrough and more:
        steps = plan_of(talk, walkthrough.plan.routine.name, more).routine.steps
        talk.walkthrough = with_steps_behind(walkthrough, steps)
        names = exercise_names(talk, (one.id for one in more))
        text = f"{text} {talk.line('equipment_talk.comes_too', count=len(more), exercises=names)}"
    return talk.say(text)


def start_without(talk: Talk, name: RoutineName | None, item: Equipment) -> Outcome:
    """Start a routine, and do without a thing today."""
    miss_today(talk, (item,), {})
    return start_routine(talk, name, _done_without(talk, item))


def use_instead(talk: Talk, instead: StandIn, item: Equipment | None = None) -> Outcome:
    """Use something today in the place of what it can stand in for.

    Args:
        talk: the turn.
        instead: what is used.
        item: the thing it stands in for; None where none was named: the missing one, else the first it can.
    """
    meant = stands_in_for(talk, instead, item)
    miss_today(talk, (meant,), {meant: instead})
    text = talk.line(f"stand_ins.{meant}.{instead}.instead")
    walkthrough = talk.resumable
    if walkthrough and isinstance(talk.asked, StandInOffered):
        return resume(talk, walkthrough, text)
    return talk.say(text)


def stands_in_for(talk: Talk, instead: StandIn, item: Equipment | None) -> Equipment:
    """The thing that something stands in for: the one named, else a missing one, else the likeliest."""
    able = sorted(
        (one for one in Equipment if instead in stand_ins()[one]),
        key=lambda one: (one not in talk.profile.missing, stand_ins()[one].index(instead)),
    )
    return item if item in able else able[0]


def skip_or_leave_out(talk: Talk, exercise: Slot | None) -> Outcome:
    """Skip in the routine under way; before one, leave the exercise out for today."""
    ids = [id_ for id_ in (exercise.ids if exercise else ()) if id_ in talk.exercises]
    if talk.resumable or not ids:
        return skip(talk, exercise)
    leave_out_today(talk, ids)
    names = exercise_names(talk, ids)
    return talk.say(talk.line("equipment_talk.exercise_left_out", exercise=names))


def _left_without(talk: Talk, walkthrough: Walkthrough, item: Equipment) -> list[Exercise]:
    """What was left out of a whole post-run routine because the thing was missing, and can be done now."""
    name, here = walkthrough.plan.routine.name, {step.exercise.id for step in walkthrough.plan.routine.steps}
    if name is not RoutineName.POST_RUN or walkthrough.goes_back_to:
        return []
    whole = selection.exercises_in_routine(doable_now(talk), name)
    missing = [exercise for exercise in whole if exercise.id not in here]
    return missing if all(item in exercise.equipment for exercise in missing) else []


def _done_without(talk: Talk, item: Equipment) -> str:
    """That a thing is done without: for good where it was missing on an earlier day, else today."""
    line = "for_good" if is_for_good(talk, item) else "today"
    return talk.line(f"equipment_talk.without_{line}", equipment=talk.line(f"equipment.{item}"))


def _needs_now(walkthrough: Walkthrough, item: Equipment) -> bool:
    return item in walkthrough.plan.routine.steps[walkthrough.place.step].exercise.equipment


def _leave_out(talk: Talk, item: Equipment, text: str) -> Outcome:
    """Leave out what needs the thing, in the routine under way too, where another one may take its place."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(text)
    changed = _without(talk, walkthrough, item)
    if changed is None:
        talk.walkthrough = walkthrough.finish(talk.turn.at)
        return talk.say(f"{text} {talk.line('equipment_talk.nothing_left')}")
    talk.walkthrough = changed
    return resume(talk, changed, text) if isinstance(talk.asked, StandInOffered) else talk.say(text)


def _without(talk: Talk, walkthrough: Walkthrough, item: Equipment) -> Walkthrough | None:
    """The walkthrough without the steps still ahead that need the item; None when none is left."""
    place, routine = walkthrough.place, walkthrough.plan.routine
    behind = routine.steps[: place.step]
    ahead = [step for step in routine.steps[place.step :] if item not in step.exercise.equipment]
    if len(ahead) == len(routine.steps) - place.step:
        return walkthrough
    if routine.name is RoutineName.PRE_RUN:
        used = {step.exercise.id for step in (*behind, *ahead)}
        others = selection.exercises_in_routine(doable_now(talk), routine.name)
        spare = [exercise for exercise in others if exercise.id not in used]
        wanted = len(routine.steps) - len(behind) - len(ahead)
        ahead += [
            replace(
                routine.steps[-1], exercise=exercise, form=talk.profile.forms.get(exercise.id, Form.STANDARD)
            )
            for exercise in spare[:wanted]
        ]
    if not ahead:
        return None
    kept = bool(ahead and ahead[0] == routine.steps[place.step])
    plan = replace(walkthrough.plan, routine=replace(routine, steps=(*behind, *ahead)))
    return replace(walkthrough, plan=plan, place=place if kept else replace(place, bout=0, count=0))


def _unknown(talk: Talk) -> Outcome:
    return talk.say(talk.line("equipment_talk.not_needed", equipment=_things(talk)))


def which_things(talk: Talk) -> str:
    """The choice of all things that an exercise needs."""
    return talk.line("equipment_talk.unknown", equipment=_things(talk))


def _things(talk: Talk) -> str:
    return talk.phrasebook.join([talk.line(f"equipment.{item}") for item in Equipment], choice=True)
