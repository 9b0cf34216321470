"""Distances as a coach says them.

A distance is 0 metres or more; the unit is the runner's, where metres are taken for kilometres.
"""

from decimal import Decimal

from skill.content.language import Language
from skill.shoes.distance import METRES_IN, RACE_METRES, Race, Unit, in_unit


def distance_in_words(language: Language, metres: int, unit: Unit) -> str:
    """A rounded distance, as one speaks of a pair or a week: "two hundred and twelve kilometres".

    One decimal below twenty, whole above; below one kilometre in tens of metres.
    """
    amount = in_unit(metres, _long_unit(unit))
    return _in_words(language, metres, _long_unit(unit), 1 if amount < 20 else 0)  # noqa: PLR2004  the rule above


def exact_distance_in_words(language: Language, metres: int, unit: Unit) -> str:
    """A run's distance as it is read back, to two decimals if they were told: "six point two five miles"."""
    for race in (Race.HALF_MARATHON, Race.MARATHON):
        if metres == round(RACE_METRES[race]):
            return language.say(f"distances.races.{race}")
    return _in_words(language, metres, _unit_as_told(metres, unit), 2)


def _unit_as_told(metres: int, unit: Unit) -> Unit:
    """Kilometres if a runner who uses miles ran a whole number of them, as in "a ten k"."""
    tenth = METRES_IN[Unit.MILES] / 10
    in_miles = abs(metres - round(metres / tenth) * tenth) < 1
    return Unit.KILOMETRES if metres % 1000 == 0 and not in_miles else _long_unit(unit)


def _long_unit(unit: Unit) -> Unit:
    return Unit.KILOMETRES if unit is Unit.METRES else unit


def _in_words(language: Language, metres: int, unit: Unit, places: int) -> str:
    if metres == 0:
        return language.say("distances.nothing")
    if unit is Unit.KILOMETRES and round(metres, -1) < 1000:  # noqa: PLR2004  below a kilometre
        return language.say("distances.metres.whole", count=metres if metres < 100 else round(metres, -1))  # noqa: PLR2004  tens from 100 m on
    amount = round(in_unit(metres, unit), places)
    if amount == amount.to_integral_value() and amount >= 1:
        return language.say(f"distances.{unit}.whole", count=int(amount))
    least = Decimal(1).scaleb(-max(places, 1))
    whole, _, decimals = f"{max(amount, least):f}".partition(".")
    return _with_part(language, int(whole), decimals.rstrip("0"), unit)


def _with_part(language: Language, whole: int, decimals: str, unit: Unit) -> str:
    many = language.say(f"distances.{unit}.many")
    part = {"25": "quarter", "5": "half", "75": "three_quarters"}.get(decimals)
    if part and whole == 0:
        return language.say(f"distances.{unit}.{part}")
    if part:
        return language.say(f"distances.and_{part}", whole=whole, unit=many)
    digits = " ".join(language.number(int(digit)) for digit in decimals)
    said = language.say("distances.point", whole=whole, digits=digits)
    return language.say("distances.with_decimals", number=said, unit=many)
