"""What is to be seen while a sheet sounds: the exercise, the side, and the count as it is heard."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from skill.coach.cue_sheet import CueKind, CueSheet, Place, Span
from skill.coach.exercise_words import exercise_line
from skill.coach.preferences import CountDirection, Preferences
from skill.coach.routine import Bout, Plan, Step
from skill.content.exercise import DoseKind
from skill.content.language import Language
from skill.value import Value, replace


class SceneKind(StrEnum):
    """What a runner does in a scene."""

    TELLING = "telling"
    """Listens, and gets into position."""
    COUNTING = "counting"
    RESTING = "resting"
    WAITING = "waiting"
    """Nothing goes on until the runner says so."""


class ShownCount(Value):
    """A count that is shown as it is heard.

    Attributes:
        first: the number at the scene's beginning; each unit moves it by one toward `last`, and no further.
        last: the number at its end; below `first` where the voice counts down.
        whole: counts of the whole bout.
        done: how many of them are over at the scene's beginning.
        unit: seconds that one takes.
        kind: what is counted.
        down: whether the voice counts down.
    """

    first: int
    last: int
    whole: int
    done: int
    unit: float
    kind: DoseKind
    down: bool

    def number_after(self, seconds: float) -> int:
        """The number that is shown so many seconds after the scene's beginning."""
        moved = min(int(max(seconds, 0.0) / self.unit), abs(self.last - self.first))
        return self.first + (moved if self.last >= self.first else -moved)


class Scene(Value):
    """What is seen from one moment of a reply until the next scene's.

    Attributes:
        at: seconds from the reply's beginning.
        kind: what the runner does.
        step: the exercise and its form.
        name: what the exercise is called.
        bout: its side and set.
        count: None where nothing is counted.
        next_name: what the exercise is called that comes next; empty for the routine's last.
    """

    at: float
    kind: SceneKind
    step: Step
    name: str
    bout: Bout
    count: ShownCount | None = None
    next_name: str = ""

    @property
    def picture(self) -> str:
        """The key of its picture: exercise, form, and the side that works."""
        return f"{self.step.exercise.id}.{self.step.form}.{self.bout.side or 'both'}"


def scenes_of(sheet: CueSheet, plan: Plan, language: Language) -> tuple[Scene, ...]:
    """The scenes of a sheet that performs a part of a plan, in order of time; none where it is only talk."""
    shown: list[Scene] = []
    for span in _shown_from(sheet):
        scene = _scene(span, plan, language)
        if not shown or replace(scene, at=shown[-1].at) != shown[-1]:
            shown.append(scene)
    return tuple(shown)


def still_scene(place: Place, plan: Plan, language: Language) -> Scene:
    """The scene of a routine that waits at a place: nothing in it moves."""
    scene = _scene(Span(0.0, place, 1.0 if place.count else 0.0), plan, language)
    count = scene.count and replace(scene.count, last=scene.count.first)
    return replace(scene, kind=SceneKind.WAITING, count=count)


def _shown_from(sheet: CueSheet) -> Iterator[Span]:
    """The spans, each from the moment when it is seen.

    A bout is seen until its last count has been heard, and the next exercise as soon as it is named.
    """
    following: Sequence[Span | None] = [*sheet.spans[1:], None]
    for span, after in zip(sheet.spans, following, strict=True):
        end = after.at if after else sheet.seconds
        said = [cue.at for cue in sheet.cues if cue.kind is CueKind.SAY and span.at <= cue.at < end]
        over = not span.unit and span.place.count > 0
        begins = said[0] if over and said else span.at
        yield replace(span, at=begins)
        if over and after and after.place.step > span.place.step and said[1:]:
            yield Span(said[-1], replace(after.place, bout=0, count=0))


def _scene(span: Span, plan: Plan, language: Language) -> Scene:
    steps = plan.routine.steps
    step = steps[span.place.step]
    bouts = step.bouts(plan.preferences)
    bout = bouts[min(span.place.bout, len(bouts) - 1)]
    following = steps[span.place.step + 1 :]
    kind = SceneKind.TELLING
    if span.unit:
        kind = SceneKind.COUNTING
    elif span.place.count >= bout.amount:
        kind = SceneKind.RESTING
    return Scene(
        at=round(span.at, 3),
        kind=kind,
        step=step,
        name=exercise_line(language, step, "name"),
        bout=bout,
        count=_count(bout, span, plan.preferences) if span.unit else None,
        next_name=exercise_line(language, following[0], "name") if following else "",
    )


def _count(bout: Bout, span: Span, preferences: Preferences) -> ShownCount:
    """The numbers of a bout as `bout_cues` has them said: a repetition is named as it begins."""
    done = span.place.count
    down = bout.kind is DoseKind.MASSAGE or (
        bout.kind is DoseKind.HOLD and preferences.count_direction is CountDirection.DOWN
    )
    if down:
        first, last = bout.amount - done, 0
    elif bout.kind is DoseKind.REPETITIONS:
        first, last = min(done + 1, bout.amount), bout.amount
    else:
        first, last = done, bout.amount
    return ShownCount(first, last, bout.amount, done, span.unit, bout.kind, down)
