"""What the coach remembers of a runner between sessions."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from skill.coach.cue_sheet import Place
from skill.coach.exercise_pairs import ExercisePair, Feeling, Score
from skill.coach.preferences import Preferences
from skill.coach.telling import Telling
from skill.coach.walkthrough import Walkthrough
from skill.content.exercise import Equipment, Form, RoutineName
from skill.content.stand_ins import StandIn
from skill.conversation.memory.today import Today
from skill.value import Value, field, replace

MOST_PLAIN_SPEECH_DEVICES = 20
"""More than a household has; the one that failed longest ago is tried again."""
MOST_CHANGES = 10
"""As many changes can be taken back, one after the other."""


class PreRun(Value):
    """The pre-run routine done last.

    Attributes:
        pair: what was done.
        at: when it was begun, aware, UTC.
        asked: whether the runner has been asked how the feet felt on the run after it.
        rated: what the runner said; None until then.
    """

    pair: ExercisePair
    at: datetime
    asked: bool = False
    rated: Feeling | None = None


class Profile(Value):
    """What the coach remembers of a runner.

    Attributes:
        missing: equipment that the runner does not have.
        for_the_day: what of that, and what else, ends with the day; None until there was anything.
        forms: the form of an exercise, by its id, where it is not the standard one.
        tellings: how much is told of an exercise the next time, by its id, once it was done or asked about.
        equipment_told: what the runner was told to have at hand.
        scores: what the feet said about each pre-run pair.
        last_pre_run: None until there was one.
        sessions: how often the skill was opened.
        plain_speech_devices: digests of the ids of devices that failed to play APL for Audio.
        changes: what was changed last, the newest first, as JSON-able data; see `turn.change`.
    """

    preferences: Preferences = field(default_factory=Preferences)
    missing: frozenset[Equipment] = frozenset()
    for_the_day: Today | None = None
    forms: Mapping[str, Form] = field(default_factory=dict)
    tellings: Mapping[str, Telling] = field(default_factory=dict)
    equipment_told: frozenset[Equipment] = frozenset()
    scores: Mapping[ExercisePair, Score] = field(default_factory=dict)
    last_pre_run: PreRun | None = None
    sessions: int = 0
    plain_speech_devices: tuple[str, ...] = ()
    changes: tuple[Mapping[str, Any], ...] = ()

    @property
    def lacking(self) -> frozenset[Equipment]:
        """Equipment that is missing and that nothing stands in for."""
        return self.missing - self.stand_ins.keys()

    @property
    def stand_ins(self) -> Mapping[Equipment, StandIn]:
        """What is used today instead of what is missing."""
        return self.for_the_day.stand_ins if self.for_the_day else {}

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of the exercises that are left out today."""
        return self.for_the_day.left_out if self.for_the_day else frozenset()

    def on_day(self, day: date) -> "Profile":
        """The profile without what held for an earlier day."""
        if self.for_the_day is None or self.for_the_day.day == day:
            return self
        return replace(
            self, missing=self.missing - self.for_the_day.missing, for_the_day=self.for_the_day.on(day)
        )

    def with_change(self, change: Mapping[str, Any]) -> "Profile":
        """The profile after a change, as JSON-able data; the oldest of too many is forgotten."""
        return replace(self, changes=(change, *self.changes)[:MOST_CHANGES])

    def with_telling_faded(self, exercise: str) -> "Profile":
        """The profile after the exercise was done without a question: a step less is told of it."""
        return self._with_telling(exercise, self.tellings.get(exercise, Telling.FULL).faded)

    def with_telling_brought_back(self, exercise: str) -> "Profile":
        """The profile after something was not clear in the exercise: a step more is told of it."""
        return self._with_telling(exercise, self.tellings.get(exercise, Telling.FULL).brought_back)

    def _with_telling(self, exercise: str, telling: Telling) -> "Profile":
        return replace(self, tellings={**self.tellings, exercise: telling})

    def with_pair_counted(self, walkthrough: Walkthrough) -> "Profile":
        """The profile with a pre-run pair counted as done, once each of its exercises has been begun."""
        plan = walkthrough.plan
        last_step = len(plan.routine.steps) - 1
        begun = walkthrough.place > Place(last_step)
        counted = self.last_pre_run is not None and self.last_pre_run.at == walkthrough.begun_at
        is_pair = plan.routine.name is RoutineName.PRE_RUN and last_step and not walkthrough.goes_back_to
        if not is_pair or not begun or counted:
            return self
        return self.with_pair_done(plan.routine.ids, walkthrough.begun_at)

    def with_pair_done(self, pair: ExercisePair, at: datetime) -> "Profile":
        """The profile after a pre-run pair was done, begun at that time."""
        score = self.scores.get(pair, Score())
        scores = {**self.scores, pair: replace(score, done=score.done + 1)}
        return replace(self, scores=scores, last_pre_run=PreRun(pair, at))

    def with_asked(self, *, asked: bool) -> "Profile":
        """Set or clear that the runner was asked about the last pre-run routine."""
        return replace(self, last_pre_run=self.last_pre_run and replace(self.last_pre_run, asked=asked))

    def with_rating(self, feeling: Feeling | None) -> "Profile":
        """The profile with the last pair rated in the place of any rating before; None takes the rating away.

        Unchanged where no pair was done.
        """
        last = self.last_pre_run
        if last is None:
            return self
        score = self.scores.get(last.pair, Score())
        if last.rated:
            score = score.rate(last.rated, -1)
        if feeling:
            score = score.rate(feeling)
        scores = {**self.scores, last.pair: score}
        return replace(self, scores=scores, last_pre_run=replace(last, asked=True, rated=feeling))
