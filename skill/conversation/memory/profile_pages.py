"""The runner's profile and walkthrough as pages of the notebook, and back.

Every page carries `schema`. A field that an old page lacks takes its default; a value that today's
content no longer knows (an exercise taken out, a form renamed) is left out, so that old pages load. What is
wrong in any other way makes the page unreadable.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypedDict, TypeVar

from msgspec import convert, to_builtins

from skill.coach.exercise_pairs import Feeling, Score
from skill.coach.telling import Telling
from skill.content.exercise import Equipment, Form
from skill.content.stand_ins import StandIn
from skill.conversation.memory.digest import digested
from skill.conversation.memory.preferences_body import known_word, preferences_body, preferences_of
from skill.conversation.memory.profile import PreRun, Profile
from skill.conversation.memory.reading import SCHEMA, Body, Count, Moment, reads
from skill.conversation.memory.today import Today

PROFILE: Final = "profile"
CHANGES: Final = "changes"
"""The names of the pages."""
Word = TypeVar("Word", bound=StrEnum)


_EXPLAINED_OFTEN_ENOUGH: Final = 2
"""So often an exercise was explained in full, on a page that counted it, before it was explained briefly."""


class _PreRunBody(TypedDict):
    pair: list[str]
    at: Moment


class _TodayBody(TypedDict):
    day: date
    missing: list[str]
    stand_ins: dict[str, str]
    left_out: list[str]
    missed_before: list[str]


class _ProfileBody(TypedDict, total=False):
    preferences: dict[str, int | str]
    missing: list[str]
    today: _TodayBody | None
    forms: dict[str, str]
    tellings: dict[str, str]
    explained: dict[str, Count]
    equipment_told: list[str]
    scores: dict[str, tuple[Count, Count, Count, Count]]
    last_pre_run: _PreRunBody | None
    sessions: Count
    plain_speech_devices: list[str]


class _ChangesBody(TypedDict):
    changes: list[dict[str, Any]]


def profile_page(profile: Profile) -> dict[str, Any]:
    """The profile as JSON-able data."""
    return {
        "schema": SCHEMA,
        "preferences": preferences_body(profile.preferences),
        "missing": sorted(profile.missing),
        **({"today": _today_body(profile.for_the_day)} if profile.for_the_day else {}),
        "forms": dict(profile.forms),
        "tellings": dict(profile.tellings),
        "equipment_told": sorted(profile.equipment_told),
        "scores": {
            "+".join(sorted(pair)): [score.done, score.better, score.same, score.worse]
            for pair, score in profile.scores.items()
        },
        "last_pre_run": to_builtins(profile.last_pre_run, order="sorted"),
        "sessions": profile.sessions,
        "plain_speech_devices": list(profile.plain_speech_devices),
    }


def changes_page(profile: Profile) -> dict[str, Any]:
    """What was changed last as JSON-able data; opening the skill writes the profile and not these."""
    return {"schema": SCHEMA, "changes": [dict(change) for change in profile.changes]}


@reads
def profile_of(body: Body) -> Profile:
    """The profile that its page tells of; its changes have a page of their own.

    Raises:
        UnreadableError: the page is not as this version writes it.
    """
    told = convert(body, _ProfileBody)
    last = body.get("last_pre_run")
    forms = {exercise: known_word(Form, form) for exercise, form in told.get("forms", {}).items()}
    return Profile(
        preferences=preferences_of(told.get("preferences", {})),
        missing=frozenset(_equipment(told.get("missing", ()))),
        for_the_day=_today_of(told.get("today")),
        forms={exercise: form for exercise, form in forms.items() if form},
        tellings=tellings_of(
            told.get("tellings", {}),
            (name for name, times in told.get("explained", {}).items() if times >= _EXPLAINED_OFTEN_ENOUGH),
        ),
        equipment_told=frozenset(_equipment(told.get("equipment_told", ()))),
        scores={
            frozenset(pair.split("+")): Score(*numbers) for pair, numbers in told.get("scores", {}).items()
        },
        last_pre_run=convert({**last, "rated": known_word(Feeling, last.get("rated"))}, PreRun)
        if last
        else None,
        sessions=told.get("sessions", 0),
        plain_speech_devices=tuple(digested(device) for device in told.get("plain_speech_devices", ())),
    )


@reads
def changes_of(body: Body) -> tuple[Mapping[str, Any], ...]:
    """What was changed last, the newest first.

    Raises:
        UnreadableError: the page is not as this version writes it.
    """
    return tuple(convert(body, _ChangesBody)["changes"])


def _today_body(today: Today) -> dict[str, Any]:
    return {
        "day": today.day.isoformat(),
        "missing": sorted(today.missing),
        "stand_ins": dict(sorted(today.stand_ins.items())),
        "left_out": sorted(today.left_out),
        "missed_before": sorted(today.missed_before),
    }


def _pre_run_of(told: Mapping[str, Any]) -> PreRun:
    return convert({**told, "rated": known_word(Feeling, told.get("rated"))}, PreRun)


def _today_of(told: _TodayBody | None) -> Today | None:
    if told is None:
        return None
    words = (
        (known_word(Equipment, item), known_word(StandIn, instead))
        for item, instead in told["stand_ins"].items()
    )
    return Today(
        told["day"],
        missing=frozenset(_equipment(told["missing"])),
        stand_ins={item: instead for item, instead in words if item and instead},
        left_out=frozenset(told["left_out"]),
        missed_before=frozenset(_equipment(told["missed_before"])),
    )


def tellings_of(told: Mapping[str, str], briefly: Iterable[str]) -> Mapping[str, Telling]:
    """How much is told of each exercise; an old page knows only what is explained briefly."""
    steps = {exercise: known_word(Telling, step) for exercise, step in told.items()}
    return {
        **dict.fromkeys(briefly, Telling.BRIEF),
        **{exercise: step for exercise, step in steps.items() if step},
    }


def _equipment(names: Iterable[str]) -> Iterator[Equipment]:
    return (word for name in names if (word := known_word(Equipment, name)))
