"""The sums of practices as a page of the notebook and the practices as entries of its log, and back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Final, NotRequired, TypedDict

from msgspec import Meta, convert

from skill.coach.stretch_log import NO_PRACTICES, Practice, StretchSums, Sum
from skill.content.exercise import RoutineName, Side
from skill.conversation.memory.held_seconds import HeldBody, held_body, held_of
from skill.conversation.memory.reading import SCHEMA, Body, Count, Moment, reads
from skill.storage.repository import LATEST_ENTRIES, Entry, Notebook, Unreadable, UnreadableError
from skill.value import Value

STRETCHES: Final = "stretches"
"""The name of the page."""
PRACTICE: Final = "practice"
"""What marks an entry of the log as a practice."""
_Month = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
_ROUTINES: Final[dict[Any, RoutineName]] = {str(name): name for name in RoutineName}


_SumBody = tuple[list[Count], list[Count], list[Count]]
"""Times by routine, times by exercise, seconds by part: in the order in which the page names these."""


class _StretchesBody(TypedDict):
    routines: list[str]
    exercises: list[str]
    parts: list[tuple[str, Side | None]]
    total: _SumBody
    months: dict[_Month, _SumBody]
    remarked: NotRequired[Moment | None]
    balanced: NotRequired[Moment | None]


class _PracticeBody(TypedDict):
    month: _Month
    routine: RoutineName
    voice: str
    held: HeldBody
    left_out: list[str]


class StretchesTold(Value):
    """What the page tells.

    Attributes:
        sums: of all practices.
        remarked: the beginning of the walkthrough at whose end something was said of the log; None for none.
        balanced: when it was said last that one side gets less; None where it never was.
    """

    sums: StretchSums = NO_PRACTICES
    remarked: datetime | None = None
    balanced: datetime | None = None


def stretches_page(told: StretchesTold) -> dict[str, Any]:
    """The sums as JSON-able data: what they are of is named once, and not in each month again."""
    total, months = told.sums.total, told.sums.months
    return {
        "schema": SCHEMA,
        "routines": [str(routine) for routine in total.times],
        "exercises": list(total.done),
        "parts": [[exercise, side and str(side)] for exercise, side in total.held],
        "total": _sum_body(total, total),
        "months": {month: _sum_body(sum_, total) for month, sum_ in sorted(months.items())},
        "remarked": told.remarked and told.remarked.isoformat(),
        "balanced": told.balanced and told.balanced.isoformat(),
    }


@reads
def stretches_of(body: Body) -> StretchesTold:
    """What a page tells.

    Raises:
        UnreadableError: the page is not as this version writes it.
    """
    told = convert(body, _StretchesBody)
    months = {month: _sum_of(sum_, told) for month, sum_ in told["months"].items()}
    sums = StretchSums(_sum_of(told["total"], told), months)
    return StretchesTold(sums, told.get("remarked"), told.get("balanced"))


def practice_entry(practice: Practice) -> Entry:
    """The practice as an entry of the log."""
    body = {
        "schema": SCHEMA,
        "is": PRACTICE,
        "month": practice.month,
        "routine": str(practice.routine),
        "voice": practice.voice,
        "held": held_body(practice.held),
        "left_out": list(practice.left_out),
    }
    return Entry(practice.id, practice.at, body)


def practice_in(entry: Entry) -> Practice | None:
    """The practice that an entry tells of; None when it tells of something else.

    Raises:
        UnreadableError: it tells of a practice, but not as this version writes it.
    """
    return _practice_of(entry.body, entry) if entry.body.get("is") == PRACTICE else None


@reads
def _practice_of(body: Body, entry: Entry) -> Practice:
    told = convert(body, _PracticeBody)
    return Practice(
        entry.identity,
        entry.at,
        told["voice"],
        told["month"],
        told["routine"],
        held_of(told["held"]),
        tuple(told["left_out"]),
    )


def practices_of(entries: Iterable[Entry]) -> tuple[list[Practice], list[Unreadable]]:
    """The practices that entries tell of, in their order, and those that cannot be read."""
    practices: list[Practice] = []
    unreadable: list[Unreadable] = []
    for entry in entries:
        try:
            practice = practice_in(entry)
        except UnreadableError as error:
            unreadable.append(Unreadable(f"{entry.at.isoformat()} {entry.identity}", str(error)))
        else:
            practices += [practice] if practice else []
    return practices, unreadable


def can_tell(notebook: Notebook, at: datetime) -> bool:
    """Whether the log was read back to this time, so that an entry of it would be among those read."""
    full = len(notebook.entries) >= LATEST_ENTRIES
    return not full or notebook.entries[-1].at <= at


def _sum_body(sum_: Sum, total: Sum) -> list[list[int]]:
    """A sum in the order of the total, which has all that any month has."""
    return [
        [sum_.times.get(routine, 0) for routine in total.times],
        [sum_.done.get(exercise, 0) for exercise in total.done],
        [round(sum_.held.get(part, 0)) for part in total.held],
    ]


def _sum_of(told: _SumBody, page: _StretchesBody) -> Sum:
    times, done, held = told
    routines = zip(page["routines"], times, strict=True)
    return Sum(
        {_ROUTINES[name]: count for name, count in routines if count and name in _ROUTINES},
        {exercise: count for exercise, count in zip(page["exercises"], done, strict=True) if count},
        {
            (exercise, side): seconds
            for (exercise, side), seconds in zip(page["parts"], held, strict=True)
            if seconds
        },
    )
