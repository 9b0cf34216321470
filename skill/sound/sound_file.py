"""Sound as a file: WAV, or MP3 where its encoder is installed, and its chapters as a file beside it."""

import io
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from skill.extras import how_to_install
from skill.sound.errors import SoundError
from skill.sound.performance import Samples
from skill.value import Value

MP3_KILOBITS: Final = 64
"""A second of a mono voice: no difference is heard above it."""

_FRAMES_A_SECOND: Final = 75
"""Of a cue sheet's times, from its origin on audio CDs."""


class SoundFileError(SoundError):
    """A sound cannot be encoded; the message says why."""


class Chapter(Value):
    """A part of the sound that players can jump to.

    Attributes:
        at: seconds from the beginning.
        title: its name.
    """

    at: float
    title: str


def encode(samples: Samples, sample_rate: int, path: Path) -> bytes:
    """The sound in the format that the path's ending names: `.wav` or `.mp3`.

    Raises:
        SoundFileError: another ending, or the MP3 encoder is not installed.
    """
    match path.suffix.lower():
        case ".wav":
            return wav_bytes(samples, sample_rate)
        case ".mp3":
            return _mp3_bytes(samples, sample_rate)
        case other:
            raise SoundFileError(
                f"{path.name}: sound is written as .wav or .mp3, not as {other or 'nothing'}."
            )


def wav_bytes(samples: Samples, sample_rate: int) -> bytes:
    """A WAV file: 16 bits, mono."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(sample_rate)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def _mp3_bytes(samples: Samples, sample_rate: int) -> bytes:
    try:
        import lameenc  # type: ignore[import-not-found]  # noqa: PLC0415 - optional; its wheel ships no types
    except ImportError:
        how = how_to_install("voice")
        raise SoundFileError(f"MP3 needs its encoder: {how}, or name a .wav file.") from None
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(MP3_KILOBITS)
    encoder.set_in_sample_rate(sample_rate)
    encoder.set_channels(1)
    encoder.silence()
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())


def cue_file(sound: Path, chapters: Sequence[Chapter]) -> str:
    """The text of a `.cue` file: the chapters of a sound as tracks.

    Args:
        sound: the file that the tracks are of, which lies beside.
        chapters: in order of time.
    """
    kind = "MP3" if sound.suffix.lower() == ".mp3" else "WAVE"
    lines = [f'FILE "{sound.name}" {kind}']
    for number, chapter in enumerate(chapters, start=1):
        lines += [
            f"  TRACK {number:02} AUDIO",
            f'    TITLE "{chapter.title.replace(chr(34), chr(39))}"',
            f"    INDEX 01 {_cue_time(chapter.at)}",
        ]
    return "\n".join(lines) + "\n"


def _cue_time(seconds: float) -> str:
    frames = round(seconds * _FRAMES_A_SECOND)
    minutes, rest = divmod(frames, 60 * _FRAMES_A_SECOND)
    return "{:02}:{:02}:{:02}".format(minutes, *divmod(rest, _FRAMES_A_SECOND))
