"""How the runner likes to be coached: holds, counts, pace, rounds, forms."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from skill.coach.cue_sheet import Place
from skill.coach.preferences import HOLD_STEP, LONGEST_HOLD, SHORTEST_HOLD, WORDED, Preferences
from skill.coach.telling import Telling
from skill.content.exercise import DoseKind, Form
from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.stretching.exercise_names import exercise_name
from skill.conversation.stretching.moving_on import finish
from skill.conversation.stretching.pain import InPain
from skill.conversation.stretching.performing import perform, resume
from skill.conversation.stretching.settings_change import TOLD, change_settings, preference_in_words
from skill.conversation.stretching.stretch_cards import settings_card
from skill.conversation.turn.invitations import Choice
from skill.conversation.turn.question import InRoutine, OpenQuestion, SettingOffered, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.days import Day
from skill.shoes.distance import SpokenDistance
from skill.speech.numbers import duration_in_words
from skill.value import replace

MOST_SETS = 3
MOST_REPETITIONS = 10
ALWAYS_TOLD = ("hold_seconds", *WORDED)
"""The preferences that are told even when they are the usual ones."""


class HoldChange(StrEnum):
    """Which way holds are to change; the values are the ids of the `HoldChange` slot."""

    LONGER = "longer"
    SHORTER = "shorter"
    DOUBLE = "double"
    HALF = "half"


class HowLongHolds(InRoutine, OpenQuestion, name="how-long-holds"):
    """How long holds are to be."""

    waits = False  # the range was said; who says something else has heard it
    wanted = Wanted.DURATION

    def duration(self, talk: Talk, seconds: int) -> Outcome:
        """Set it."""
        return set_hold(talk, seconds)

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is seconds."""
        number = distance.whole_number()
        return None if number is None or day else set_hold(talk, number)

    def again(self, talk: Talk) -> str:
        """The range."""
        return talk.line("adjusting.hold_range", least=SHORTEST_HOLD, most=LONGEST_HOLD)


class HowManyRepetitions(InRoutine, OpenQuestion, name="how-many-repetitions"):
    """How many rounds or repetitions there are to be."""

    waits = False  # as HowLongHolds
    wanted = Wanted.DISTANCE

    def distance(self, talk: Talk, distance: SpokenDistance, day: Day | None) -> Outcome | None:
        """A number alone is theirs."""
        number = distance.whole_number()
        return None if number is None or day else set_repetitions(talk, number)

    def again(self, talk: Talk) -> str:
        """The range."""
        return talk.line("adjusting.repetition_range", sets=MOST_SETS, most=MOST_REPETITIONS)


class ThatManyTimes(SettingOffered, name="that-many-times"):
    """Whether exercises are to be done so often: "twice" behind a run may be about that.

    Attributes:
        number: how often.
    """

    number: int

    def yes(self, talk: Talk) -> Outcome:
        """Set it."""
        return _set_repetitions(talk, self.number)

    def no(self, talk: Talk) -> Outcome:
        """Leave it."""
        return talk.say(talk.line("answers.nothing_changed"))

    def values(self, talk: Talk) -> Mapping[str, str | int]:  # noqa: ARG002 - a number is said as it is
        """How often."""
        return {"count": self.number}


def set_hold(talk: Talk, seconds: int | None) -> Outcome:
    """Make holds this long, from `SHORTEST_HOLD` to `LONGEST_HOLD` seconds."""
    if seconds is None or not SHORTEST_HOLD <= seconds <= LONGEST_HOLD:
        return talk.ask_or_go_on(HowLongHolds())
    return _set_hold(talk, seconds)


def change_hold(talk: Talk, change: HoldChange | None, seconds: int | None = None) -> Outcome:
    """Make holds longer or shorter, as far as `SHORTEST_HOLD` and `LONGEST_HOLD` let them.

    Args:
        talk: the turn.
        change: which way; None where it is not known, which is asked for.
        seconds: by how much; None for `HOLD_STEP`. Doubled and halved holds need none.
    """
    by = HOLD_STEP if seconds is None else seconds
    if change is None or by < 1:
        return talk.ask_or_go_on(HowLongHolds())
    current = hold_now(talk)
    possible = hold_changed(current, change, by)
    if possible == current:
        longest = possible == LONGEST_HOLD
        return talk.say(talk.line("adjusting.longest" if longest else "adjusting.shortest", count=possible))
    return _set_hold(talk, possible)


def hold_changed(current: int, change: HoldChange, by: int = HOLD_STEP) -> int:
    """A hold as it is changed, in seconds, as far as the limits let it."""
    wanted = {
        HoldChange.LONGER: current + by,
        HoldChange.SHORTER: current - by,
        HoldChange.DOUBLE: current * 2,
        HoldChange.HALF: current // 2,
    }[change]
    return min(max(wanted, SHORTEST_HOLD), LONGEST_HOLD)


def set_word(talk: Talk, name: str, word: StrEnum | None) -> Outcome:
    """Set the preference of that name to one of its words; without a word, say which there are.

    Args:
        talk: the turn.
        name: one of `WORDED`.
        word: of its type.
    """
    if word is None:
        return talk.ask_or_go_on(Choice(talk.line(f"adjusting.which.{name}")))
    changes: dict[str, Any] = {name: word}
    preferences = replace(talk.profile.preferences, **changes)
    return adjust(talk, preferences, talk.line(f"adjusting.{name}.{word}"))


def set_repetitions(talk: Talk, number: int | None) -> Outcome:
    """Up to three means rounds of each exercise, more means repetitions."""
    if number is None or not 1 <= number <= MOST_REPETITIONS:
        return talk.ask_or_go_on(HowManyRepetitions())
    about_shoes = talk.run_told or (talk.asked and talk.asked.needs_notebook)
    if about_shoes and talk.resumable is None:
        return talk.ask(ThatManyTimes(number))
    return _set_repetitions(talk, number)


def _set_repetitions(talk: Talk, number: int) -> Outcome:
    name = "sets" if number <= MOST_SETS else "repetitions"
    changes: dict[str, Any] = {name: number}
    preferences = replace(talk.profile.preferences, **changes)
    return adjust(talk, preferences, talk.line(f"adjusting.{name}", count=number))


def change_form(talk: Talk, chosen: Form | None) -> Outcome:
    """Make the exercise under way easier or harder, and remember it."""
    walkthrough = talk.resumable
    if walkthrough is None:
        return talk.say(talk.line("adjusting.form_of_what"))
    step = walkthrough.plan.routine.steps[walkthrough.place.step]
    name = exercise_name(talk, step.exercise.id)
    if chosen is None:
        return talk.ask_or_go_on(Choice(talk.line("adjusting.forms")))
    if chosen not in step.exercise.forms:
        text = talk.line(f"adjusting.no_form.{chosen}", exercise=name)
        if chosen is Form.STRONGER:
            text = f"{talk.line(f'adjusting.instead_of_stronger.{step.exercise.dose.kind}')} {text}"
        return talk.say(text)
    if chosen is step.form:
        return talk.say(talk.line(f"adjusting.same_form.{chosen}", exercise=name))
    change_settings(talk, replace(talk.profile, forms={**talk.profile.forms, step.exercise.id: chosen}))
    steps = list(walkthrough.plan.routine.steps)
    steps[walkthrough.place.step] = replace(step, form=chosen)
    plan = replace(
        walkthrough.plan,
        routine=replace(walkthrough.plan.routine, steps=tuple(steps)),
    ).with_telling(step.exercise.id, Telling.FULL)
    place = Place(walkthrough.place.step)
    return perform(talk, replace(walkthrough, plan=plan), place, talk.line(f"adjusting.form.{chosen}"))


def hear_settings(talk: Talk) -> Outcome:
    """Say how the runner is being coached."""
    talk.needs(PROFILE)
    preferences = talk.profile.preferences
    parts = [
        preference_in_words(talk, preferences, name)
        for name in TOLD
        if name in ALWAYS_TOLD or getattr(preferences, name)
    ]
    if talk.profile.missing:
        things = [talk.line(f"equipment.{name}") for name in sorted(talk.profile.missing)]
        parts.append(talk.line("equipment_talk.without", equipment=talk.phrasebook.join(things, choice=True)))
    return talk.say(" ".join(parts), card=settings_card(talk, parts), whole=True)


def reset_settings(talk: Talk) -> Outcome:
    """Coach as at the very first time; what was learnt of the feet and the exercises stays."""
    return adjust(talk, Preferences(), talk.line("adjusting.reset"), forms={})


def _set_hold(talk: Talk, seconds: int) -> Outcome:
    """Make holds so long."""
    text = talk.line("adjusting.hold", time=duration_in_words(talk.phrasebook, seconds))
    return adjust(talk, replace(talk.profile.preferences, hold_seconds=seconds), text)


def adjust(
    talk: Talk, preferences: Preferences, text: str, *, forms: Mapping[str, Form] | None = None
) -> Outcome:
    """Take the preferences over, note the change, say so, and go on."""
    forms, held = talk.profile.forms if forms is None else forms, hold_now(talk)
    left = change_settings(talk, replace(talk.profile, preferences=preferences, forms=forms))
    if not left and talk.resumable:
        return finish(talk, talk.resumable, text)
    if talk.resumable and isinstance(talk.asked, InPain):
        eases = hold_now(talk) < held and not talk.asked.lasting
        return (
            resume(talk, talk.resumable, text)
            if eases
            else talk.ask(talk.asked, f"{text} {talk.asked.again(talk)}")
        )
    return talk.say(text)


def hold_now(talk: Talk) -> int:
    """The length of the holds as they are now: of the walkthrough's if it has any."""
    walkthrough = talk.resumable
    preferences = walkthrough.plan.preferences if walkthrough else talk.profile.preferences
    if preferences.hold_seconds:
        return preferences.hold_seconds
    return next(
        exercise.dose.amount.usual
        for exercise in talk.exercises.values()
        if exercise.dose.kind is DoseKind.HOLD
    )
