"""How often a turn is tried when other turns of the same user write first: as long as there is time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Final

LATEST_ATTEMPT_SECONDS: Final = 2.5
"""No attempt begins later: the store gives one up within 5.2 s, and Alexa waits for about 8."""
FIRST_WAIT_SECONDS: Final = 0.01
"""What is waited at most before the second attempt, less than one takes. It doubles each time."""
LONGEST_WAIT_SECONDS: Final = 0.05
"""What is waited at most, about as long as one attempt takes: who waits longer leaves the notebook to those
who write again at once. Four processes that never pause store all of 1,000 runs with it; with 0.2 s one or
two of 1,000 find no gap in time (`python -m bench.attack races`)."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """The attempts that a turn has.

    What is waited between two is drawn anew each time, from nothing to a bound that doubles ("full jitter" in
    "Exponential Backoff And Jitter", AWS Architecture Blog, March 2015): turns that met once do not keep
    meeting.

    Attributes:
        seconds: a clock that only goes forward, in seconds.
        wait: lets so many seconds go by.
        random: where chance decides how long.
    """

    seconds: Callable[[], float]
    wait: Callable[[float], None]
    random: Random

    def __iter__(self) -> Iterator[int]:
        """The number of each attempt from 1, the wait before it over; the last one begins in time."""
        latest = self.seconds() + LATEST_ATTEMPT_SECONDS
        longest = FIRST_WAIT_SECONDS
        for number in count(1):
            yield number
            pause = self.random.uniform(0, longest)
            if self.seconds() + pause > latest:
                return
            self.wait(pause)
            longest = min(2 * longest, LONGEST_WAIT_SECONDS)
