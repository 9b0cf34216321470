"""Which voice speaks: by its name, by the path of its file, or the best that is at hand."""

from pathlib import Path
from typing import Final, Protocol

from skill.sound.natural_voice import NaturalVoice
from skill.sound.performance import SpeaksText
from skill.sound.voice import NORMAL, Speaker, Voice, VoiceMissingError

NATURAL: Final = "natural"
ESPEAK: Final = "espeak"
BEST: Final = "best"
NAMES: Final = (BEST, NATURAL, ESPEAK)


class NamedVoice(SpeaksText, Protocol):
    """A voice that can be told from others.

    Attributes:
        name: another for each voice and each way of speaking; what it said is kept under it.
    """

    name: str


class KnownVoice(NamedVoice, Protocol):
    """A voice that people know by a name.

    Attributes:
        speaker: who it is to them.
    """

    speaker: Speaker


def voice_of(wanted: str = BEST, language: str = "en", words_per_minute: int = NORMAL) -> KnownVoice:
    """The voice that somebody asks for.

    Args:
        wanted: "natural", "espeak", "best" for the natural one where it is installed and else espeak-ng, or
            the path of a Piper voice.
        language: ISO 639-1 code of what it will say.
        words_per_minute: how fast espeak-ng speaks; a natural voice has its own speed.

    Raises:
        VoiceMissingError: it is not on this machine; the message says what to install.
        SoundError: the speed is outside espeak-ng's range.
    """
    match wanted:
        case "natural":
            return NaturalVoice(language=language)
        case "espeak":
            return Voice(language, words_per_minute)
        case "best":
            return _best(language)
        case path if path.endswith(".onnx"):
            return NaturalVoice(Path(path), language)
        case other:
            raise VoiceMissingError(
                f"A voice is {', '.join(NAMES)} or the path of an .onnx file, not {other!r}."
            )


def _best(language: str) -> KnownVoice:
    try:
        return NaturalVoice(language=language)
    except VoiceMissingError:
        return Voice(language)
