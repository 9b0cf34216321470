"""What nobody runs, no shoe lasts and no pair is called: refused before anything changes."""

from datetime import datetime
from typing import Final

from skill.shoes.refusal import Refusal, RefusedError
from skill.shoes.shoe import Life

LONGEST_RUN: Final = 320_000
"""Metres. Nobody runs further in a day: the 24-hour world record is 319.614 km (Aleksandr Sorokin, IAU
European championships, Verona, September 2022)."""
SURPRISING_RUN: Final = 50_000
"""Metres. Beyond a marathon a distance is more often misheard ("six point two" as 62) than run: ask back."""
SHORTEST_LIFE: Final = 50_000
"""Metres: below it a pair would be due within weeks; racing flats are sold for about 150 km."""
LONGEST_LIFE: Final = 3_000_000
"""Metres: several times the 800 km of the convention, for soles that are resoled."""
LONGEST_REST: Final = 168
"""Hours: a week."""
LONGEST_NAME: Final = 40
"""Characters: a name that is said in one breath."""
MOST_WORDS: Final = 6
MOST_PAIRS: Final = 100
"""Active pairs: Alexa learns at most 100 dynamic entities (Amazon, Dialog.UpdateDynamicEntities)."""
MOST_PAIRS_EVER: Final = 300
"""Retired ones included: keeps the page well under DynamoDB's 400 KB for an item."""


def check_distance(metres: float) -> int:
    """The distance of a run in whole metres.

    Raises:
        RefusedError: not above 0, or further than anyone runs in a day.
    """
    if not metres > 0 or round(metres) == 0:
        raise RefusedError(Refusal.DISTANCE_NOT_POSITIVE)
    if metres > LONGEST_RUN:
        raise RefusedError(Refusal.DISTANCE_TOO_LONG)
    return round(metres)


def check_time(at: datetime, now: datetime) -> None:
    """Accept when a run may have happened; both aware.

    Raises:
        RefusedError: it lies in the future.
    """
    if at > now:
        raise RefusedError(Refusal.DAY_IN_FUTURE)


def check_starting_distance(metres: float) -> int:
    """What a pair had run before it was added, in whole metres.

    Raises:
        RefusedError: below 0, or further than any pair goes.
    """
    if not 0 <= metres <= LONGEST_LIFE:
        raise RefusedError(Refusal.STARTING_DISTANCE)
    return round(metres)


def life_until(metres: float) -> Life:
    """The life of a pair that is due at `metres`; "soon" keeps the article's 500 to 800, to ten kilometres.

    Raises:
        RefusedError: no shoe lasts so short or so long.
    """
    if not SHORTEST_LIFE <= metres <= LONGEST_LIFE:
        raise RefusedError(Refusal.LIFE)
    due = round(metres)
    return Life(soon=round(due * Life().soon // Life().due, -4), due=due)
