"""Puts the SDK's skill together."""

from random import Random, SystemRandom
from time import monotonic
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.handlers import handlers
from skill.content.loader import exercises
from skill.conversation.turns import Turns
from skill.storage.repository import Repository


def build_skill(
    repository: Repository, skill_id: str | None = None, random: Random | None = None
) -> CustomSkill:
    """The skill on a store.

    Args:
        repository: where notebooks are kept.
        skill_id: the only skill whose requests are answered; None answers any.
        random: where chance decides; the system's own where none is given.
    """
    builder = SkillBuilder()
    for handler in handlers(Turns(repository, exercises(), random or SystemRandom(), monotonic)):
        builder.add_request_handler(handler)
    configuration: Any = builder.skill_configuration
    configuration.skill_id = skill_id
    return CustomSkill(skill_configuration=configuration)
