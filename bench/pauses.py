"""Does a pause name what is sounding? Measured in sound.

    python -m bench.pauses

Renders both routines, finds each cue in the samples by the voice's own clip of it, and interrupts at random
times. The coach places the interruption by the clock; the sound says which count was heard last, and
which exercise and bout the words belong to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final

import numpy as np

from bench.counts import SPEEDS, response
from skill.coach.cue_sheet import Cue, CueKind, Place
from skill.coach.walkthrough import Progress
from skill.content.exercise import DoseKind
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.performance import Samples
from skill.sound.performance import perform as play
from skill.sound.recital import RecitedReply, recite
from skill.sound.voice import Voice
from skill.speech.spoken_sheet import SpeechFormat

TIMES: Final = 200
ROUTINES: Final = ("post-run", "pre-run")
WINDOW: Final = 15
"""Seconds of sound that are searched at once."""
CLIP: Final = 0.5
"""Seconds of a cue's clip that are looked for."""
ALIKE: Final = 0.9
"""How much of itself a clip must find in the sound."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue and when it begins and ends in the sound, in seconds."""

    cue: Cue
    begin: float
    end: float


def find(cues: tuple[Cue, ...], sound: Samples, voice: Voice) -> list[Heard]:
    """Each cue's place in the sound."""
    rate = voice.sample_rate
    heard: list[Heard] = []
    start = 0
    for cue in cues:
        clip = voice.speak(cue.text)
        begin = _first_match(sound, start, clip[: int(CLIP * rate)], WINDOW * rate)
        heard.append(Heard(cue, begin / rate, (begin + len(clip)) / rate))
        start = begin + int(0.1 * rate)
    return heard


def _first_match(sound: Samples, start: int, clip: Samples, window: int) -> int:
    """Where the clip is first heard from `start` on: where the two agree as the clip does with itself.

    Raises:
        LookupError: nowhere.
    """
    energy = float(np.sum(clip.astype(np.float64) ** 2))
    size = 1 << (window + 2 * len(clip)).bit_length()
    image = np.conj(np.fft.rfft(clip, size))
    for begin in range(start, len(sound), window):
        piece = sound[begin : begin + window + len(clip)]
        agreement = np.fft.irfft(np.fft.rfft(piece, size) * image, size)[:window]
        best = np.flatnonzero(agreement > ALIKE * energy)
        if best.size:
            near = best[best < best[0] + len(clip) // 2]
            return begin + int(near[np.argmax(agreement[near])])
    raise LookupError("a cue is not in the sound")


def misses(recited: RecitedReply, heard: list[Heard], random: Random) -> Iterator[tuple[CueKind, float]]:
    """Interrupts at random; yields what was sounding, and by how many counts the coach misplaces it."""
    walkthrough = recited.walkthrough
    performance = walkthrough.performance
    if performance is None:
        return
    while True:
        time = random.uniform(0, heard[-1].end)
        last = [one for one in heard if one.begin <= time][-1:]
        if not last:
            continue
        cue = last[0].cue
        stopped = walkthrough.stop_at(performance.began_at + timedelta(seconds=time))
        named = None if stopped.progress is Progress.FINISHED else stopped.place
        heard_at = walkthrough.plan.routine.next_place(cue.place, walkthrough.plan.preferences)
        if cue.kind is CueKind.COUNT and counted(recited, cue.place) and time < last[0].begin + 1:
            yield CueKind.COUNT, _apart(named, heard_at)
        elif cue.kind is CueKind.SAY and time < last[0].end:
            yield CueKind.SAY, _apart(named, heard_at)


def _apart(named: Place | None, heard: Place | None) -> float:
    """Counts between two places of a bout; infinite between bouts."""
    if named == heard:
        return 0
    if named is None or heard is None or (named.step, named.bout) != (heard.step, heard.bout):
        return float("inf")
    return abs(named.count - heard.count)


def counted(recited: RecitedReply, place: Place) -> bool:
    """Whether the place is in a bout counted second by second."""
    plan = recited.walkthrough.plan
    return plan.routine.steps[place.step].bouts(plan.preferences)[place.bout].kind is DoseKind.HOLD


def measure(form: SpeechFormat, words_per_minute: int) -> dict[CueKind, list[float]]:
    """By how much `TIMES` interruptions of each kind were misplaced."""
    random = Random(0)  # noqa: S311 - times of interruptions, not secrets
    voice = Voice(words_per_minute=words_per_minute)
    results: dict[CueKind, list[float]] = {CueKind.COUNT: [], CueKind.SAY: []}
    interruptions = []
    for name in ROUTINES:
        for recited in recite(name, Profile(), exercises(), "en-US", random):
            sound = play(response(form)(recited.reply.sheet), voice)
            interruptions.append(misses(recited, find(recited.reply.sheet.cues, sound, voice), random))
    while min(map(len, results.values())) < TIMES:
        for one in interruptions:
            kind, apart = next(one)
            results[kind].append(apart)
    return {kind: apart[:TIMES] for kind, apart in results.items()}


def main() -> None:
    """Print the table."""
    print(f"{TIMES} pauses in holds and {TIMES} in speech, both routines:\n")
    print("| way | voice | words a minute | count named | within one count | place in speech named |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for form in SpeechFormat:
        for speed, words_per_minute in SPEEDS.items():
            apart = measure(form, words_per_minute)
            named = _share(apart[CueKind.COUNT], 0)
            near = _share(apart[CueKind.COUNT], 1)
            speech = _share(apart[CueKind.SAY], 0)
            print(f"| {form.upper()} | {speed} | {words_per_minute} | {named} | {near} | {speech} |")


def _share(apart: list[float], most: float) -> str:
    return f"{sum(one <= most for one in apart) / len(apart):.1%}"


if __name__ == "__main__":
    main()
