"""Where a runner is in a routine, and how the place of an interruption is found."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from skill.coach.cue_sheet import CueSheet, Place, place_at
from skill.coach.ledger import Held, with_heard
from skill.coach.performance import LISTENING, Performance
from skill.coach.routine import Plan, Step
from skill.coach.telling import Telling
from skill.value import Value, field, replace

RESUMABLE_FOR = timedelta(days=1)
"""So long after the runner's last word an unfinished walkthrough is offered again."""

STILL_WARM = timedelta(minutes=2)
"""A bout left for longer than this begins anew: the stretch is gone."""
IN_MIND = timedelta(minutes=10)
"""So long what was just explained need not be told again."""
HEARD_SHARE = 0.6
"""Share of the time before an exercise's first bout; after so much of it the explanation counts as heard."""


class Progress(StrEnum):
    """What a walkthrough is doing."""

    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"


class Walkthrough(Value):
    """A runner's way through a routine.

    Attributes:
        plan: the routine and how it is done.
        place: where it goes on; in a finished one where it ended.
        begun_at: when it was started, aware, UTC.
        touched_at: when the runner was last heard, aware, UTC.
        performance: what is being performed; None unless it is playing.
        intended: ids of the exercises that it began with, in order.
        held: what has sounded of it so far, without what is being performed.
        told: whether the exercise at the place, which has not begun yet, has been explained already.
        stopped_for_safety: whether a red flag stopped it, after which nobody has said that it is fine to go
            on. Nothing else is kept of what was said.
        cleared: whether a red flag stopped it before it was said that it is fine to go on.
        settled: ids of the exercises of which it is decided how much is told the next time.
        goes_back_to: the one that it went off from, paused; None where it is no detour.
        hurt_in: id of the exercise that was eased off in, and went on; empty where none was.
    """

    plan: Plan
    place: Place
    progress: Progress
    begun_at: datetime
    touched_at: datetime
    performance: Performance | None = None
    intended: tuple[str, ...] = ()
    held: Held = field(default_factory=dict)
    told: bool = False
    stopped_for_safety: bool = False
    cleared: bool = False
    settled: frozenset[str] = frozenset()
    goes_back_to: "Walkthrough | None" = None
    hurt_in: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether there is something left to do."""
        return self.progress is not Progress.FINISHED

    def can_resume(self, now: datetime) -> bool:
        """Whether it is to be offered again at this time."""
        return self.unfinished and now - self.touched_at <= RESUMABLE_FOR

    def holds_back(self, now: datetime) -> bool:
        """Whether a red flag that stopped it is so fresh that it is asked about before anything is done."""
        return self.stopped_for_safety and now - self.touched_at <= RESUMABLE_FOR

    def play(
        self, sheet: CueSheet, now: datetime, in_silence: CueSheet | None = None, said: float = 0.0
    ) -> "Walkthrough":
        """Begin to perform a sheet of it at `now`.

        Args:
            sheet: what is performed.
            now: aware, UTC.
            in_silence: what follows where nobody answers; None where the device waits.
            said: seconds in which the sheet's words and those of the reprompt are said, without any reserve.
        """
        later = None
        if in_silence:
            begins = now + timedelta(seconds=said) + LISTENING
            later = Performance(begins, in_silence.seconds, in_silence.spans, in_silence.resume_at)
        return replace(
            self,
            place=sheet.spans[0].place,
            progress=Progress.PLAYING,
            touched_at=now,
            performance=Performance(now, sheet.seconds, sheet.spans, sheet.resume_at, later),
        )

    def sounding_at(self, now: datetime) -> Performance | None:
        """What is being performed at this time; None unless it plays."""
        return self.performance.sounding_at(now) if self.performance else None

    def stop_at(self, now: datetime) -> "Walkthrough":
        """Stop playing, at the place that was reached at `now`; unchanged unless it plays.

        When the time for an answer is long past and none came, nobody knows how much was heard: then the
        place is where the reply began, and nothing of it counts as held.
        """
        whole, performance = self.performance, self.sounding_at(now)
        if whole is None or performance is None:
            return self
        stopped = replace(self, held=self._held_by(whole, now))
        elapsed = performance.elapsed(now)
        if whole.is_unanswered(now):
            reached: Place | None = whole.spans[0].place
        elif elapsed < performance.seconds:
            reached = place_at(performance.spans, elapsed)
        else:
            reached = performance.resume_at
        place = self.plan.routine.next_place(reached, self.plan.preferences) if reached else None
        if place is None:
            return replace(stopped, place=performance.spans[-1].place).finish(now)
        told = place == Place(place.step) and (
            (self.told and place == self.place) or _was_told(performance, place, elapsed)
        )
        plan = self.plan
        if told:
            exercise = plan.routine.steps[place.step].exercise.id
            known = plan.tellings.get(exercise, Telling.FULL).no_more_than(Telling.BRIEF)
            plan = plan.with_telling(exercise, known)
        return replace(
            stopped,
            plan=plan,
            place=place,
            progress=Progress.PAUSED,
            touched_at=now,
            performance=None,
            told=told,
        )

    def _held_by(self, performance: Performance, now: datetime) -> Held:
        if performance.is_unanswered(now):
            return self.held
        held = self.held
        for each in dict.fromkeys((performance, performance.sounding_at(now))):
            held = with_heard(held, self.plan, each.spans, each.elapsed(now), each.seconds)
        return held

    def knows_what_to_do(self, now: datetime) -> bool:
        """Whether the exercise at the place need not be explained: it has begun, or was just explained."""
        return self.place != Place(self.place.step) or (self.told and now - self.touched_at <= IN_MIND)

    def counted_at(self, now: datetime) -> Place | None:
        """The place in a bout that is being counted at this time; None where none is."""
        performance = self.sounding_at(now)
        if performance is None:
            return None
        elapsed = performance.elapsed(now)
        inside = any(
            span.unit and span.at <= elapsed < following.at for span, following in pairwise(performance.spans)
        )
        return place_at(performance.spans, elapsed) if inside else None

    def _ends_step(self, place: Place) -> bool:
        bouts = self.plan.routine.steps[place.step].bouts(self.plan.preferences)
        return (place.bout, place.count) == (len(bouts) - 1, bouts[-1].amount)

    def is_heard(self, now: datetime) -> bool:
        """Whether a part of the routine can be heard at this time.

        The words at a reply's end about what comes next are no part of it: there the coach waits. Neither are
        those behind the routine's last bout, whose question may be answered before its last word.
        """
        performance = self.sounding_at(now)
        if performance is None or performance.elapsed(now) >= performance.seconds:
            return False
        place = place_at(performance.spans, performance.elapsed(now))
        on = self.plan.routine.next_place(place, self.plan.preferences)
        return on is not None and place != performance.resume_at

    def is_between_exercises(self, now: datetime) -> bool:
        """Whether one exercise is over and the next one has not begun: the rest between them."""
        performance = self.sounding_at(now)
        if performance is None:
            return False
        place = place_at(performance.spans, performance.elapsed(now))
        on = self.plan.routine.next_place(place, self.plan.preferences)
        return on is not None and on.step > place.step

    def over_at(self, now: datetime) -> Place | None:
        """The end of the bout that is just over at this time, in the rest behind it; None where none is."""
        performance = self.sounding_at(now)
        if performance is None:
            return None
        place = place_at(performance.spans, performance.elapsed(now))
        on = self.plan.routine.next_place(place, self.plan.preferences)
        return place if place != on else None

    def prepares_at(self, now: datetime) -> bool:
        """Whether what comes ahead of a bout is being said at this time: its explanation or its position."""
        performance = self.sounding_at(now)
        if performance is None or not self.is_heard(now) or self.counted_at(now):
            return False
        place = place_at(performance.spans, performance.elapsed(now))
        return place == self.plan.routine.next_place(place, self.plan.preferences)

    def done_exercises(self, now: datetime) -> frozenset[str]:
        """Ids of the exercises whose last bout was over by `now`, where it is known to have been heard."""
        whole = self.performance
        if whole is None or whole.is_unanswered(now):
            return frozenset()
        steps = self.plan.routine.steps
        return frozenset(
            steps[span.place.step].exercise.id
            for performance in (whole, whole.sounding_at(now))
            for span in performance.spans
            if not span.unit and span.at <= performance.elapsed(now) and self._ends_step(span.place)
        )

    def settle(self, exercises: Iterable[str]) -> "Walkthrough":
        """It, with how much is told of these exercises the next time decided."""
        return replace(self, settled=self.settled.union(exercises))

    def finish(self, now: datetime) -> "Walkthrough":
        """End it, with nothing left to do; a detour gives what it went off from, at its bout's beginning."""
        back = self.goes_back_to
        if back:
            return replace(
                back,
                place=replace(back.place, count=0),
                touched_at=now,
                held=self.held,
                stopped_for_safety=self.stopped_for_safety,
                cleared=self.cleared or back.cleared,
                settled=back.settled | self.settled,
            )
        return replace(self, progress=Progress.FINISHED, touched_at=now, performance=None)

    def leave(self, now: datetime) -> "Walkthrough":
        """End it, and what it went off from."""
        return replace(self, goes_back_to=None).finish(now)

    def go_off(self, plan: Plan, now: datetime) -> "Walkthrough":
        """A detour through another plan, which is part of the same practice and goes back here at its end.

        From a detour it goes off anew from where that one did.
        """
        back = self.goes_back_to or self
        return replace(
            back,
            plan=plan,
            place=Place(0),
            progress=Progress.PAUSED,
            touched_at=now,
            held=self.held,
            told=False,
            goes_back_to=back,
        )

    def with_step(self, index: int, step: Step) -> "Walkthrough":
        """The walkthrough with this step in the place of the one at the index."""
        routine = self.plan.routine
        steps = (*routine.steps[:index], step, *routine.steps[index + 1 :])
        return replace(self, plan=replace(self.plan, routine=replace(routine, steps=steps)))

    def replan(self, plan: Plan) -> "Walkthrough | None":
        """Continue under another plan at the same place; None when nothing is left to do."""
        place = plan.routine.next_place(self.place, plan.preferences)
        return replace(self, plan=plan, place=place) if place else None


def _was_told(performance: Performance, place: Place, elapsed: float) -> bool:
    """Whether most of the explanation of the exercise at this place was heard after so many seconds."""
    return any(
        span.at <= elapsed < following.at
        and span.place == place
        and (span.unit or elapsed - span.at >= (following.at - span.at) * HEARD_SHARE)
        for span, following in pairwise(performance.spans)
    )
