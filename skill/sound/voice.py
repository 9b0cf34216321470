"""A voice for one's own machine: espeak-ng, from a wheel or the system, through its C interface."""

import ctypes
import ctypes.util
import os
import threading
from functools import cache, lru_cache
from typing import Final

import numpy as np

from skill.extras import how_to_install
from skill.sound.errors import SoundError
from skill.sound.performance import Samples
from skill.value import Value

SLOWEST: Final = 80
FASTEST: Final = 450
"""The words a minute that espeak-ng accepts (espeak-ng/src/include/espeak-ng/speak_lib.h, espeakRATE)."""

NORMAL: Final = 150
"""Words a minute of a normal voice, by espeak-ng's own measure; what `durations.toml` was measured at."""

TEXTS_REMEMBERED: Final = 256
"""What a voice has said last: more than a whole routine has texts."""

# Constants of espeak-ng/src/include/espeak-ng/speak_lib.h.
_AUDIO_OUTPUT_SYNCHRONOUS: Final = 2
_INITIALIZE_DONT_EXIT: Final = 0x8000
_CHARS_UTF8: Final = 1
_RATE: Final = 1
_OK: Final = 0

_QUIET: Final = 64
"""Samples up to this are silence: 54 dB below the loudest, less than the hiss of a soft "f"."""

_ONE_AT_A_TIME: Final = threading.Lock()
"""The library keeps one state for the process: two threads in it end the process."""

_Receiver = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class VoiceMissingError(SoundError):
    """No espeak-ng was found, or it lacks the language; the message says what to install."""


VOICE_OF = {"en": "en-us"}
"""espeak-ng's voice for a language where it is not the language's own code."""


class Speaker(Value):
    """Who a voice is to people.

    Attributes:
        kind: "natural" or "espeak".
        called: its own name; empty where it has none.
        locale: what it speaks, as in "en-US", or "en".
    """

    kind: str
    called: str
    locale: str


class Voice:
    """An espeak-ng voice. Safe to share by threads: its library speaks one text at a time.

    Attributes:
        sample_rate: samples a second of what `speak` gives.
        name: tells this voice from any other, so that what it said can be kept.
    """

    def __init__(self, language: str = "en", words_per_minute: int = NORMAL) -> None:
        """Find the library and choose a voice.

        Args:
            language: a language's code, or one of espeak-ng's own, such as "en-gb".
            words_per_minute: `SLOWEST` to `FASTEST`.

        Raises:
            VoiceMissingError: espeak-ng or the language is not on this machine.
            SoundError: the speed is outside its range.
        """
        if not SLOWEST <= words_per_minute <= FASTEST:
            raise SoundError(f"A voice speaks {SLOWEST} to {FASTEST} words a minute, not {words_per_minute}.")
        self._language = VOICE_OF.get(language, language)
        self._words_per_minute = words_per_minute
        self.name = f"espeak-ng {self._language} {words_per_minute}"
        self.speaker = Speaker("espeak", "", self._language)
        self._spoken = lru_cache(TEXTS_REMEMBERED)(self._speak)
        with _ONE_AT_A_TIME:
            self._library, self.sample_rate = load_library()
            known = self._library.espeak_SetVoiceByName(self._language.encode()) == _OK
        if not known:
            raise VoiceMissingError(f"This espeak-ng has no voice for {language!r}.")

    def speak(self, text: str) -> Samples:
        """The sound of a plain text, from its first audible sample to its last: 16-bit, mono.

        The silence that espeak-ng puts around each text is cut: before the "t" of "ten" it lasts 66 ms at 120
        words a minute, and the word would come that much late. The last texts are remembered.

        Args:
            text: plain text; markup in it is read as text.
        """
        return self._spoken(text)

    def _speak(self, text: str) -> Samples:
        return _trim(self._synthesize(text))

    def _synthesize(self, text: str) -> Samples:
        with _ONE_AT_A_TIME:
            return self._synthesize_alone(text)

    def _synthesize_alone(self, text: str) -> Samples:
        library = self._library
        blocks: list[bytes] = []

        def receive(block: int | None, count: int, _events: int | None) -> int:
            if block and count > 0:
                blocks.append(ctypes.string_at(block, 2 * count))
            return 0

        receiver = _Receiver(receive)
        library.espeak_SetVoiceByName(self._language.encode())
        library.espeak_SetParameter(_RATE, self._words_per_minute, 0)
        library.espeak_SetSynthCallback(receiver)
        spoken = text.encode()
        library.espeak_Synth(spoken, len(spoken) + 1, 0, 0, 0, _CHARS_UTF8, None, None)
        library.espeak_Synchronize()
        return np.frombuffer(b"".join(blocks), dtype=np.int16)


def _trim(samples: Samples) -> Samples:
    audible = np.flatnonzero(np.abs(samples.astype(np.int32)) > _QUIET)
    return samples[audible[0] : audible[-1] + 1] if audible.size else samples[:0]


@cache  # espeak-ng keeps one state for the process and is set up once
def load_library() -> tuple[ctypes.CDLL, int]:
    """The library, set up to hand its samples over, and its sample rate."""
    path, data = _find()
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise VoiceMissingError(f"espeak-ng at {path} cannot be loaded: {error}.") from error
    rate = library.espeak_Initialize(_AUDIO_OUTPUT_SYNCHRONOUS, 0, data, _INITIALIZE_DONT_EXIT)
    if rate <= 0:
        raise VoiceMissingError(f"espeak-ng at {path} found none of its language data.")
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
        ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    return library, rate


def _find() -> tuple[str, bytes | None]:
    """Where the library is and its data, None for its own default: the wheel's first, then the system's."""
    try:
        import espeakng_loader  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, ships no types
    except ImportError:
        system = ctypes.util.find_library("espeak-ng")
        if system is None:
            how = how_to_install("voice")
            raise VoiceMissingError(f"No espeak-ng voice: {how}, or install espeak-ng.") from None
        return system, None
    return espeakng_loader.get_library_path(), os.fsencode(espeakng_loader.get_data_path())
