import pytest

from skill.speech.voice_seconds import planned_seconds, speaking_seconds


def test_silence_takes_no_time() -> None:
    assert speaking_seconds("", "en") == 0
    assert speaking_seconds(" . ", "en") == 0


def test_a_counted_number_takes_what_was_measured() -> None:
    assert speaking_seconds("Seventeen.", "en") == speaking_seconds("seventeen", "en") == 0.73


def test_half_the_pace_takes_twice_the_time() -> None:
    line = "Switch to your left foot."
    assert speaking_seconds(line, "en", pace=0.5) == pytest.approx(2 * speaking_seconds(line, "en"))


def test_a_paragraph_is_said_at_a_talking_speed() -> None:
    line = (
        "Sit in a chair with your feet flat. Put the edge of the towel under the toes of your right foot, "
        "and scrunch the towel up with your toes, bringing it toward your chair."
    )
    words_a_minute = len(line.split()) / speaking_seconds(line, "en") * 60
    assert 150 < words_a_minute < 200


def test_what_is_added_to_a_line_adds_to_its_time() -> None:
    lines = [
        "Hold",
        "Hold it",
        "Hold it, gently",
        "Hold it, gently, 20 seconds",
        "Hold it. Gently. For 20 seconds",
    ]
    seconds = [speaking_seconds(line, "en") for line in lines]
    assert seconds == sorted(seconds)
    assert len(set(seconds)) == len(seconds)


def test_the_planned_time_outlasts_the_words() -> None:
    line = "Now the other side."
    assert planned_seconds(line, "en") > 1.1 * speaking_seconds(line, "en")


def test_a_pace_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        speaking_seconds("one", "en", pace=0)
