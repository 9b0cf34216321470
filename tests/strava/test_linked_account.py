from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skill.strava.addresses import Addresses
from skill.strava.client import Asking, find
from skill.strava.connection import Connection
from skill.strava.faults import StravaError
from skill.strava.linked_account import LinkedAccount
from skill.strava.token_file import Link, TokenFile
from skill.strava.tokens import Application, Tokens
from stand_ins import strava_state as stand_in
from stand_ins.strava_state import Strava

HOUR = timedelta(hours=1)


@pytest.fixture
def file(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "strava.json")


def linked(strava: Strava, file: TokenFile) -> LinkedAccount:
    token = strava.connect()
    ends = datetime.fromtimestamp(int(token.ends), UTC)
    application = Application(strava.client_id, strava.client_secret)
    file.keep("me", Link(application, Tokens(token.access, token.refresh, ends)))
    return LinkedAccount(file, "me", Addresses(strava.api, f"{strava.address}/oauth"))


def now(strava: Strava) -> datetime:
    return datetime.fromtimestamp(strava.clock, UTC)


def runs(strava: Strava, account: LinkedAccount, at: datetime) -> int:
    def question(connection: Connection, token: str) -> int:
        return len(find(connection, strava.api, Asking(token)).runs)

    with Connection(5) as connection:
        return account.ask(connection, at, question)


def token_calls(strava: Strava) -> int:
    return strava.asked.count("/oauth/token")


def test_a_token_that_lasts_is_used_as_it_is(strava: Strava, file: TokenFile) -> None:
    account = linked(strava, file)
    strava.add_run(11, "2026-11-24T06:00:00Z", 5_000.0)

    assert runs(strava, account, now(strava)) == 1
    assert token_calls(strava) == 0


def test_a_token_that_is_over_is_replaced_and_the_new_ones_are_kept(strava: Strava, file: TokenFile) -> None:
    account = linked(strava, file)
    before = file.link_of("me")
    for _ in range(3):
        strava.clock += 7 * HOUR.total_seconds()
        assert runs(strava, account, now(strava)) == 0

    after = file.link_of("me")
    assert before
    assert after
    assert after.tokens.refresh != before.tokens.refresh
    assert strava.token
    assert after.tokens.refresh == strava.token.refresh
    assert token_calls(strava) == 3


def test_on_a_clock_that_is_slow_a_token_is_replaced_when_strava_says_it_is_over(
    strava: Strava, file: TokenFile
) -> None:
    account = linked(strava, file)
    strava.clock += 7 * HOUR.total_seconds()

    assert runs(strava, account, now(strava) - 8 * HOUR) == 0
    assert token_calls(strava) == 1


@pytest.mark.parametrize("fast", [7 * HOUR, timedelta(days=3650)])
def test_on_a_clock_that_is_fast_the_same_tokens_come_again(
    strava: Strava, file: TokenFile, fast: timedelta
) -> None:
    account = linked(strava, file)

    assert runs(strava, account, now(strava) + fast) == 0
    assert token_calls(strava) == 1


def test_a_permission_that_was_taken_back_is_refreshed_once_and_then_told(
    strava: Strava, file: TokenFile
) -> None:
    account = linked(strava, file)
    strava.token = None

    with pytest.raises(StravaError) as raised:
        runs(strava, account, now(strava))
    assert raised.value.fault == "no-token"
    assert token_calls(strava) == 1


def test_a_wrong_secret_is_told_as_that(strava: Strava, file: TokenFile) -> None:
    account = linked(strava, file)
    strava.client_secret = "another"  # noqa: S105 - nobody's

    with pytest.raises(StravaError) as raised:
        runs(strava, account, now(strava) + 7 * HOUR)
    assert raised.value.fault == "application"


def test_who_was_never_linked_is_told_how(strava: Strava, file: TokenFile) -> None:
    account = LinkedAccount(file, "me", Addresses(strava.api, strava.address))

    with pytest.raises(StravaError, match="strava connect"):
        runs(strava, account, now(strava))


def test_a_refresh_token_that_another_process_used_up_is_no_end_of_the_link(
    strava: Strava, file: TokenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = linked(strava, file)
    stale = file.link_of("me")
    strava.clock += 7 * HOUR.total_seconds()
    runs(strava, account, now(strava))
    kept = iter([stale, file.link_of("me")])
    monkeypatch.setattr(file, "link_of", lambda _user: next(kept))

    assert runs(strava, account, now(strava)) == 0


def test_for_a_speaker_the_token_is_replaced_too(strava: Strava, file: TokenFile) -> None:
    account = linked(strava, file)
    strava.clock += 7 * HOUR.total_seconds()
    with Connection(5) as connection:
        token = account.access_token(connection, now(strava))

    assert strava.token
    assert token == strava.token.access


@pytest.mark.parametrize(("failure", "empty"), [(None, True), (500, False), (stand_in.GARBAGE, False)])
def test_a_speaker_has_no_token_only_where_the_permission_is_gone(
    strava: Strava, file: TokenFile, failure: int | str | None, *, empty: bool
) -> None:
    account = linked(strava, file)
    if failure is None:
        strava.token = None
    else:
        strava.fails["/oauth/token"] = failure

    with Connection(5) as connection:
        token = account.access_token(connection, now(strava) + 7 * HOUR)
    assert (token == "") is empty


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"access_token": "a", "refresh_token": "b"},
        {"access_token": "a", "refresh_token": "b", "expires_at": True},
        {"access_token": "a", "refresh_token": "b", "expires_at": 1e300},
        {"access_token": "", "refresh_token": "b", "expires_at": 1},
        {"access_token": "a", "refresh_token": None, "expires_at": 1},
    ],
)
def test_an_answer_that_holds_no_tokens_replaces_none(
    strava: Strava, file: TokenFile, answer: object
) -> None:
    account = linked(strava, file)
    before = file.link_of("me")
    strava.says["/oauth/token"] = answer

    with pytest.raises(StravaError) as raised:
        runs(strava, account, now(strava) + 7 * HOUR)
    assert raised.value.fault == "garbage"
    assert file.link_of("me") == before
