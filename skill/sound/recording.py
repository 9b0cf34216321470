"""Records a routine into files: the sound, its chapters and its planned onsets."""

import json
from collections.abc import Iterable
from pathlib import Path

from skill.sound.output import write_together
from skill.sound.performance import SpeaksText
from skill.sound.recital import RecitedReply
from skill.sound.rendering import render_recital
from skill.sound.sound_file import cue_file, encode
from skill.speech.phrasebook import Phrasebook
from skill.speech.spoken_sheet import SpeechFormat, speak
from skill.value import Value


class Recorded(Value):
    """What was written.

    Attributes:
        seconds: length of the sound.
        files: every file, the sound first.
    """

    seconds: float
    files: tuple[Path, ...]


def record_recital(
    recital: Iterable[RecitedReply],
    *,
    words: Phrasebook,
    voice: SpeaksText,
    form: SpeechFormat,
    out: Path,
    cues: Path | None,
) -> Recorded:
    """Perform the replies and write all files, or none.

    Args:
        recital: in order, at least one.
        words: names the chapters.
        voice: says it.
        form: in which form the replies are performed.
        out: the sound; a `.cue` file is written beside it.
        cues: the planned onsets as JSON; None for no such file.

    Raises:
        SoundFileError: the sound's format is not known, or its encoder is missing.
        OutputError: a file cannot be written.
    """
    encode(voice.speak(""), voice.sample_rate, out)
    rendering = render_recital(
        recital,
        lambda reply: speak(reply.sheet, form, "recording", words.code).as_response(),
        voice,
        lambda name: words.say(f"exercises.{name}.name"),
    )
    contents = {
        out: encode(rendering.sound, voice.sample_rate, out),
        out.with_suffix(".cue"): cue_file(out, rendering.chapters).encode(),
    }
    if cues:
        contents[cues] = json.dumps(rendering.cues, indent=1).encode()
    write_together(contents)
    return Recorded(rendering.seconds, tuple(contents))
