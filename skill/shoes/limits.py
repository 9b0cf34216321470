"""The limits of runs, pairs and names, and the error that refuses what lies outside of them."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from skill.shoes.shoe import Life, Shoe

LONGEST_RUN: Final = 320_000
"""Metres. Nobody runs further in a day: the 24-hour world record is 319.614 km (Aleksandr Sorokin, IAU
European championships, Verona, September 2022)."""
SURPRISING_RUN: Final = 50_000
"""Metres. Beyond a marathon a distance is rather misheard ("six point two" as 62) than run: the coach asks
back."""
SURPRISINGLY_SHORT_RUN: Final = 200
"""Metres. Below half a lap of a track a distance is rather misheard ("three metres" for miles): the coach
asks back. Our figure."""
SHORTEST_LIFE: Final = 50_000
"""Metres: below it a pair would be due within weeks; racing flats are sold for about 150 km."""
LONGEST_LIFE: Final = 3_000_000
"""Metres: several times the conventional 800 km, because some soles can be replaced."""
LONGEST_REST: Final = 168
"""Hours: a week."""
LONGEST_NAME: Final = 40
"""Characters as they are read, each with its accents: a longer name is not said in one breath."""
LARGEST_NAME: Final = 120
"""Bytes of UTF-8: three for each character, so that `MOST_PAIRS_EVER` names find room in one page."""
MOST_WORDS: Final = 6
MOST_ACCENTS: Final = 3
"""Marks on one letter, written apart from it: Vietnamese has two, Hebrew and Thai three."""
MOST_PAIRS: Final = 100
"""Active pairs: Alexa learns at most 100 dynamic entities (Amazon, Dialog.UpdateDynamicEntities)."""
MOST_PAIRS_EVER: Final = 300
"""Retired ones included: keeps the page well under DynamoDB's 400 KB for an item."""


class Refusal(StrEnum):
    """Why a wish is refused; each has a line of its own that says what to do instead."""

    DISTANCE_NOT_POSITIVE = "distance_not_positive"
    DISTANCE_TOO_LONG = "distance_too_long"
    DAY_IN_FUTURE = "day_in_future"
    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_RUDE = "name_rude"
    NAME_UNSAYABLE = "name_unsayable"
    NAME_TAKEN = "name_taken"
    TOO_MANY_PAIRS = "too_many_pairs"
    RETIRED = "retired"
    NOT_RETIRED = "not_retired"
    STARTING_DISTANCE = "starting_distance"
    LIFE = "life"
    ALERT = "alert"
    PRICE = "price"
    BOUGHT = "bought"
    REST = "rest"
    PAIR_GONE = "pair_gone"
    NO_RUN = "no_run"
    NO_RUN_THEN = "no_run_then"
    NO_SUCH_RUN = "no_such_run"
    ONE_RUN_AT_A_TIME = "one_run_at_a_time"
    RUN_TOO_LONG_AGO = "run_too_long_ago"


class RefusedError(Exception):
    """A wish cannot be carried out; nothing was changed.

    Attributes:
        why: the reason.
        shoe: the pair it is about, None when it is about none.
    """

    def __init__(self, why: Refusal, shoe: Shoe | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.shoe = shoe


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


def is_surprising(metres: int) -> bool:
    """Whether a distance is asked about before it is believed."""
    return metres > SURPRISING_RUN or metres < SURPRISINGLY_SHORT_RUN


def check_time(at: datetime, now: datetime) -> None:
    """Accept the time of a run; both times are aware.

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
    """The life of a pair that is due at `metres`.

    Its `soon` is in proportion: 500 to 800 as in the article, rounded to ten kilometres.

    Raises:
        RefusedError: shorter or longer than any shoe lasts.
    """
    if not SHORTEST_LIFE <= metres <= LONGEST_LIFE:
        raise RefusedError(Refusal.LIFE)
    due = round(metres)
    return Life(soon=round(due * Life().soon // Life().due, -4), due=due)
