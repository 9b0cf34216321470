from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.web.refusal import Reason, RefusedError
from skill.web.verifier import ApplicationVerifier, TimestampVerifier
from stand_ins.authority import SKILL_ID

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def made(timestamp: object, kind: object = "IntentRequest") -> dict[str, Any]:
    return {"request": {"type": kind, "timestamp": timestamp}}


def refused_for(verifier: TimestampVerifier | ApplicationVerifier, envelope: Any) -> Reason | None:
    try:
        verifier.verify(headers={}, serialized_request_env=b"", deserialized_request_env=envelope)
    except RefusedError as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("off", "kind", "reason"),
    [
        (0 * SECOND, "IntentRequest", None),
        (-150 * SECOND, "IntentRequest", None),
        (150 * SECOND, "IntentRequest", None),
        (-151 * SECOND, "IntentRequest", Reason.STALE),
        (151 * SECOND, "IntentRequest", Reason.STALE),
        (-3600 * SECOND, "AlexaSkillEvent.SkillDisabled", None),
        (-3601 * SECOND, "AlexaSkillEvent.SkillDisabled", Reason.STALE),
        (-3600 * SECOND, "NotAlexaSkillEvent.SkillDisabled", Reason.STALE),
        (-151 * SECOND, ["AlexaSkillEvent."], Reason.STALE),
    ],
)
def test_a_request_may_be_so_old_and_no_older(off: timedelta, kind: object, reason: Reason | None) -> None:
    timestamp = (NOW + off).strftime("%Y-%m-%dT%H:%M:%SZ")

    assert refused_for(TimestampVerifier(lambda: NOW), made(timestamp, kind)) is reason


@pytest.mark.parametrize(
    "timestamp",
    [
        None,
        "",
        0,
        NOW.timestamp(),
        "yesterday",
        "2026-11-22",
        "2026-11-22T12:00:00",
        "2026-11-22T25:00:00Z",
        {"at": "2026-11-22T12:00:00Z"},
    ],
)
def test_a_timestamp_that_is_no_moment_is_refused(timestamp: object) -> None:
    assert refused_for(TimestampVerifier(lambda: NOW), made(timestamp)) is Reason.BAD_TIMESTAMP


@pytest.mark.parametrize(
    "timestamp", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-22T12:00:00+05:00"]
)
def test_a_timestamp_far_away_or_of_another_zone_is_stale(timestamp: str) -> None:
    assert refused_for(TimestampVerifier(lambda: NOW), made(timestamp)) is Reason.STALE


def test_another_zone_s_word_for_now_is_now() -> None:
    assert refused_for(TimestampVerifier(lambda: NOW), made("2026-11-22T17:00:00+05:00")) is None


OURS = {"application": {"applicationId": SKILL_ID}}
THEIRS = {"application": {"applicationId": "amzn1.ask.skill.another"}}


@pytest.mark.parametrize(
    ("envelope", "reason"),
    [
        ({"context": {"System": OURS}, "session": OURS}, None),
        ({"context": {"System": OURS}}, None),
        ({"session": OURS}, None),
        ({"context": {"System": THEIRS}, "session": THEIRS}, Reason.OTHER_SKILL),
        ({"context": {"System": OURS}, "session": THEIRS}, Reason.OTHER_SKILL),
        ({"context": {"System": THEIRS}, "session": OURS}, Reason.OTHER_SKILL),
        ({}, Reason.OTHER_SKILL),
        ({"context": None, "session": []}, Reason.OTHER_SKILL),
        ({"context": {"System": {"application": SKILL_ID}}}, Reason.OTHER_SKILL),
        ({"session": {"application": {"applicationId": [SKILL_ID]}}}, Reason.OTHER_SKILL),
    ],
)
def test_a_request_is_for_this_skill_or_refused(envelope: dict[str, Any], reason: Reason | None) -> None:
    assert refused_for(ApplicationVerifier(SKILL_ID), envelope) is reason
