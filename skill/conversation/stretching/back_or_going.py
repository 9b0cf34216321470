"""The question of the opening: back from a run, or about to go?"""

from skill.coach.exercise_pairs import Feeling
from skill.content.exercise import RoutineName
from skill.conversation.stretching.between_runs import offer_between_runs
from skill.conversation.stretching.routines import start_routine
from skill.conversation.turn.invitations import AnythingElse, WhatNext
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk


class BackOrGoing(WhatNext, name="back-or-going"):
    """Whether the runner is back from a run or about to go.

    Attributes:
        back: whether the runner is taken to be back: then a yes is enough.
    """

    back: bool = False

    def named_answers(self) -> tuple[str, ...]:
        """The two; a yes or a no where the runner is taken to be back."""
        return ("yes", "no") if self.back else ("back", "going")

    def yes(self, talk: Talk) -> Outcome:
        """Start what suits; ask which where both may be meant."""
        return start_routine(talk, RoutineName.POST_RUN) if self.back else super().yes(talk)

    def no(self, talk: Talk) -> Outcome:
        """Neither, so what suits between two runs; who does not want to stretch says what else."""
        if self.back:
            return talk.ask(AnythingElse(), talk.line("answers.something_else"))
        return offer_between_runs(talk, "between_runs.neither")

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome | None:
        """The routine done last, where "same as last time" is said; how the feet felt is asked elsewhere."""
        last = next(iter(talk.stretches.recent), None)
        return start_routine(talk, last.routine) if last and felt is Feeling.SAME else None

    def no_run(self, talk: Talk) -> Outcome:
        """What suits a day without a run."""
        return offer_between_runs(talk, "between_runs.rest_day")
