"""How the runner likes to be coached: holds, counts, pace, rounds, forms."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from skill.coach.cue_sheet import Place
from skill.coach.preferences import (
    HOLD_STEP,
    LONGEST_HOLD,
    SHORTEST_HOLD,
    CountDirection,
    CountStyle,
    Flow,
    Pace,
    Preferences,
)
from skill.coach.routine import Step
from skill.content.exercise import DoseKind, Form
from skill.conversation.reply import Reply
from skill.conversation.stretching.describing import exercise_name
from skill.conversation.stretching.performing import carry_on, finish, perform
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot
from skill.speech.numbers import duration_in_words

MOST_SETS = 3
MOST_REPETITIONS = 10


def set_hold(talk: Talk, seconds: int | None) -> Reply:
    """Make holds this long, from `SHORTEST_HOLD` to `LONGEST_HOLD` seconds."""
    if seconds is None or not SHORTEST_HOLD <= seconds <= LONGEST_HOLD:
        return carry_on(talk, talk.say("adjusting.hold_range", least=SHORTEST_HOLD, most=LONGEST_HOLD))
    return _adjust(talk, replace(talk.profile.preferences, hold_seconds=seconds), _hold_words(talk, seconds))


def change_hold(talk: Talk, change: Slot | None) -> Reply:
    """Make holds longer or shorter by `HOLD_STEP` seconds."""
    if change is None or not change.ids:
        return carry_on(talk, talk.say("adjusting.hold_range", least=SHORTEST_HOLD, most=LONGEST_HOLD))
    longer = change.ids[0] == "longer"
    wanted = _current_hold(talk) + (HOLD_STEP if longer else -HOLD_STEP)
    if not SHORTEST_HOLD <= wanted <= LONGEST_HOLD:
        limit = LONGEST_HOLD if longer else SHORTEST_HOLD
        return carry_on(talk, talk.say("adjusting.longest" if longer else "adjusting.shortest", count=limit))
    return _adjust(talk, replace(talk.profile.preferences, hold_seconds=wanted), _hold_words(talk, wanted))


def set_count_style(talk: Talk, style: Slot | None) -> Reply:
    """Choose which seconds are counted aloud."""
    return _choose(talk, "count_style", CountStyle, style, which="adjusting.count_styles")


def set_count_direction(talk: Talk, direction: Slot | None) -> Reply:
    """Count up or down."""
    return _choose(talk, "count_direction", CountDirection, direction, which="adjusting.count_directions")


def set_pace(talk: Talk, pace: Slot | None) -> Reply:
    """Leave more or less time between things."""
    return _choose(talk, "pace", Pace, pace, which="adjusting.paces")


def set_flow(talk: Talk, flow: Slot | None) -> Reply:
    """Go on by itself after each exercise, or wait for the runner."""
    return _choose(talk, "flow", Flow, flow, which="adjusting.flows")


def set_repetitions(talk: Talk, number: int | None) -> Reply:
    """Up to three means rounds of each exercise, more means repetitions."""
    if number is None or not 1 <= number <= MOST_REPETITIONS:
        return carry_on(talk, talk.say("adjusting.repetition_range", sets=MOST_SETS, most=MOST_REPETITIONS))
    if number <= MOST_SETS:
        text = talk.say("adjusting.sets", count=number)
        return _adjust(talk, replace(talk.profile.preferences, sets=number), text)
    text = talk.say("adjusting.repetitions", count=number)
    return _adjust(talk, replace(talk.profile.preferences, repetitions=number), text)


def change_form(talk: Talk, form: Slot | None) -> Reply:
    """Make the exercise under way easier or harder, and remember it."""
    walkthrough = talk.under_way
    if walkthrough is None:
        return carry_on(talk, talk.say("adjusting.form_of_what"))
    step = walkthrough.plan.routine.steps[walkthrough.place.step]
    name = exercise_name(talk, step.exercise.id)
    if form is None or not form.ids:
        return carry_on(talk, talk.say("adjusting.forms"))
    chosen = Form(form.ids[0])
    if chosen not in step.exercise.forms:
        text = talk.say(f"adjusting.no_form.{chosen}", exercise=name)
        if chosen is Form.STRONGER:
            text = f"{text} {talk.say(f'adjusting.instead_of_stronger.{step.exercise.dose.kind}')}"
        return carry_on(talk, text)
    if chosen is step.form:
        return carry_on(talk, talk.say(f"adjusting.same_form.{chosen}", exercise=name))
    talk.profile = replace(talk.profile, forms={**talk.profile.forms, step.exercise.id: chosen})
    steps = list(walkthrough.plan.routine.steps)
    steps[walkthrough.place.step] = Step(step.exercise, chosen)
    plan = replace(
        walkthrough.plan,
        routine=replace(walkthrough.plan.routine, steps=tuple(steps)),
        brief_for=walkthrough.plan.brief_for - {step.exercise.id},
    )
    place = Place(walkthrough.place.step)
    return perform(talk, replace(walkthrough, plan=plan), place, talk.say(f"adjusting.form.{chosen}"))


def hear_settings(talk: Talk) -> Reply:
    """Say how the runner is being coached."""
    preferences = talk.profile.preferences
    parts = [
        talk.say("adjusting.hold_setting", time=duration_in_words(talk.words, preferences.hold_seconds))
        if preferences.hold_seconds
        else talk.say("adjusting.usual_holds"),
        talk.say(f"adjusting.count_style.{preferences.count_style}"),
        talk.say(f"adjusting.count_direction.{preferences.count_direction}"),
        talk.say(f"adjusting.pace.{preferences.pace}"),
        talk.say(f"adjusting.flow.{preferences.flow}"),
    ]
    if preferences.sets:
        parts.append(talk.say("adjusting.sets", count=preferences.sets))
    if preferences.repetitions:
        parts.append(talk.say("adjusting.repetitions", count=preferences.repetitions))
    if talk.profile.missing:
        things = [talk.say(f"equipment.{name}") for name in sorted(talk.profile.missing)]
        parts.append(talk.say("equipment_talk.without", equipment=talk.words.join(things, choice=True)))
    return carry_on(talk, " ".join(parts))


def reset_settings(talk: Talk) -> Reply:
    """Coach as at the very first time; what was learnt of the feet and the exercises stays."""
    talk.profile = replace(talk.profile, forms={})
    return _adjust(talk, Preferences(), talk.say("adjusting.reset"))


def _choose(talk: Talk, name: str, kind: type[StrEnum], chosen: Slot | None, *, which: str) -> Reply:
    """Set the preference of that name to the word that was chosen; where none was, say `which` there are."""
    if chosen is None or not chosen.ids:
        return carry_on(talk, talk.say(which))
    word = kind(chosen.ids[0])
    changes: dict[str, Any] = {name: word}
    preferences = replace(talk.profile.preferences, **changes)
    return _adjust(talk, preferences, talk.say(f"adjusting.{name}.{word}"))


def _adjust(talk: Talk, preferences: Preferences, text: str) -> Reply:
    """Take the preferences over, into the walkthrough under way too, and carry on."""
    changed = {
        name: getattr(preferences, name)
        for name in Preferences.__dataclass_fields__
        if getattr(preferences, name) != getattr(talk.profile.preferences, name)
    }
    talk.profile = replace(talk.profile, preferences=preferences)
    walkthrough = talk.under_way
    if walkthrough and changed:
        plan = replace(walkthrough.plan, preferences=replace(walkthrough.plan.preferences, **changed))
        replanned = walkthrough.replan(plan)
        if replanned is None:
            return finish(talk, walkthrough, text)
        talk.walkthrough = replanned
    return carry_on(talk, text)


def _current_hold(talk: Talk) -> int:
    """The length of the holds as they are now: of the walkthrough's if it has any."""
    walkthrough = talk.under_way
    preferences = walkthrough.plan.preferences if walkthrough else talk.profile.preferences
    if preferences.hold_seconds:
        return preferences.hold_seconds
    return next(
        exercise.dose.amount.usual
        for exercise in talk.exercises.values()
        if exercise.dose.kind is DoseKind.HOLD
    )


def _hold_words(talk: Talk, seconds: int) -> str:
    return talk.say("adjusting.hold", time=duration_in_words(talk.words, seconds))
