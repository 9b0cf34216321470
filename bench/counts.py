"""Do counts land on their second? Measured in sound.

    python -m bench.counts                          # the table
    python -m bench.counts --plot docs/counts.svg   # and the picture

Renders one hold as a response's JSON in three ways, performs it with espeak-ng voices from slow to fast, and
finds each count in the samples alone:

* APLA: the audio document that the skill sends;
* SSML: what the skill sends to a device that failed the audio;
* naive: "one, break of a second, two, break of a second ...", as skills are usually written.

A count's error is how far its onset is from its second after the hold's beginning. The length of a hold is
when its last count is heard.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bench.onsets import onsets
from bench.plot import Line, line_plot
from skill.coach.cue_sheet import Cue, CueKind, CueSheet, Place
from skill.content.loader import exercises
from skill.conversation.memory.profile import Profile
from skill.sound.performance import perform as play
from skill.sound.recital import recite
from skill.sound.rendering import render_recital
from skill.sound.voice import Voice
from skill.speech.phrasebook import Phrasebook
from skill.speech.spoken_sheet import SpeechFormat, speak

SECONDS: Final = 30
SPEEDS: Final = {"slow": 120, "normal": 150, "brisk": 180, "fast": 220}
"""Words a minute by espeak-ng's measure."""
WORDS: Final = Phrasebook.of("en", Random(0))  # noqa: S311 - wordings, not secrets


Errors = npt.NDArray[np.float64]
"""Seconds by which counts are late."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The onset of every count of a hold, less its second."""

    errors: Errors

    @property
    def length_error(self) -> float:
        """How much too long the hold is, as a share of its length."""
        return float(self.errors[-1] / len(self.errors))


def a_hold(seconds: int) -> CueSheet:
    """A hold counted every second, and nothing else."""
    cues = tuple(
        Cue(float(second), 1.0, WORDS.count(second), CueKind.COUNT, Place(0, 1, second))
        for second in range(1, seconds + 1)
    )
    return CueSheet(cues, seconds + 1.0, None)


def response(form: SpeechFormat) -> Callable[[CueSheet], dict[str, Any]]:
    """What the skill sends for a sheet."""
    return lambda sheet: speak(sheet, form, "bench", "en").as_response()


def naive(sheet: CueSheet) -> dict[str, Any]:
    """A second's break, then each number and a second's break."""
    pause = '<break time="1s"/>'
    words = pause.join(cue.text for cue in sheet.cues)
    return {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{pause}{words}{pause}</speak>"}}


WAYS: Final = {"APLA": response(SpeechFormat.APLA), "SSML": response(SpeechFormat.SSML), "naive": naive}


def measure(way: str, words_per_minute: int, seconds: int = SECONDS) -> Measured:
    """Perform a hold and find its counts.

    Raises:
        AssertionError: the sound does not hold as many words as were counted.
    """
    voice = Voice(words_per_minute=words_per_minute)
    found = onsets(play(WAYS[way](a_hold(seconds)), voice), voice.sample_rate)
    assert len(found) == seconds, f"{len(found)} words heard of {seconds}"  # noqa: S101 - a bench checks itself
    return Measured(found - np.arange(1, seconds + 1))


def measure_routine(words_per_minute: int) -> Errors:
    """How far every count of the post-run routine is from its plan, APL for Audio, all replies in a row."""
    voice = Voice(words_per_minute=words_per_minute)
    random = Random(0)  # noqa: S311 - wordings, not secrets
    recital = list(recite("post-run", Profile(), exercises(), "en-US", random))
    respond = response(SpeechFormat.APLA)
    rendering = render_recital(recital, lambda reply: respond(reply.sheet), voice, title=str)
    found = onsets(rendering.sound, voice.sample_rate)
    planned = [cue["at"] for cue in rendering.cues if cue["kind"] == CueKind.COUNT]
    return np.array([found[np.abs(found - at).argmin()] - at for at in planned])


def plot(measured: dict[tuple[str, str], Measured]) -> str:
    """The drift of every way and speed as an SVG."""
    lines = [
        Line(f"{way}, {speed}" if way != "APLA" else "APLA, every voice", way, [0.0, *result.errors])
        for (way, speed), result in measured.items()
        if way != "APLA" or speed == "normal"
    ]
    return line_plot(lines, "How late each count of a hold is heard", "count", "seconds late")


def main() -> None:
    """Print the table, and draw the picture where one is asked for."""
    parser = argparse.ArgumentParser(description="How far counts are from their seconds.")
    parser.add_argument("--plot", type=Path, help="where to write an SVG of the drift")
    arguments = parser.parse_args()
    print(f"A hold of {SECONDS} seconds, each count's onset in the rendered sound:\n")
    print("| way | voice | words a minute | mean error | worst error | hold too long by |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    measured = {}
    for way in WAYS:
        for speed, words_per_minute in SPEEDS.items():
            result = measured[way, speed] = measure(way, words_per_minute)
            late = np.abs(result.errors) * 1000
            print(
                f"| {way} | {speed} | {words_per_minute} | {late.mean():,.0f} ms | {late.max():,.0f} ms "
                f"| {result.length_error:+.1%} |"
            )
    print("\nThe whole post-run routine as APLA, all its replies, each count's onset against its plan:\n")
    print("| voice | words a minute | counts | mean error | worst error |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for speed, words_per_minute in SPEEDS.items():
        late = np.abs(measure_routine(words_per_minute)) * 1000
        print(
            f"| {speed} | {words_per_minute} | {len(late)} | {late.mean():,.0f} ms | {late.max():,.0f} ms |"
        )
    if arguments.plot:
        arguments.plot.write_text(plot(measured), "utf-8")


if __name__ == "__main__":
    main()
