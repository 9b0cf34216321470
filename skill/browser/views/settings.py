"""The settings as they are: how the runner likes to be coached."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from skill.browser.views.units import unit_of
from skill.conversation.memory.profile import Profile
from skill.conversation.memory.profile_pages import PROFILE, profile_of
from skill.conversation.memory.shoe_pages import SHOES, shoes_of
from skill.storage.repository import Repository
from skill.value import Value, asdict


class Settings(Value):
    """Makes the view.

    Attributes:
        repository: the store.
        locale: as in "en-US".
        clock: aware, UTC.
    """

    repository: Repository
    locale: str
    clock: Callable[[], datetime]

    def __call__(self, user: str) -> dict[str, Any]:
        """The view as JSON: the value of each preference by its name, None for what is usual; and the `unit`.

        Raises:
            StorageError: the store, or one of the pages, could not be read.
        """
        pages = self.repository.read(user, self.clock()).pages
        profile = profile_of(pages[PROFILE].body) if PROFILE in pages else Profile()
        told = shoes_of(pages[SHOES].body) if SHOES in pages else None
        return {**asdict(profile.preferences), "unit": unit_of(told, self.locale)}
