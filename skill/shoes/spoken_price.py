"""A price as the runner said it."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from skill.shoes.limits import Refusal, RefusedError
from skill.shoes.price import HUNDREDTHS, Currency, Price
from skill.value import Value

DEAREST: Final = 1_000_000
"""Units of money: far beyond any shoe, in yen and in rupees too (our figure); more has been misheard."""


class SpokenPrice(Value):
    """A price as the runner said it.

    Attributes:
        whole: the units; None when none were said.
        decimals: the digits behind a point; empty when none were said.
        cents: the hundredths said as a number of their own; None when none were said.
        currency: None when none was said.
    """

    whole: Decimal | None = None
    decimals: str = ""
    cents: int | None = None
    currency: Currency | None = None

    def price(self, currency: Currency) -> Price | None:
        """The price; None when none was said.

        Args:
            currency: the one that is meant when none was said.

        Raises:
            RefusedError: below nothing, or more than a pair costs.
        """
        if self.whole is None:
            return None
        amount = self.whole + Decimal(f"0.{self.decimals or 0}") + Decimal(self.cents or 0) / HUNDREDTHS
        if not 0 <= amount <= DEAREST or not 0 <= (self.cents or 0) < HUNDREDTHS:
            raise RefusedError(Refusal.PRICE)
        hundredths = (amount * HUNDREDTHS).to_integral_value(ROUND_HALF_UP)
        return Price(int(hundredths), self.currency or currency)


FREE: Final = SpokenPrice(Decimal(0))
"""It was a present."""
