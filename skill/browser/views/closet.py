"""The shoes: what the coach would show and say if it were asked which to wear today."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from skill.browser.screen import screen_of
from skill.browser.views.units import distance, unit_of
from skill.conversation.memory.shoe_pages import SHOES, shoes_of
from skill.device.backend import Skill
from skill.device.envelopes import Envelopes
from skill.storage.repository import Repository
from skill.value import Value

_ASKED: Final = "ChooseShoesIntent"


class Closet(Value):
    """Makes the view.

    Attributes:
        looking: the skill on a store that is only looked at: it answers, and nothing is kept of the question.
            It sees no routine under way, behind which the answer would go on.
        repository: the store.
        locale: as in "en-US".
        clock: aware, UTC.
    """

    looking: Skill
    repository: Repository
    locale: str
    clock: Callable[[], datetime]

    def __call__(self, user: str) -> dict[str, Any]:
        """The view as JSON.

        Returns:
            `pairs`, the closet of the screen it would show; `retired`
            pairs with `name` and `run`; `unknown`, how far was run in an unknown pair, empty for nothing.

        Raises:
            StorageError: the store, or the shoes' page, could not be read.
        """
        device = Envelopes(user=user, locale=self.locale, screen=True)
        device.open_session()
        now = self.clock()
        response = self.looking(device.intent(now, _ASKED)).get("response") or {}
        page = self.repository.read(user, now).pages.get(SHOES)
        told = shoes_of(page.body) if page else None
        unit = unit_of(told, self.locale)
        retired = told.rotation.retired if told else ()
        unknown = told.rotation.unknown.tally if told else None
        return {
            "pairs": (screen_of(response) or {}).get("closet") or [],
            "retired": [{"name": shoe.nickname, "run": distance(shoe.metres, unit)} for shoe in retired],
            "unknown": distance(unknown.metres, unit) if unknown and unknown.runs else "",
        }
