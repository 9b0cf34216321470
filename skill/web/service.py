"""Puts the service together: the settings' store and skill, and what every request has to pass."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from flask import Flask

from skill.alexa.entry import answer
from skill.alexa.skill import build_skill
from skill.settings import Settings, SettingsError
from skill.web.app import Verification, create_app
from skill.web.certificate_chain import public_roots
from skill.web.chain_source import ChainSource
from skill.web.signing_keys import SigningKeys
from skill.web.verifier import ApplicationVerifier, RequestVerifier, TimestampVerifier

NOBODY = "health"
"""No user of Alexa's has this name; asking for it tells whether the store answers."""


_now = partial(datetime.now, UTC)


def service(settings: Settings, *, verified: bool) -> Flask:
    """The application, as the Lambda answers.

    Args:
        settings: name the store, and the skill when requests are verified.
        verified: whether only Alexa's own requests for this skill are answered.

    Raises:
        SettingsError: the settings lack what is needed.
    """
    repository = settings.repository()
    skill = build_skill(repository, settings.skill_id if verified else None)

    def handle(envelope: dict[str, Any], _context: object) -> dict[str, Any]:
        return answer(lambda: skill, envelope)

    verification = _verification(settings.skill_id) if verified else None
    return create_app(handle, verification, lambda: repository.read(NOBODY, _now()))


def _verification(skill_id: str | None) -> Verification:
    skill_id = (skill_id or "").strip()
    if not skill_id:
        raise SettingsError(
            "Set FOOT_COACH_SKILL_ID to the skill's id, amzn1.ask.skill...: Alexa signs the requests of every"
            " skill there is, and only this one's are answered. Or serve this machine alone with --local"
        )
    keys = SigningKeys(public_roots(), ChainSource())
    return Verification(
        RequestVerifier(keys, _now, skill_id), [TimestampVerifier(_now), ApplicationVerifier(skill_id)]
    )
