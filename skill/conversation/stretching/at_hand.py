"""What is at hand today, and the words of the exercises that are done with something else."""

from collections.abc import Iterable, Mapping
from typing import Final

from skill.content.exercise import Equipment
from skill.content.stand_ins import StandIn, stand_ins
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.today import Today
from skill.conversation.stretching.settings_change import change_settings
from skill.conversation.turn.talk import Talk
from skill.speech.phrasebook import Line, Phrasebook
from skill.value import replace

SLOTS: Final = ("position", "movement", "direction", "start")
"""The lines of an exercise that another movement has in its own way."""
NAMED_AT: Final = ("movement", "safety")
"""The lines ahead of which a thing that stands in is named: one of them is said, however little is told."""


def today_of(talk: Talk) -> Today:
    """What holds today; nothing yet where nothing was said."""
    day = talk.place_settings.read_local_time().date()
    return talk.profile.for_the_day.on(day) if talk.profile.for_the_day else Today(day)


def lapse(talk: Talk) -> None:
    """Take up the day: what held for an earlier one ends; exercises are told with what stands in."""
    if talk.profile.for_the_day is None:
        return
    talk.profile = talk.profile.on_day(talk.place_settings.read_local_time().date())
    talk.phrasebook = _with_stand_ins(talk, talk.phrasebook)


def miss_today(talk: Talk, items: Iterable[Equipment], instead: Mapping[Equipment, StandIn]) -> None:
    """Note what is missing, and what is used instead: for today; for good what was missing before today.

    Args:
        talk: the turn.
        items: what is missing.
        instead: what is used, for some of the items.
    """
    now, profile = today_of(talk), talk.profile
    missing = frozenset(items)
    for_good = now.missed_before | (profile.missing - now.missing)
    today = replace(
        now,
        missing=now.missing | (missing - for_good),
        stand_ins={item: one for item, one in now.stand_ins.items() if item not in missing} | dict(instead),
    )
    _change(talk, replace(profile, missing=profile.missing | missing, for_the_day=today))


def have_again(talk: Talk, item: Equipment) -> None:
    """Note that a thing is at hand."""
    profile = replace(talk.profile, missing=talk.profile.missing - {item})
    today = profile.for_the_day
    if today:
        today = replace(
            today,
            missing=today.missing - {item},
            stand_ins={other: one for other, one in today.stand_ins.items() if other is not item},
            missed_before=today.missed_before - {item},
        )
    _change(talk, replace(profile, for_the_day=today))


def leave_out_today(talk: Talk, exercises: Iterable[str]) -> None:
    """Note exercises that are left out today."""
    today = today_of(talk)
    _change(
        talk,
        replace(talk.profile, for_the_day=replace(today, left_out=today.left_out | frozenset(exercises))),
    )


def is_for_good(talk: Talk, item: Equipment) -> bool:
    """Whether a thing that is missing will be missing tomorrow too."""
    return item in talk.profile.missing and item not in today_of(talk).missing


def stand_in_name(talk: Talk, item: Equipment, instead: StandIn) -> str:
    """What stands in for a thing, by its name."""
    return talk.line(f"stand_ins.{item}.{instead}.name")


def stand_in_names(talk: Talk, item: Equipment) -> str:
    """All that does instead of a thing, as a choice."""
    return talk.phrasebook.join(
        [stand_in_name(talk, item, instead) for instead in stand_ins()[item]], choice=True
    )


def _change(talk: Talk, after: Profile) -> None:
    change_settings(talk, after)
    talk.phrasebook = _with_stand_ins(talk, Phrasebook.of(talk.turn.language, talk.random))


def _with_stand_ins(talk: Talk, phrasebook: Phrasebook) -> Phrasebook:
    """The phrasebook in which each exercise is told with what stands in for its equipment today."""
    for item, instead in talk.profile.stand_ins.items():
        for exercise in talk.exercises.values():
            if item in exercise.equipment:
                for form in ("", *(f".{form}" for form in exercise.forms)):
                    lines = _told_with(phrasebook, f"exercises.{exercise.id}{form}", item, instead)
                    phrasebook = phrasebook.with_lines(lines)
    return phrasebook


def _told_with(
    phrasebook: Phrasebook, exercise: str, item: Equipment, instead: StandIn
) -> Mapping[str, Line]:
    """The lines that say how an exercise is done, told with another thing, or as another movement."""
    lines: dict[str, Line] = {}
    for name in (*SLOTS, *NAMED_AT):
        own, key = f"stand_ins.{item}.{instead}.{name}", f"{exercise}.{name}"
        if key in phrasebook:
            said = phrasebook.raw(own if own in phrasebook else key)
            taken = phrasebook.raw(f"stand_ins.{item}.{instead}.instead")
            lines[key] = f"{taken} {said}" if name in NAMED_AT else said
    return lines
