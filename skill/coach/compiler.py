"""Compiles a routine under a runner's preferences into the cue sheet of one reply."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from skill.coach.bout_cues import leaves_room_for_cues, write_bout
from skill.coach.cue_sheet import Cue, CueSheet, Place
from skill.coach.entry import SETTLE_AT_ONCE, Entry, begin_line, line_at_once
from skill.coach.exercise_words import exercise_line, instruction, start_line
from skill.coach.explaining import bout_line, explanation, lead_line, next_line
from skill.coach.form_cues import FormCues, most_cues
from skill.coach.preferences import Flow
from skill.coach.routine import Bout, Plan, Step
from skill.coach.sheet_writer import Mark, SheetWriter
from skill.coach.timing import (
    BREATH,
    FIRST_COUNT_WITHIN,
    GET_INTO_POSITION,
    NEXT_SET,
    PACE_FACTOR,
    READY,
    REENTRY,
    REST,
    SETTLE,
    SWITCH_SIDES,
)
from skill.content.exercise import DoseKind
from skill.content.language import Language
from skill.value import Value, replace

if TYPE_CHECKING:
    from skill.content.instruction import InstructionSlot


class Budget(Value):
    """How much one reply may hold.

    Attributes:
        seconds: its greatest length, without the words at its end.
        characters: its greatest size as `measure` counts it, without the words at its end.
        measure: the size of the cues in the largest form in which they may be sent.
    """

    seconds: float
    characters: int
    measure: Callable[[Sequence[Cue]], int]

    def fits(self, writer: SheetWriter) -> bool:
        """Whether what is written so far fits."""
        return writer.at <= self.seconds and self.measure(writer.cues) <= self.characters


UNBOUNDED = Budget(float("inf"), 1, lambda _cues: 0)
"""No limit, for measuring how long a whole routine takes."""


def compile_sheet(
    plan: Plan,
    start: Place,
    language: Language,
    budget: Budget,
    *,
    opening: str = "",
    entry: Entry = Entry.EXPLAINED,
    first_cue: int = 0,
    closing: Callable[[Place | None], str] = lambda _resume_at: "",
) -> CueSheet:
    """The cue sheet from a place on: as many whole steps as the budget holds.

    A step that is too long for any reply is cut between two bouts. A runner who wants to be waited
    for gets one step.

    Args:
        plan: the routine and how it is done.
        start: where to begin; inside the routine.
        language: the one that the coach speaks.
        budget: how much fits into the reply.
        opening: said first.
        entry: what the runner needs ahead of the first bout; every exercise behind it is explained.
        first_cue: with which reminder of form and breath the turns begin, 0 or more; chance draws it.
        closing: gives what to say last, from the place where the next reply continues, or None at the
            routine's end.
    """
    writer = SheetWriter(language)
    pause = 0.0 if not opening or entry is Entry.AT_ONCE else BREATH
    writer.add_line(opening, start, pause)
    end = _StepWriter(plan, writer, budget, first_cue).write(start, entry)
    if text := closing(end):
        writer.add_line(text, end or (writer.cues[-1].place if writer.cues else start))
    return writer.sheet(end)


def remaining_seconds(plan: Plan, start: Place, language: Language, entry: Entry = Entry.EXPLAINED) -> float:
    """How long the routine takes from a place on, in seconds, when nobody interrupts it.

    Args:
        plan: the routine and how it is done.
        start: inside the routine.
        language: the one that the coach speaks.
        entry: what the runner needs ahead of the first bout.
    """
    whole = replace(plan, preferences=replace(plan.preferences, flow=Flow.FLOW_ON))
    return compile_sheet(whole, start, language, UNBOUNDED, entry=entry).seconds


class _StepWriter:
    """Writes steps until the budget is spent."""

    def __init__(self, plan: Plan, writer: SheetWriter, budget: Budget, first_cue: int) -> None:
        self.plan = plan
        self.writer = writer
        self.language = writer.language
        self.budget = budget
        self.factor = PACE_FACTOR[plan.preferences.pace]
        self.cues = FormCues(self.language, first_cue)
        self.left_to_tell: tuple[InstructionSlot, ...] = ()

    def write(self, start: Place, entry: Entry) -> Place | None:
        """Write from this place on; returns where the next reply continues, None at the routine's end."""
        steps = self.plan.routine.steps
        place = start
        while True:
            whole = self.writer.mark()
            follows = place.step > start.step
            cut_at = self._write_step(place, Entry.EXPLAINED if follows else entry, follows=follows)
            if cut_at is not None:
                if place.step == start.step:
                    return cut_at
                self.writer.cut(whole)
                return place
            if place.step + 1 == len(steps):
                return None
            place = Place(place.step + 1)
            if self.plan.preferences.flow is Flow.WAIT_FOR_ME:
                return place

    def _write_step(self, start: Place, entry: Entry, *, follows: bool) -> Place | None:
        """Write the step from the place on; returns where it had to be cut, None when all of it fitted."""
        step = self.plan.routine.steps[start.step]
        bouts = step.bouts(self.plan.preferences)
        self.left_to_tell = ()
        if follows:
            self._announce(step, start)
        explained = entry is Entry.EXPLAINED and start == Place(start.step)
        if explained:
            self._explain(step, bouts, start, named=follows)
        fitted: tuple[Mark, Place] | None = None
        for index in range(start.bout, len(bouts)):
            place = start if index == start.bout else Place(start.step, index)
            if index == start.bout and entry is Entry.AT_ONCE:
                self._begin_at_once(bouts[index], place)
            elif index == start.bout and not explained and not (entry is Entry.MOVED_ON and index):
                self._reenter(step, bouts[index], place)
            else:
                self._prepare(step, bouts, place)
            write_bout(self.writer, step, bouts[index], place, plan=self.plan, cues=self.cues)
            self._release(bouts[index], index, start.step)
            if self.budget.fits(self.writer):
                fitted = (self.writer.mark(), Place(start.step, index + 1))
            elif fitted:
                self.writer.cut(fitted[0])
                return fitted[1]
            else:
                if follows:
                    return start
                # The bout is too long for any reply, and sent all the same.
                return None if bouts[index].last else Place(start.step, index + 1)
        return None

    def _say(self, text: str, place: Place, pause: float = 0.0) -> None:
        self.writer.add_line(text, place, pause * self.factor)

    def _announce(self, step: Step, place: Place) -> None:
        """Name the next exercise in the rest before it; the place is still the end of the last one."""
        bouts = self.plan.routine.steps[place.step - 1].bouts(self.plan.preferences)
        done = Place(place.step - 1, len(bouts) - 1, bouts[-1].amount)
        telling = self.plan.telling(step)
        self._say(next_line(self.language, self.plan.routine, place.step, telling), done, REST)

    def _explain(self, step: Step, bouts: tuple[Bout, ...], place: Place, *, named: bool) -> None:
        """Name the exercise unless `_announce` has, and say how it is done while the runner gets there."""
        language, telling = self.language, self.plan.telling(step)
        room = float("inf")
        if not named:
            self._say(lead_line(language, self.plan.routine, step, telling), place)
            begin = self.language.seconds(self._begin_line(step, bouts[0], place))
            room = FIRST_COUNT_WITHIN - self.writer.at - SETTLE * self.factor - begin - 1
        told = explanation(language, step, bouts, telling, room)
        self.left_to_tell = told.later
        if len(bouts) == 1 and told.later:
            self.cues.say_before(instruction(language, step, bouts[0].side, told.later))
        self._say(told.position, place)
        known_since = self.writer.at
        self._say(told.rest, place)
        moving = GET_INTO_POSITION[step.exercise.position_in(step.form)] * self.factor
        self.writer.wait(max(moving - (self.writer.at - known_since), SETTLE * self.factor))

    def _prepare(self, step: Step, bouts: tuple[Bout, ...], place: Place) -> None:
        """Bring the runner into the position of a bout, and say when it begins."""
        if place.bout:
            telling, bout = self.plan.telling(step), bouts[place.bout]
            line = bout_line(self.language, step, bouts, place.bout, telling)
            if self.left_to_tell:
                line = f"{line} {instruction(self.language, step, bout.side, self.left_to_tell)}"
                self.left_to_tell = ()
            elif not leaves_room_for_cues(bout, self.plan.preferences) and most_cues(telling, place.bout):
                line = f"{line} {self.cues.take(step)}"
            switched = bout.side != bouts[place.bout - 1].side
            self._say(line, place, SWITCH_SIDES if switched else NEXT_SET)
        self._begin(step, bouts[place.bout], place)

    def _reenter(self, step: Step, bout: Bout, place: Place) -> None:
        """Bring the runner back into a bout that was left."""
        name = exercise_line(self.language, step, "name")
        text = self.language.say(
            "coach.back_to", exercise=name, position=start_line(self.language, step, bout.side)
        )
        self._say(text, place, REENTRY)
        self._begin(step, bout, place)

    def _begin_at_once(self, bout: Bout, place: Place) -> None:
        """Begin a bout, or go on with it, for a runner who is in position."""
        answered = bool(self.writer.cues)
        line = line_at_once(self.language, bout, place, self.plan.preferences, answered=answered)
        self.writer.add_line(line, place, SETTLE_AT_ONCE)

    def _begin(self, step: Step, bout: Bout, place: Place) -> None:
        """Say that the bout begins, behind a "ready" for who comes from another one."""
        if place.count or (place.bout and self.plan.telling(step).explains):
            self._say(self.language.say("coach.ready"), place, READY)
        self.writer.add_line(self._begin_line(step, bout, place), place)

    def _begin_line(self, step: Step, bout: Bout, place: Place) -> str:
        return begin_line(self.language, bout, place, self.plan.preferences, self.plan.telling(step))

    def _release(self, bout: Bout, index: int, step_index: int) -> None:
        place = Place(step_index, index, bout.amount)
        key = "coach.release_last" if bout.last else "coach.release"
        kind = "hold" if bout.kind is DoseKind.HOLD else "other"
        self._say(self.language.say(f"{key}.{kind}"), place, BREATH)
