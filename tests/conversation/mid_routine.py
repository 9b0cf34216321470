"""A runner in the middle of the stretches."""

from skill.coach.cue_sheet import Place
from tests.runner import Runner

COUNT = 5
LATER_HOLD = Place(0, 1, COUNT)
"""Five seconds into the second hold of the first exercise."""


def holds(runner: Runner) -> None:
    """Start the stretches, and be at `LATER_HOLD`."""
    runner.says("StartRoutineIntent", routine="post-run")
    walkthrough = runner.walkthrough()
    assert walkthrough
    assert walkthrough.performance
    runner.waits(
        next(span.at for span in walkthrough.performance.spans if span.place.bout == 1 and span.unit)
    )
    runner.waits(COUNT)


def place(runner: Runner) -> Place:
    """Where the routine is kept, or goes on."""
    walkthrough = runner.walkthrough()
    assert walkthrough
    return walkthrough.place


def is_performing(runner: Runner) -> bool:
    """Whether the routine sounds."""
    walkthrough = runner.walkthrough()
    return walkthrough is not None and walkthrough.performance is not None
