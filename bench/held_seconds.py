"""Does the log have what has sounded? Sessions with pauses, skips, silence and lost replies.

    python -m bench.held_seconds [sessions]

Each session says what people say, at random moments, to a skill with a store of its own. What sounded of each
exercise on each side is counted in steps of a twentieth of a second along the sheets that were performed; the
log must have the same to the second.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.coach.cue_sheet import place_at
from skill.coach.ledger import Part
from skill.coach.performance import SESSION_GRACE, Performance
from skill.coach.walkthrough import Walkthrough
from skill.content.loader import exercises
from skill.conversation.memory.stretch_pages import practices_of
from skill.conversation.memory.walkthrough_pages import WALKTHROUGH, walkthrough_of
from skill.device.envelopes import Envelopes
from skill.hearing.interpretation import FilledSlot
from stand_ins.echo import choice
from stand_ins.memory import MemoryRepository

SESSIONS: Final = 1000
TURNS: Final = 12
STEP: Final = 0.05
USER: Final = "runner"
NOON: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORDS: Final = (
    *(
        "AMAZON.PauseIntent",
        "AMAZON.ResumeIntent",
        "AMAZON.NextIntent",
        "SkipIntent",
        "AMAZON.PreviousIntent",
    ),
    *("AMAZON.RepeatIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "WhereAmIIntent", "ReadyIntent"),
    *(
        "AMAZON.StartOverIntent",
        "AMAZON.StopIntent",
        "OtherSideIntent",
        "StretchesIntent",
        "BestExercisesIntent",
    ),
)
Sounded = dict[tuple[datetime, Part], float]


@dataclass
class Session:
    """One runner with a store of their own.

    Attributes:
        random: where chance decides.
        sounded: what has sounded, by the beginning of the walkthrough and by exercise and side.
    """

    random: Random
    now: datetime = NOON
    sounded: Sounded = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.repository = MemoryRepository()
        self.skill = build_skill(self.repository, chance=lambda _: Random(0))  # noqa: S311 - not for secrets
        self.envelopes = Envelopes(user=USER)

    def live(self) -> float:
        """Talk and stretch; the greatest difference in seconds between the log and what has sounded."""
        self._opens()
        self._says("StartRoutineIntent", choice("routine", self.random.choice(("post-run", "pre-run"))))
        for _ in range(TURNS):
            self._waits()
            if self.random.random() < 0.1:  # noqa: PLR2004 - one turn in ten the session ends without a word
                self._sends(self.envelopes.session_ended(self.now, "USER_INITIATED"))
                self._opens()
            else:
                self._says(self.random.choice(WORDS), {})
        self.now += timedelta(hours=5)
        self._opens()
        practices, _ = practices_of(self.repository.log(USER))
        logged = {(one.at, part): seconds for one in practices for part, seconds in one.held.items()}
        parts = {*logged, *self.sounded}
        return max((abs(logged.get(part, 0) - self.sounded.get(part, 0)) for part in parts), default=0.0)

    def _waits(self) -> None:
        """Let a part of what is performed go by, all of it, or much more."""
        walkthrough = self._walkthrough()
        performance = walkthrough.performance if walkthrough else None
        longest = performance.seconds if performance else 20.0
        share = self.random.choice((self.random.random(), self.random.random(), 1.05, 3.0))
        self.now += timedelta(seconds=round(longest * share, 3))

    def _opens(self) -> None:
        self.envelopes.open_session()
        self._sends(self.envelopes.launch(self.now))

    def _says(self, intent: str, slots: Mapping[str, FilledSlot]) -> None:
        if not self.envelopes.session:
            self.envelopes.open_session()
        self._sends(self.envelopes.intent(self.now, intent, slots, {}))

    def _sends(self, request: dict[str, Any]) -> None:
        """Send a request, now and then twice, and now and then lose what came back."""
        self._count()
        envelope = answer(lambda: self.skill, request)
        if self.random.random() < 0.1:  # noqa: PLR2004 - one request in ten is delivered twice
            envelope = answer(lambda: self.skill, request)
        if envelope["response"].get("shouldEndSession") is True:
            self.envelopes.session = {}
        elif self.envelopes.session and self.random.random() < 0.9:  # noqa: PLR2004 - one reply in ten is lost
            self.envelopes.session["attributes"] = dict(envelope.get("sessionAttributes") or {})

    def _count(self) -> None:
        """Count what has sounded of the performance that this request finds over or breaks off."""
        walkthrough = self._walkthrough()
        if walkthrough is None or walkthrough.performance is None:
            return
        first = walkthrough.performance
        in_silence = [first.in_silence] if first.in_silence else []
        last = (first, *in_silence)[-1]
        awaited = in_silence or first.resume_at
        if awaited and last.elapsed(self.now) > last.seconds + SESSION_GRACE.total_seconds():
            return
        for performance in (first, *in_silence):
            self._count_one(walkthrough, performance)

    def _count_one(self, walkthrough: Walkthrough, performance: Performance) -> None:
        plan, elapsed = walkthrough.plan, performance.elapsed(self.now)
        for step in range(int(min(elapsed, performance.seconds) / STEP)):
            at = (step + 0.5) * STEP
            if not [span for span in performance.spans if span.at <= at][-1:][0].unit:
                continue
            place = place_at(performance.spans, at)
            doing = plan.routine.steps[place.step]
            part = (doing.exercise.id, doing.bouts(plan.preferences)[place.bout].side)
            key = (walkthrough.begun_at, part)
            self.sounded[key] = self.sounded.get(key, 0.0) + STEP

    def _walkthrough(self) -> Walkthrough | None:
        page = self.repository.read(USER, self.now).pages.get(WALKTHROUGH)
        return walkthrough_of(page.body, exercises()) if page else None


def differences(sessions: int, seed: int = 13) -> list[float]:
    """The greatest difference of each session, in seconds."""
    random = Random(seed)  # noqa: S311 - the same sessions each time
    return [Session(Random(random.random())).live() for _ in range(sessions)]  # noqa: S311 - as above


def main() -> None:
    """Print how far the log was from what sounded."""
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    found = differences(sessions)
    print(f"{sessions} sessions, greatest difference {max(found):.2f} s")
    for seconds, count in sorted(Counter(round(each, 1) for each in found).items()):
        print(f"{seconds:5.1f} s  {count}")


if __name__ == "__main__":
    main()
