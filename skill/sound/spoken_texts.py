"""Texts as sounds to be fetched: each under a digest, spoken once, those needed soonest first."""

import hashlib
import itertools
import threading
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import PriorityQueue
from typing import Final

from skill.sound.output import OutputError, write_together
from skill.sound.sound_file import wav_bytes
from skill.sound.voices import NamedVoice

MOST_TEXTS: Final = 10_000
"""Texts that are known by their digest: more than a day of practising says."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""Sound that is kept in memory: about 25 minutes."""

_ASKED, _SOON, _SOME_DAY = range(3)
"""How urgently a text is wanted: somebody waits for it, a reply will say it, or perhaps one will."""


class SpokenTexts:
    """A voice's sounds by the digests of their texts, spoken by a thread of its own.

    What the coach may say to anybody, given to `warm`, is kept in a folder too. What was said to one runner
    may name shoes and days: it stays in memory and is gone when the program ends.
    """

    def __init__(self, voice: NamedVoice, folder: Path | None = None) -> None:
        """Begin to wait for texts.

        Args:
            voice: it speaks one text at a time, always from the same thread.
            folder: where warmed sounds are kept from one start to the next; None keeps none.
        """
        self._voice = voice
        self._folder = folder
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._sounds: OrderedDict[str, bytes] = OrderedDict()
        self._waiting: dict[str, Future[bytes]] = {}
        self._kept: set[str] = set()
        self._queue: PriorityQueue[tuple[int, int, str]] = PriorityQueue()
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._speak_on, name="spoken texts", daemon=True)
        self._thread.start()

    def digest_of(self, text: str) -> str:
        """The digest under which a text's sound is fetched; the voice begins to speak it."""
        digest = self._known(text)
        self._ask(digest, _SOON)
        return digest

    def wav(self, digest: str) -> bytes | None:
        """A text's sound, a WAV file that begins with its first audible sample; waits until it is spoken.

        Returns:
            None where no text with that digest was given, or it was so long ago that it is forgotten.
        """
        future = self._ask(digest, _ASKED)
        return future.result() if future else None

    def warm(self, texts: Iterable[str]) -> None:
        """Speak texts while nothing else is to be said, in this order, and keep the sounds in the folder."""
        for text in texts:
            digest = self._known(text)
            with self._lock:
                self._kept.add(digest)
            self._ask(digest, _SOME_DAY)

    def close(self) -> None:
        """Speak nothing more; who waits for a sound is let go with an error."""
        self._queue.put((-1, next(self._numbers), ""))
        self._thread.join()
        with self._lock:
            for future in self._waiting.values():
                future.cancel()

    def _known(self, text: str) -> str:
        digest = hashlib.sha256(f"{self._voice.name}\n{text}".encode()).hexdigest()[:32]
        with self._lock:
            self._texts[digest] = text
            self._texts.move_to_end(digest)
            while len(self._texts) > MOST_TEXTS:
                self._texts.popitem(last=False)
        return digest

    def _ask(self, digest: str, urgency: int) -> Future[bytes] | None:
        """The sound that will be there, asked for as urgently as that."""
        with self._lock:
            if digest in self._sounds:
                self._sounds.move_to_end(digest)
                done: Future[bytes] = Future()
                done.set_result(self._sounds[digest])
                return done
            if digest not in self._texts:
                return None
            future = self._waiting.setdefault(digest, Future())
        self._queue.put((urgency, next(self._numbers), digest))
        return future

    def _speak_on(self) -> None:
        while digest := self._queue.get()[2]:
            with self._lock:
                future = self._waiting.get(digest)
                text = self._texts.get(digest, "")
                kept = digest in self._kept
            if future is None:
                continue  # asked for twice, and spoken already
            try:
                sound = self._sound_of(digest, text, kept=kept)
            except Exception as error:  # noqa: BLE001 - whoever waits for it is told, and the thread goes on
                self._done(digest)
                future.set_exception(error)
            else:
                self._done(digest, sound)
                future.set_result(sound)

    def _done(self, digest: str, sound: bytes | None = None) -> None:
        with self._lock:
            del self._waiting[digest]
            if sound is not None:
                self._sounds[digest] = sound
            while sum(map(len, self._sounds.values())) > MOST_BYTES:
                self._sounds.popitem(last=False)

    def _sound_of(self, digest: str, text: str, *, kept: bool) -> bytes:
        path = self._folder / f"{digest}.wav" if self._folder and kept else None
        if path and path.is_file():
            return path.read_bytes()
        sound = wav_bytes(self._voice.speak(text), self._voice.sample_rate)
        if path:
            with suppress(
                OSError, OutputError
            ):  # a full or a read-only disk costs time at the next start, no more
                path.parent.mkdir(parents=True, exist_ok=True)
                write_together({path: sound})
        return sound
