"""How often a turn is tried when other turns of the same user write first: as long as there is time."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

LATEST_ATTEMPT_SECONDS: Final = 2.5
"""No attempt begins later: the store gives one up within 5.2 s, and Alexa waits for about 8."""
FIRST_WAIT_SECONDS: Final = 0.01
"""What is waited at most before the second attempt, less than one takes. It doubles each time."""
LONGEST_WAIT_SECONDS: Final = 0.05
"""What is waited at most, about as long as one attempt takes: one of those who meet always wins, so who waits
longer leaves the notebook to those who write again at once."""
AFTER_A_RACE_SECONDS: Final = 5.0
"""So long after a race a user's next turn lets others go first; otherwise who has just won, and waits for
nothing, wins again (the "capture effect" of Ethernet, Ramakrishnan and Yang, 1994)."""
LONGEST_YIELD_SECONDS: Final = 0.5
MOST_RACES: Final = 100
"""Users of whose races a process knows."""


class Attempts:
    """The attempts that turns have.

    What is waited between two is drawn anew each time, from nothing to a bound that doubles ("full jitter" in
    "Exponential Backoff And Jitter", AWS Architecture Blog, March 2015): turns that met once do not keep
    meeting.

    Args:
        seconds: a clock that only goes forward, in seconds.
        wait: lets so many seconds go by.
        random: where chance decides how long.
    """

    def __init__(self, seconds: Callable[[], float], wait: Callable[[float], None], random: Random) -> None:
        self._seconds = seconds
        self._wait = wait
        self._random = random
        self._races: dict[str, tuple[float, float]] = {}

    def of(self, user: str) -> Iterator[float]:
        """Each attempt of a user's turn, the wait before it over; the last begins in time.

        Whoever asks for another one has lost the one before. Each comes as the seconds within which its calls
        of the store have to begin.
        """
        began = self._seconds()
        self._let_others_go_first(user, began)
        longest = FIRST_WAIT_SECONDS
        seconds_left = LATEST_ATTEMPT_SECONDS
        while True:
            yield seconds_left
            now = self._seconds()
            self._note_race(user, now, now - began)
            pause = self._random.uniform(0, longest)
            seconds_left = began + LATEST_ATTEMPT_SECONDS - now - pause
            if seconds_left < 0:
                return
            self._wait(pause)
            longest = min(2 * longest, LONGEST_WAIT_SECONDS)

    def _let_others_go_first(self, user: str, now: float) -> None:
        """Wait about as long as the user's last race took, if that was just now."""
        when, took = self._races.get(user, (now - AFTER_A_RACE_SECONDS, 0.0))
        if now - when < AFTER_A_RACE_SECONDS:
            self._wait(self._random.uniform(0, min(took, LONGEST_YIELD_SECONDS)))

    def _note_race(self, user: str, when: float, took: float) -> None:
        if len(self._races) >= MOST_RACES:
            self._races.clear()
        self._races[user] = when, took
