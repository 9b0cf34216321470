"""The place at which a routine was left: what the coach would offer to go on with if it were opened now."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

from skill.browser.screen import screen_of
from skill.device.backend import Skill
from skill.device.envelopes import Envelopes
from skill.speech.phrasebook import Phrasebook
from skill.value import Value


class PlaceLeft(Value):
    """Makes the view.

    Attributes:
        looking: the skill on a store that is only looked at: it answers, and nothing is kept of the question.
        locale: as in "en-US".
        clock: aware, UTC.
    """

    looking: Skill
    locale: str
    clock: Callable[[], datetime]

    def __call__(self, user: str) -> dict[str, Any]:
        """The view as JSON.

        Returns:
            `exercise`, its name, and `side`, empty where it has none; both are empty where nothing is
            offered: a routine that a red flag stopped is asked about, and goes on behind no button.
        """
        device = Envelopes(user=user, locale=self.locale, screen=True)
        device.open_session()
        response = self.looking(device.launch(self.clock())).get("response") or {}
        scenes = (screen_of(response) or {}).get("scenes")
        if not scenes:
            return {"exercise": "", "side": ""}
        phrasebook = Phrasebook.of(self.locale.partition("-")[0], Random(0))  # noqa: S311 - names do not vary
        name = phrasebook.say(f"exercises.{scenes[0]['exercise']}.name")
        return {"exercise": name, "side": scenes[0]["words"].get("side", "")}
