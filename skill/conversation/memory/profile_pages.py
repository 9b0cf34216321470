"""The runner's profile and walkthrough as pages of the notebook, and back.

Every page carries `schema`. A field that an old page lacks takes its default; a value that today's
content no longer knows (an exercise taken out, a form renamed) is left out, so that old pages load.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar, cast

from msgspec import convert, to_builtins

from skill.coach.cue_sheet import Place, Span
from skill.coach.exercise_pairs import Feeling, Score
from skill.coach.preferences import WORDED, Preferences
from skill.coach.routine import Plan, Routine, Step
from skill.coach.walkthrough import Performance, Progress, Walkthrough
from skill.content.exercise import Equipment, Exercise, Form, RoutineName
from skill.conversation.memory.digest import digested
from skill.conversation.memory.profile import PreRun, Profile

SCHEMA = 1
Body = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


def profile_page(profile: Profile) -> dict[str, Any]:
    """The profile as JSON-able data."""
    return {
        "schema": SCHEMA,
        "preferences": _preferences_body(profile.preferences),
        "missing": sorted(profile.missing),
        "forms": dict(profile.forms),
        "explained": dict(profile.explained),
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


def profile_of(body: Body, changes: Body = MappingProxyType({})) -> Profile:
    """The profile that its page and that of the changes tell of."""
    last = body.get("last_pre_run")
    forms = {exercise: _word(Form, form) for exercise, form in body.get("forms", {}).items()}
    return Profile(
        preferences=_preferences_of(body.get("preferences", {})),
        missing=frozenset(word for name in body.get("missing", ()) if (word := _word(Equipment, name))),
        forms={exercise: form for exercise, form in forms.items() if form},
        explained={exercise: int(times) for exercise, times in body.get("explained", {}).items()},
        scores={
            frozenset(pair.split("+")): Score(*(int(number) for number in numbers))
            for pair, numbers in body.get("scores", {}).items()
        },
        last_pre_run=convert({**last, "rated": _word(Feeling, last.get("rated"))}, PreRun) if last else None,
        sessions=int(body.get("sessions", 0)),
        plain_speech_devices=tuple(digested(device) for device in body.get("plain_speech_devices", ())),
        changes=tuple(changes.get("changes", ())),
    )


def walkthrough_page(walkthrough: Walkthrough) -> dict[str, Any]:
    """The walkthrough as JSON-able data."""
    plan = walkthrough.plan
    performance = walkthrough.performance
    return {
        "schema": SCHEMA,
        "routine": str(plan.routine.name),
        "steps": [[step.exercise.id, str(step.form)] for step in plan.routine.steps],
        "preferences": _preferences_body(plan.preferences),
        "known": sorted(plan.brief_for),
        "place": _place_body(walkthrough.place),
        "progress": str(walkthrough.progress),
        "begun_at": walkthrough.begun_at.isoformat(),
        "touched_at": walkthrough.touched_at.isoformat(),
        "performance": performance
        and {
            "began_at": performance.began_at.isoformat(),
            "seconds": round(performance.seconds, 3),
            "spans": [[round(span.at, 3), *_place_body(span.place), span.unit] for span in performance.spans],
            "resume_at": performance.resume_at and _place_body(performance.resume_at),
        },
    }


def walkthrough_of(body: Body, exercises: Mapping[str, Exercise]) -> Walkthrough | None:
    """The walkthrough that a page tells of; None when its exercises are no longer what they were."""
    try:
        steps = tuple(Step(exercises[exercise], Form(form)) for exercise, form in body["steps"])
        walkthrough = Walkthrough(
            plan=Plan(
                Routine(RoutineName(body["routine"]), steps),
                _preferences_of(body["preferences"]),
                frozenset(body["known"]),
            ),
            place=Place(*body["place"]),
            progress=Progress(body["progress"]),
            begun_at=_instant(body["begun_at"]),
            touched_at=_instant(body["touched_at"]),
            performance=_performance_of(body.get("performance")),
        )
        known = all(
            walkthrough.plan.routine.has_place(place, walkthrough.plan.preferences)
            for place in _places(walkthrough)
        )
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return None
    return walkthrough if known else None


def _places(walkthrough: Walkthrough) -> Iterator[Place]:
    yield walkthrough.place
    if walkthrough.performance:
        yield from (span.place for span in walkthrough.performance.spans)
        if walkthrough.performance.resume_at:
            yield walkthrough.performance.resume_at


def _performance_of(body: Body | None) -> Performance | None:
    if body is None:
        return None
    if not body["spans"]:
        raise ValueError("a performance is of something")
    return Performance(
        began_at=_instant(body["began_at"]),
        seconds=float(body["seconds"]),
        spans=tuple(
            Span(float(at), Place(int(step), int(bout), int(count)), float(unit))
            for at, step, bout, count, unit in body["spans"]
        ),
        resume_at=Place(*(int(number) for number in body["resume_at"])) if body["resume_at"] else None,
    )


def _preferences_body(preferences: Preferences) -> dict[str, Any]:
    """Only what differs from the defaults, so that a default can change for those who never chose."""
    default = Preferences()
    return {
        field.name: value
        for field in fields(preferences)
        if (value := getattr(preferences, field.name)) != getattr(default, field.name)
    }


def _preferences_of(body: Body) -> Preferences:
    known = {field.name for field in fields(Preferences)}
    values = {
        name: _word(WORDED[name], value) if name in WORDED else int(value)
        for name, value in body.items()
        if name in known
    }
    return Preferences(**cast("Any", {name: value for name, value in values.items() if value is not None}))


def _place_body(place: Place) -> list[int]:
    return [place.step, place.bout, place.count]


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _word(kind: type[Word], value: Any) -> Word | None:
    try:
        return kind(value)
    except ValueError:
        return None
