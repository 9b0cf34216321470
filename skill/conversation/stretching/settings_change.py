"""A change of how the runner is coached, and how it is taken back."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest

from skill.coach.bout_moves import with_sides
from skill.coach.cue_sheet import Place
from skill.coach.preferences import WORDED, Preferences
from skill.coach.routine import Step
from skill.coach.sides import Sides
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Equipment, Form
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.memory.today import Today
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.moving_on import finish
from skill.conversation.turn.change import Change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.speech.numbers import duration_in_words
from skill.value import Value, replace

TOLD = ("hold_seconds", *WORDED, "sets", "repetitions")
"""The preferences a runner can set, in the order they are told."""


class UnderWay(Value):
    """A routine as it was when settings were changed in it.

    Attributes:
        begun_at: when it was begun, which tells it from every other.
        preferences: those it was done by.
        steps: the exercise and the form of each of its steps.
        sides: the sides of each of its steps; empty for the usual ones.
    """

    begun_at: datetime
    preferences: Preferences
    steps: tuple[tuple[str, Form], ...]
    sides: tuple[Sides, ...] = ()

    @classmethod
    def of(cls, walkthrough: Walkthrough) -> "UnderWay":
        """The routine of a walkthrough as it is."""
        plan = walkthrough.plan
        steps = tuple((step.exercise.id, step.form) for step in plan.routine.steps)
        sides = tuple(step.sides for step in plan.routine.steps)
        return cls(walkthrough.begun_at, plan.preferences, steps, sides)

    def restore(self, talk: Talk, walkthrough: Walkthrough) -> Walkthrough:
        """The walkthrough with the routine as it was, at the exercise where it is now."""
        steps = tuple(
            Step(talk.exercises[id_], form, sides or Sides.BOTH)
            for (id_, form), sides in zip_longest(self.steps, self.sides)
            if id_ in talk.exercises
        )
        plan, place = walkthrough.plan, walkthrough.place
        here = plan.routine.steps[place.step]
        if here.exercise not in [step.exercise for step in steps]:
            return walkthrough
        step = [step.exercise for step in steps].index(here.exercise)
        routine = replace(plan.routine, steps=steps)
        place = Place(step, place.bout, place.count) if steps[step] == here else Place(step)
        found = routine.next_place(place, self.preferences)
        if found is None:
            return walkthrough
        plan = replace(plan, routine=routine, preferences=self.preferences)
        return replace(walkthrough, plan=plan, place=found)


class SettingsChanged(Change, name="settings-changed"):
    """Preferences, forms or equipment were changed.

    Attributes:
        preferences: those before.
        forms: those before.
        missing: the equipment that was missing before.
        under_way: the routine that was under way; None where none was.
        for_the_day: what held for the day.
    """

    preferences: Preferences
    forms: Mapping[str, Form]
    missing: frozenset[Equipment]
    under_way: UnderWay | None = None
    for_the_day: Today | None = None

    def stands(self, talk: Talk) -> bool:
        """Whether anything is otherwise now."""
        return _settings(self._profile_before(talk)) != _settings(talk.profile)

    def values(self, talk: Talk) -> dict[str, str | int]:
        """How it was, a sentence for each setting that is otherwise now."""
        return {"before": " ".join(self._sentences(talk))}

    def take_back(self, talk: Talk) -> Outcome:
        """Coach as before, in the routine under way too."""
        text = self.done(talk)
        before = self._profile_before(talk)
        if not _take_over(talk, before) and talk.resumable:
            return finish(talk, talk.resumable, text)
        if talk.resumable and self.under_way and self.under_way.begun_at == talk.resumable.begun_at:
            talk.walkthrough = self.under_way.restore(talk, talk.resumable)
        return talk.say(text)

    def _sentences(self, talk: Talk) -> Iterator[str]:
        now, before = talk.profile, self._profile_before(talk)
        for name in TOLD:
            if getattr(self.preferences, name) != getattr(now.preferences, name):
                yield preference_in_words(talk, self.preferences, name)
        for exercise in {*self.forms, *now.forms}:
            form = self.forms.get(exercise, Form.STANDARD)
            if form != now.forms.get(exercise, Form.STANDARD):
                yield talk.line(f"adjusting.form_setting.{form}", exercise=exercise_name(talk, exercise))
        for item in sorted(before.lacking ^ now.lacking):
            line = "equipment_talk.without" if item in before.lacking else "equipment_talk.with"
            yield talk.line(line, equipment=talk.line(f"equipment.{item}"))
        yield from self._left_out_in_words(talk)

    def _left_out_in_words(self, talk: Talk) -> Iterator[str]:
        before = self._profile_before(talk).left_out
        for exercise in sorted(before ^ talk.profile.left_out):
            which = "out" if exercise in before else "in"
            yield talk.line(f"equipment_talk.exercise.{which}", exercise=exercise_name(talk, exercise))

    def _profile_before(self, talk: Talk) -> Profile:
        """The profile as it would be without the change; what held for an earlier day holds no more."""
        before = replace(
            talk.profile,
            preferences=self.preferences,
            forms=dict(self.forms),
            missing=self.missing,
            for_the_day=self.for_the_day,
        )
        return before.on_day(talk.profile.for_the_day.day) if talk.profile.for_the_day else before


def _settings(profile: Profile) -> tuple[object, ...]:
    """What a runner has set of it."""
    return (
        profile.preferences,
        dict(profile.forms),
        profile.missing,
        dict(profile.stand_ins),
        profile.left_out,
    )


def change_settings(talk: Talk, after: Profile) -> bool:
    """Take over other settings, in the routine under way too, and note how they were.

    Args:
        talk: the turn.
        after: its profile with other preferences, forms or missing equipment.

    Returns:
        Whether anything is left to do in the routine under way; it is unchanged when nothing is.
    """
    talk.needs(PROFILE)
    now, walkthrough = talk.profile, talk.resumable
    under_way = UnderWay.of(walkthrough) if walkthrough and not walkthrough.goes_back_to else None
    change = SettingsChanged(now.preferences, now.forms, now.missing, under_way, now.for_the_day)
    left = _take_over(talk, after)
    if change.stands(talk):
        talk.changed(change)
    return left


def _take_over(talk: Talk, after: Profile) -> bool:
    changed = {
        name: getattr(after.preferences, name)
        for name in Preferences.__struct_fields__
        if getattr(after.preferences, name) != getattr(talk.profile.preferences, name)
    }
    talk.profile = after
    walkthrough = talk.resumable
    if walkthrough and changed:
        plan = replace(walkthrough.plan, preferences=replace(walkthrough.plan.preferences, **changed))
        replanned = walkthrough.replan(plan)
        if replanned is None:
            return False
        talk.walkthrough = replanned
        if "sides" in changed:
            sided = with_sides(replanned, after.preferences.sides)
            talk.walkthrough = sided or replanned
            return sided is not None
    return True


def preference_in_words(talk: Talk, preferences: Preferences, name: str) -> str:
    """The sentence that tells one preference."""
    value = getattr(preferences, name)
    if isinstance(value, StrEnum):
        return talk.line(f"adjusting.{name}.{value}")
    if not value:
        return talk.line(f"adjusting.usual.{name}")
    if name == "hold_seconds":
        return talk.line("adjusting.hold_setting", time=duration_in_words(talk.phrasebook, value))
    return talk.line(f"adjusting.{name}", count=value)
