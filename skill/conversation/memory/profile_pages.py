"""The runner's profile and walkthrough as pages of the notebook, and back.

Every page carries `schema`. A field that an old page lacks takes its default; a value that today's
content no longer knows (an exercise taken out, a form renamed) is left out, so that old pages load. What is
wrong in any other way makes the page unreadable.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import Annotated, Any, Final, NotRequired, TypedDict, TypeVar, cast

from msgspec import Meta, convert, to_builtins

from skill.coach.cue_sheet import Place, Span
from skill.coach.exercise_pairs import Feeling, Score
from skill.coach.performance import Performance
from skill.coach.preferences import WORDED, Preferences
from skill.coach.routine import NO_MORE, Plan, Routine, Step
from skill.coach.sides import Sides
from skill.coach.telling import Telling
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Equipment, Exercise, Form, RoutineName
from skill.content.stand_ins import StandIn
from skill.conversation.memory.digest import digested
from skill.conversation.memory.held_seconds import HeldBody, held_body, held_of
from skill.conversation.memory.profile import PreRun, Profile
from skill.conversation.memory.reading import SCHEMA, Body, Count, Moment, reads
from skill.conversation.memory.today import Today
from skill.storage.repository import UnreadableError

PROFILE: Final = "profile"
CHANGES: Final = "changes"
WALKTHROUGH: Final = "walkthrough"
"""The names of the pages; each recognised voice has a walkthrough of its own behind this name."""
Word = TypeVar("Word", bound=StrEnum)
_Setting = Annotated[int, Meta(ge=1, le=600)]
"""Seconds or times: longer than anything that can be set."""


_EXPLAINED_OFTEN_ENOUGH: Final = 2
"""So often an exercise was explained in full, on a page that counted it, before it was explained briefly."""
_OLD_WALKTHROUGH: Final[Body] = {
    "performance": None,
    "sides": [],
    "tellings": {},
    "known": (),
    "settled": (),
    "stopped_for_safety": False,
}
"""What the page of a walkthrough may lack; `known` stood for what was to be explained briefly."""


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


class _PerformanceBody(TypedDict):
    began_at: Moment
    seconds: float
    spans: Annotated[list[tuple[float, int, int, int, float]], Meta(min_length=1)]
    resume_at: tuple[int, int, int] | None
    in_silence: NotRequired["_PerformanceBody | None"]


class _WalkthroughBody(TypedDict):
    routine: RoutineName
    steps: list[tuple[str, Form]]
    sides: list[Sides]
    preferences: dict[str, int | str]
    tellings: dict[str, str]
    settled: list[str]
    known: list[str]
    place: tuple[int, int, int]
    progress: Progress
    begun_at: Moment
    touched_at: Moment
    performance: _PerformanceBody | None
    intended: NotRequired[list[str]]
    held: NotRequired[HeldBody]
    told: NotRequired[bool]
    stopped_for_safety: bool
    goes_back_to: NotRequired[dict[str, Any]]
    more: NotRequired[list[tuple[int, int, int]]]


def profile_page(profile: Profile) -> dict[str, Any]:
    """The profile as JSON-able data."""
    return {
        "schema": SCHEMA,
        "preferences": _preferences_body(profile.preferences),
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
    forms = {exercise: _word(Form, form) for exercise, form in told.get("forms", {}).items()}
    return Profile(
        preferences=_preferences_of(told.get("preferences", {})),
        missing=frozenset(_equipment(told.get("missing", ()))),
        for_the_day=_today_of(told.get("today")),
        forms={exercise: form for exercise, form in forms.items() if form},
        tellings=_tellings_of(
            told.get("tellings", {}),
            (name for name, times in told.get("explained", {}).items() if times >= _EXPLAINED_OFTEN_ENOUGH),
        ),
        equipment_told=frozenset(_equipment(told.get("equipment_told", ()))),
        scores={
            frozenset(pair.split("+")): Score(*numbers) for pair, numbers in told.get("scores", {}).items()
        },
        last_pre_run=convert({**last, "rated": _word(Feeling, last.get("rated"))}, PreRun) if last else None,
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


def walkthrough_page(walkthrough: Walkthrough) -> dict[str, Any]:
    """The walkthrough as JSON-able data."""
    plan = walkthrough.plan
    return {
        "schema": SCHEMA,
        "routine": str(plan.routine.name),
        "steps": [[step.exercise.id, str(step.form)] for step in plan.routine.steps],
        "sides": [str(step.sides) for step in plan.routine.steps],
        "preferences": _preferences_body(plan.preferences),
        "tellings": dict(plan.tellings),
        "settled": sorted(walkthrough.settled),
        "place": _place_body(walkthrough.place),
        "progress": str(walkthrough.progress),
        "begun_at": walkthrough.begun_at.isoformat(),
        "touched_at": walkthrough.touched_at.isoformat(),
        **({"told": True} if walkthrough.told else {}),
        **({"goes_back_to": walkthrough_page(back)} if (back := walkthrough.goes_back_to) else {}),
        **({"more": more} if (more := _more_body(plan.routine)) else {}),
        "performance": walkthrough.performance and _performance_body(walkthrough.performance),
        "intended": list(walkthrough.intended),
        "held": held_body(walkthrough.held),
        "stopped_for_safety": walkthrough.stopped_for_safety,
    }


def walkthrough_of(body: Body, exercises: Mapping[str, Exercise]) -> Walkthrough | None:
    """The walkthrough that a page tells of; None for one that cannot be read, or that is out of date.

    Nothing is lost that another page or the log needs, so it may be replaced.
    """
    try:
        return read_walkthrough(body, exercises)
    except UnreadableError:
        return None


@reads
def read_walkthrough(body: Body, exercises: Mapping[str, Exercise]) -> Walkthrough | None:
    """The walkthrough that a page tells of; None for one whose places are no longer there.

    Raises:
        UnreadableError: it is not as this version writes it, or has an exercise that is no longer there.
    """
    told = convert({**_OLD_WALKTHROUGH, **body}, _WalkthroughBody)
    more = {step: (bout, by) for step, bout, by in told.get("more", [])}
    steps = tuple(
        Step(exercises[exercise], form, sides or Sides.BOTH, more.get(index, NO_MORE))
        for index, ((exercise, form), sides) in enumerate(zip_longest(told["steps"], told["sides"]))
    )
    walkthrough = Walkthrough(
        plan=Plan(
            Routine(told["routine"], steps),
            _preferences_of(told["preferences"]),
            _tellings_of(told["tellings"], told["known"]),
        ),
        place=Place(*told["place"]),
        progress=told["progress"],
        begun_at=told["begun_at"],
        touched_at=told["touched_at"],
        performance=_performance_of(told["performance"]),
        intended=tuple(told.get("intended", [exercise for exercise, _ in told["steps"]])),
        held=held_of(told.get("held", [])),
        told=told.get("told", False),
        stopped_for_safety=told["stopped_for_safety"],
        settled=frozenset(told["settled"]),
        goes_back_to=read_walkthrough(back, exercises) if (back := told.get("goes_back_to")) else None,
    )
    plan = walkthrough.plan
    known = all(plan.routine.has_place(place, plan.preferences) for place in _places(walkthrough))
    return walkthrough if known else None


def _more_body(routine: Routine) -> list[list[int]]:
    """The bouts that are longer than the others: step, bout, and by how many counts."""
    return [[index, *step.more] for index, step in enumerate(routine.steps) if step.more != NO_MORE]


def _places(walkthrough: Walkthrough) -> Iterator[Place]:
    yield walkthrough.place
    performance = walkthrough.performance
    while performance:
        yield from (span.place for span in performance.spans)
        if performance.resume_at:
            yield performance.resume_at
        performance = performance.in_silence


def _performance_body(performance: Performance) -> dict[str, Any]:
    later = performance.in_silence
    return {
        "began_at": performance.began_at.isoformat(),
        "seconds": round(performance.seconds, 3),
        "spans": [[round(span.at, 3), *_place_body(span.place), span.unit] for span in performance.spans],
        "resume_at": performance.resume_at and _place_body(performance.resume_at),
        **({"in_silence": _performance_body(later)} if later else {}),
    }


def _performance_of(told: _PerformanceBody | None) -> Performance | None:
    if told is None:
        return None
    return Performance(
        began_at=told["began_at"],
        seconds=told["seconds"],
        spans=tuple(Span(at, Place(*place), unit) for at, *place, unit in told["spans"]),
        resume_at=Place(*told["resume_at"]) if told["resume_at"] else None,
        in_silence=_performance_of(told.get("in_silence")),
    )


def _today_body(today: Today) -> dict[str, Any]:
    return {
        "day": today.day.isoformat(),
        "missing": sorted(today.missing),
        "stand_ins": dict(sorted(today.stand_ins.items())),
        "left_out": sorted(today.left_out),
        "missed_before": sorted(today.missed_before),
    }


def _today_of(told: _TodayBody | None) -> Today | None:
    if told is None:
        return None
    words = ((_word(Equipment, item), _word(StandIn, instead)) for item, instead in told["stand_ins"].items())
    return Today(
        told["day"],
        missing=frozenset(_equipment(told["missing"])),
        stand_ins={item: instead for item, instead in words if item and instead},
        left_out=frozenset(told["left_out"]),
        missed_before=frozenset(_equipment(told["missed_before"])),
    )


def _preferences_body(preferences: Preferences) -> dict[str, Any]:
    """Only what differs from the defaults, so that a default can change for those who never chose."""
    default = Preferences()
    return {
        field.name: value
        for field in fields(preferences)
        if (value := getattr(preferences, field.name)) != getattr(default, field.name)
    }


def _preferences_of(told: Mapping[str, int | str]) -> Preferences:
    known = {field.name for field in fields(Preferences)}
    values = {
        name: _word(WORDED[name], value) if name in WORDED else convert(value, _Setting)
        for name, value in told.items()
        if name in known
    }
    return Preferences(**cast("Any", {name: value for name, value in values.items() if value is not None}))


def _tellings_of(told: Mapping[str, str], briefly: Iterable[str]) -> Mapping[str, Telling]:
    """How much is told of each exercise; an old page knows only what is explained briefly."""
    steps = {exercise: _word(Telling, step) for exercise, step in told.items()}
    return {
        **dict.fromkeys(briefly, Telling.BRIEF),
        **{exercise: step for exercise, step in steps.items() if step},
    }


def _equipment(names: Iterable[str]) -> Iterator[Equipment]:
    return (word for name in names if (word := _word(Equipment, name)))


def _place_body(place: Place) -> list[int]:
    return [place.step, place.bout, place.count]


def _word(kind: type[Word], value: Any) -> Word | None:
    try:
        return kind(value)
    except ValueError:
        return None
