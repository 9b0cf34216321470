"""How money and what is told of a pair are said in a turn."""

from collections.abc import Mapping
from typing import Final

from skill.conversation.shoes.shoe_words import span_in_words
from skill.conversation.turn.talk import Talk
from skill.shoes.price import HUNDREDTHS, Currency, Price
from skill.shoes.shoe import Shoe

MONEY_IN: Final[Mapping[str, Currency]] = {
    "en-US": Currency.DOLLARS,
    "en-CA": Currency.DOLLARS,
    "en-AU": Currency.DOLLARS,
    "en-GB": Currency.POUNDS,
    "en-IN": Currency.RUPEES,
}
"""What is paid with where a locale is spoken (CLDR); euros anywhere else."""
WITHOUT_HUNDREDTHS: Final = frozenset({Currency.YEN})


def usual_currency(talk: Talk) -> Currency:
    """What a price is in where the runner did not say."""
    return MONEY_IN.get(talk.turn.locale, Currency.EUROS)


def price_in_words(talk: Talk, price: Price) -> str:
    """Money: "one hundred and forty euros", "twenty three cents"."""
    if not price.hundredths:
        return talk.line("pairs.money.nothing")
    key = f"pairs.money.{price.currency}"
    if price.currency in WITHOUT_HUNDREDTHS:
        return talk.line(key, count=max(round(price.hundredths / HUNDREDTHS), 1))
    whole, rest = divmod(price.hundredths, HUNDREDTHS)
    cents = talk.line(f"{key}_hundredths", count=rest) if rest else ""
    if not whole and rest:
        return cents
    money = talk.line(key, count=whole)
    return talk.line("lists.and", first=money, second=cents) if cents else money


def purchase_in_words(talk: Talk, shoe: Shoe) -> str:
    """When a pair was bought and for how much: "bought in March for one hundred euros"; empty for nothing."""
    values = {
        "when": span_in_words(talk, shoe.bought) if shoe.bought else "",
        "price": price_in_words(talk, shoe.price) if shoe.price else "",
    }
    if shoe.bought:
        return talk.line(f"pairs.bought{'_for' if shoe.price else ''}", **values)
    return talk.line("pairs.paid", **values) if shoe.price else ""
