"""Who may use the page."""

from pathlib import Path

import pytest

from skill.browser.keys import Keys, secret_in


def test_the_secret_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "not there yet" / "page-key"

    first, again = secret_in(path), secret_in(path)

    assert first == again
    assert len(first) >= 32
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoiled", [b"", b"short"])
def test_a_secret_that_anybody_could_guess_is_made_anew(tmp_path: Path, spoiled: bytes) -> None:
    path = tmp_path / "page-key"
    path.write_bytes(spoiled)

    assert secret_in(path) not in (spoiled, b"")
    assert len(path.read_bytes()) >= 32


def test_a_key_is_one_user_s_and_outlives_the_server(tmp_path: Path) -> None:
    secret = secret_in(tmp_path / "page-key")
    keys, later = Keys(secret, ["ann", "ben"]), Keys(secret, ["ben", "ann"])

    assert later.user_of(keys.key_of("ann")) == "ann"
    assert later.user_of(keys.key_of("ben")) == "ben"
    assert Keys(secret, ["ben"]).user_of(keys.key_of("ann")) is None


@pytest.mark.parametrize("forged", ["", "ann", "0" * 40, "é" * 40, "\ud800", "x" * 10_000])
def test_no_other_word_is_a_key(forged: str) -> None:
    keys = Keys(b"a secret of thirty two bytes....", ["ann"])

    assert keys.user_of(forged) is None
    assert keys.user_of(keys.key_of("ann").upper()) is None
    assert keys.user_of(keys.key_of("ann")[:-1]) is None


def test_another_secret_makes_every_link_void() -> None:
    before, after = Keys(b"a" * 32, ["ann"]), Keys(b"b" * 32, ["ann"])

    assert after.user_of(before.key_of("ann")) is None
