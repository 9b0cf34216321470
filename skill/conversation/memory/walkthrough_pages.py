"""The walkthrough as a page of the notebook, and back."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Annotated, Any, Final, NotRequired, TypedDict

from msgspec import Meta, convert

from skill.coach.cue_sheet import Place, Span
from skill.coach.performance import Performance
from skill.coach.routine import NO_MORE, Plan, Routine, Step
from skill.coach.sides import Sides
from skill.coach.walkthrough import Progress, Walkthrough
from skill.content.exercise import Exercise, Form, RoutineName
from skill.conversation.memory.held_seconds import HeldBody, held_body, held_of
from skill.conversation.memory.preferences_body import preferences_body, preferences_of
from skill.conversation.memory.profile_pages import tellings_of
from skill.conversation.memory.reading import SCHEMA, Body, Moment, reads
from skill.storage.repository import UnreadableError

WALKTHROUGH: Final = "walkthrough"
"""The name of the page; each recognised voice has a walkthrough of its own behind this name."""
_OLD_WALKTHROUGH: Final[Body] = {
    "performance": None,
    "sides": [],
    "tellings": {},
    "known": (),
    "settled": (),
    "stopped_for_safety": False,
}
"""What the page of a walkthrough may lack; `known` stood for what was to be explained briefly."""


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
    hurt_in: NotRequired[str]
    cleared: NotRequired[bool]
    more: NotRequired[list[tuple[int, int, int]]]


def walkthrough_page(walkthrough: Walkthrough) -> dict[str, Any]:
    """The walkthrough as JSON-able data."""
    plan = walkthrough.plan
    return {
        "schema": SCHEMA,
        "routine": str(plan.routine.name),
        "steps": [[step.exercise.id, str(step.form)] for step in plan.routine.steps],
        "sides": [str(step.sides) for step in plan.routine.steps],
        "preferences": preferences_body(plan.preferences),
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
        **({"hurt_in": walkthrough.hurt_in} if walkthrough.hurt_in else {}),
        **({"cleared": True} if walkthrough.cleared else {}),
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
            preferences_of(told["preferences"]),
            tellings_of(told["tellings"], told["known"]),
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
        hurt_in=told.get("hurt_in", ""),
        cleared=told.get("cleared", False),
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


def _place_body(place: Place) -> list[int]:
    return [place.step, place.bout, place.count]
