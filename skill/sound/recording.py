"""Records a routine into files: the sound, its chapters and its planned onsets."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.conversation.turn.reply import Reply
from skill.sound.output import Output
from skill.sound.recital import RecitedReply
from skill.sound.rendering import render_recital
from skill.sound.samples import Samples
from skill.sound.sound_file import cue_file, encode
from skill.sound.voice import Voice
from skill.speech.phrasebook import Phrasebook
from skill.speech.spoken_sheet import SpeechFormat, speak


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written.

    Attributes:
        seconds: length of the sound.
        replies: how many replies it took.
        files: every file, the sound first.
    """

    seconds: float
    replies: int
    files: tuple[Path, ...]


class _ReportingVoice:
    """A voice that tells each time it has spoken."""

    def __init__(self, voice: Voice, spoken: Callable[[], None]) -> None:
        self.sample_rate = voice.sample_rate
        self._voice = voice
        self._spoken = spoken

    def speak(self, text: str) -> Samples:
        samples = self._voice.speak(text)
        self._spoken()
        return samples


def record_recital(
    recital: Sequence[RecitedReply],
    *,
    words: Phrasebook,
    voice: Voice,
    form: SpeechFormat,
    out: Path,
    cues: Path | None,
    spoken: Callable[[], None],
) -> Recorded:
    """Perform the replies and write all files, or none.

    Args:
        recital: in order, at least one.
        words: names the chapters.
        voice: says it.
        form: in which form the replies are performed.
        out: the sound; a `.cue` file is written beside it.
        cues: the planned onsets as JSON; None for no such file.
        spoken: called after each text.

    Raises:
        SoundFileError: the sound's format is not known, or its encoder is missing.
        OutputError: a file cannot be written.
    """

    def respond(reply: Reply) -> dict[str, Any]:
        return speak(reply.sheet, form, "recording", words.code).as_response()

    encode(voice.speak(""), voice.sample_rate, out)
    rendering = render_recital(
        recital, respond, _ReportingVoice(voice, spoken), lambda name: words.say(f"exercises.{name}.name")
    )
    contents = {
        out: encode(rendering.sound, voice.sample_rate, out),
        out.with_suffix(".cue"): cue_file(out, rendering.chapters).encode(),
    }
    if cues:
        contents[cues] = json.dumps(rendering.cues, indent=1).encode()
    output = Output()
    for path, content in contents.items():
        output.add(path, content)
    output.commit()
    return Recorded(rendering.seconds, len(recital), tuple(contents))
