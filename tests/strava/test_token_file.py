import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skill.strava.token_file import Link, TokenFile, TokenFileError
from skill.strava.tokens import Application, Tokens
from skill.value import replace

LINK = Link(Application("1", "secret"), Tokens("access", "refresh", datetime(2026, 11, 26, 12, tzinfo=UTC)))


@pytest.fixture
def file(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "not" / "there" / "yet" / "strava.json")


def test_what_is_kept_is_read_again(file: TokenFile) -> None:
    assert file.link_of("me") is None
    file.keep("me", LINK)

    assert file.link_of("me") == LINK
    assert file.link_of("somebody else") is None


def test_its_owner_alone_may_read_it(file: TokenFile) -> None:
    file.keep("me", LINK)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600

    file.path.chmod(0o644)
    file.link_of("me")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_each_runner_of_the_machine_has_an_own_link(file: TokenFile) -> None:
    other = replace(LINK, application=Application("2", "another"))
    file.keep("me", LINK)
    file.keep("you", other)
    file.keep("me", None)

    assert file.link_of("me") is None
    assert file.link_of("you") == other


def test_the_last_link_that_goes_takes_the_file_along(file: TokenFile) -> None:
    file.keep("me", LINK)
    file.keep("me", None)

    assert list(file.path.parent.iterdir()) == []


def test_a_write_that_fails_leaves_what_was_there_and_nothing_beside(
    file: TokenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.keep("me", LINK)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TokenFileError, match="cannot be written: No space left"):
        file.keep("me", replace(LINK, application=Application("2", "another")))

    assert file.link_of("me") == LINK
    assert list(file.path.parent.iterdir()) == [file.path]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"me": 7}', '{"me": {}}', b"\xff".decode("latin-1")])
def test_a_damaged_file_says_what_to_do(file: TokenFile, text: str) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text(text, "latin-1")

    with pytest.raises(TokenFileError, match="is damaged"):
        file.link_of("me")


def test_a_time_that_is_none_is_damage(file: TokenFile) -> None:
    file.keep("me", LINK)
    kept = json.loads(file.path.read_text())
    kept["me"]["ends"] = "soon"
    file.path.write_text(json.dumps(kept))

    with pytest.raises(TokenFileError, match="damaged"):
        file.link_of("me")


def test_no_repr_shows_a_token_or_a_secret() -> None:
    assert not any(word in repr(LINK) for word in ("secret", "'access'", "'refresh'"))
