"""Whatever a runner says, in whatever order: a valid walkthrough and an answer."""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.intents import INTENTS
from skill.alexa.responses import LARGEST_RESPONSE
from skill.coach.walkthrough import Progress, Walkthrough
from skill.speech import apla, ssml
from skill.storage.sqlite import SQLiteRepository
from tests.heard import values_by_type
from tests.runner import Heard, Runner, slots_of

SAMPLES = {
    "AMAZON.NUMBER": ["0", "1", "3", "7", "10", "25", "60", "400", "-2", "?"],
    "AMAZON.DURATION": ["PT30S", "PT15S", "PT1M", "PT5M", "PT20M", "PT2H", "P1Y", "PT0S", "nonsense"],
    "AMAZON.TIME": ["08:00", "19:30", "00:00", "EV", "nonsense"],
    "AMAZON.DATE": ["2026-11-22", "2026-11-21", "2026-W47", "2026-FA", "PRESENT_REF", "nonsense"],
}


INVITATIONS = ("?", "Say ", "Say, ", "Say: ", "Tell me ")
"""One of these is in the last two sentences of an answer that leaves the microphone open."""


@dataclass(frozen=True)
class Says:
    """An intent and what fills its slots."""

    intent: str
    slots: Mapping[str, str]


@dataclass(frozen=True)
class Waits:
    """Some seconds go by."""

    seconds: float


@dataclass(frozen=True)
class HearsOut:
    """The reply goes by to its end."""


@dataclass(frozen=True)
class Opens:
    """The runner opens the skill anew; the session before it was told to be over, or just broke off."""

    told: bool


Step = Says | Waits | HearsOut | Opens


def values(slot_type: str) -> list[str]:
    ids = [item.id for item in values_by_type().get(slot_type, ()) if item.id]
    names = [item.names[0] for item in values_by_type().get(slot_type, ()) if not item.id]
    return SAMPLES.get(slot_type) or [*ids, *names[:3], "something else"]


@st.composite
def utterances(draw: st.DrawFn) -> Says:
    intent = draw(st.sampled_from(sorted(INTENTS)))
    slots = {
        name: draw(st.sampled_from(values(slot_type)))
        for name, slot_type in slots_of(intent).items()
        if draw(st.integers(0, 7))
    }
    return Says(intent, slots)


STARTS = st.sampled_from(
    [
        Says("StartRoutineIntent", {"routine": "post-run"}),
        Says("StartRoutineIntent", {"routine": "pre-run"}),
        Says("StartExerciseIntent", {"exercise": "calf-roll"}),
    ]
)
WAITS = st.builds(Waits, st.one_of(st.floats(0, 240), st.sampled_from([0.0, 1.0, 300.0, 90_000.0])))
STEPS = st.one_of(
    utterances(), utterances(), STARTS, WAITS, st.just(HearsOut()), st.builds(Opens, st.booleans())
)


GO_ON: list[Step] = [HearsOut(), Says("ReadyIntent", {})]


@st.composite
def deep_in_a_routine(draw: st.DrawFn) -> list[Step]:
    """Settings, a routine begun, some of its replies heard out, and a moment in the next one."""
    settings: list[Step] = [
        Says("SetPaceIntent", {"pace": draw(st.sampled_from(["slower", "normal", "faster"]))}),
        Says("SetHoldIntent", {"seconds": str(draw(st.integers(10, 60)))}),
        Says("SetRepetitionsIntent", {"number": str(draw(st.integers(1, 10)))}),
        Says("SetFlowIntent", {"flow": draw(st.sampled_from(["wait-for-me", "flow-on"]))}),
    ]
    chosen = [step for step in settings if draw(st.booleans())]
    heard = GO_ON * draw(st.integers(0, 3))
    return [*chosen, draw(STARTS), *heard, Waits(draw(st.floats(0, 240)))]


def take(runner: Runner, step: Step) -> Heard | None:
    match step:
        case Says(intent, slots):
            return runner.says(intent, **slots)
        case Waits(seconds):
            runner.waits(round(seconds, 3))
        case HearsOut():
            runner.hears_out()
        case Opens(told):
            if told and runner.envelopes.session:
                assert runner.leaves().silent
            runner.is_unplugged()
            return runner.opens()
    return None


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", text)


def expect_an_answer(heard: Heard) -> None:
    assert heard.text
    assert not heard.apologised
    assert heard.open == bool(heard.reprompt)
    assert heard.open or heard.response["shouldEndSession"] is True
    if heard.open:
        assert any(invites in " ".join(sentences(heard.text)[-2:]) for invites in INVITATIONS), heard.text
    assert len(heard.response.get("outputSpeech", {}).get("ssml", "")) < ssml.LONGEST
    assert len(str(heard.envelope)) < LARGEST_RESPONSE
    assert heard.timeline.seconds < apla.LONGEST


def expect_a_valid_place(walkthrough: Walkthrough) -> None:
    steps = walkthrough.plan.routine.steps
    assert steps
    assert 0 <= walkthrough.place.step < len(steps)
    bouts = steps[walkthrough.place.step].bouts(walkthrough.plan.preferences)
    assert 0 <= walkthrough.place.bout < len(bouts)
    assert 0 <= walkthrough.place.count <= bouts[walkthrough.place.bout].amount
    assert (walkthrough.performance is not None) == (walkthrough.progress is Progress.PLAYING)
    assert walkthrough.begun_at <= walkthrough.touched_at


@given(deep_in_a_routine() | st.just([]), st.lists(STEPS, min_size=1, max_size=12))
def test_whatever_is_said_leaves_a_valid_walkthrough_and_an_answer(
    beginning: list[Step], sequel: list[Step]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(SQLiteRepository(Path(folder) / "notebooks.sqlite3"))
        for step in [*beginning, *sequel]:
            heard = take(runner, step)
            if heard is None:
                continue
            expect_an_answer(heard)
            walkthrough = runner.walkthrough()
            if walkthrough:
                expect_a_valid_place(walkthrough)
