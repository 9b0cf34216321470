"""The log has what has sounded, whatever interrupts it; a thousand sessions are in bench/held_seconds.py."""

from bench.held_seconds import differences


def test_what_is_logged_is_what_sounded_within_a_second() -> None:
    assert max(differences(12, seed=7)) < 1
