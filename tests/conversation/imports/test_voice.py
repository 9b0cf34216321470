"""What the runner says of runs that came in stays, whatever comes in later; and is taken back by "undo"."""

from tests.conversation.imports.importer import Importer, found, run
from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}
ONCE = found([run("strava:1", 3, 10_020, "strava:Ghost"), run("strava:2", 30, 6_000, "strava:Clifton")])
SAME_FROM_GARMIN = found([run("garmin:1", 3, 10_050, "garmin:Clifton")])
CHANGED = found([run("strava:1", 3, 9_000)])


def test_the_pair_that_the_runner_says_stays(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.talk(
        ("CorrectShoes", {"shoe": "Clifton"}, ["Shall I make it the Clifton?"]),
        ("AMAZON.Yes", {}, ["Changed to the Clifton"]),
    )
    importer.brings(CHANGED)
    importer.brings(ONCE)

    assert importer.metres("Clifton") == 16_020


def test_the_distance_that_the_runner_says_stays(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.talk(
        ("CorrectDistance", {"distance": "8", **KM}, ["Shall I make it eight"]),
        ("AMAZON.Yes", {}, ["Changed to eight"]),
    )
    importer.brings(SAME_FROM_GARMIN)
    importer.brings(CHANGED)

    assert importer.runs[0].metres == 8_000


def test_undo_of_a_correction_lets_the_source_have_its_say_again(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.say("CorrectDistance", distance="8", **KM)
    voice.say("AMAZON.Yes")
    importer.brings(CHANGED)
    voice.talk(("Undo", {}, ["eight"]), ("AMAZON.Yes", {}, ["nine kilometres"]))

    assert importer.runs[0].metres == 9_000
    importer.brings(ONCE)
    assert importer.runs[0].metres == 10_020


def test_a_run_that_was_deleted_does_not_come_back_from_anywhere(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.talk(("DeleteRun", {}, ["Shall I take back"]), ("AMAZON.Yes", {}, ["Taken back"]))
    for again in (ONCE, SAME_FROM_GARMIN, CHANGED):
        importer.brings(again)
    assert [one.metres for one in importer.runs] == [6_000]

    voice.talk(("Undo", {}, ["Shall I log"]), ("AMAZON.Yes", {}, ["again"]))
    importer.sums_are_right()
    assert len(importer.runs) == 2
    importer.brings(ONCE)
    assert [one.metres for one in importer.runs] == [10_050, 6_000]


def test_it_stays_deleted_though_its_import_is_undone_and_done_again(
    importer: Importer, voice: Runner
) -> None:
    importer.brings(ONCE)
    voice.say("DeleteRun")
    voice.say("AMAZON.Yes")
    importer.undoes()
    assert importer.closet == ((), ())
    importer.brings(ONCE)

    assert [one.metres for one in importer.runs] == [6_000]


def test_a_run_told_after_it_came_in_is_one_with_it(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.talk(
        (
            "LogRun",
            {"distance": "10", "shoe": "Clifton", **KM},
            ["this morning has come in already", "Is that"],
        ),
        ("AMAZON.Yes", {}, ["Good, that one: ten point zero two kilometres in the Clifton"]),
    )
    importer.brings(ONCE)
    assert importer.closet.pairs == (("Clifton", 16_020, True), ("Ghost", 0, True))

    voice.talk(("Undo", {}, ["Shall I"]), ("AMAZON.Yes", {}, ["Ghost"]))
    assert importer.closet.pairs == (("Clifton", 6_000, True), ("Ghost", 10_020, True))


def test_a_run_told_once_more_is_not_asked_about_again(importer: Importer, voice: Runner) -> None:
    importer.brings(ONCE)
    voice.say("LogRun", distance="10", shoe="Clifton", **KM)
    voice.say("AMAZON.No")
    assert len(importer.runs) == 3
    importer.brings(ONCE)

    assert len(importer.runs) == 3


def test_undo_by_voice_knows_a_run_as_an_import_left_it(importer: Importer, voice: Runner) -> None:
    """The run is older than the newest hundred by then, so that only what was changed last tells of it."""
    voice.say("AddShoes", shoe="Clifton")
    voice.say("LogRun", distance="5", shoe="Clifton", day="2026-11-20", **KM)
    joined = run("strava:told", 50, 5_100)
    newer = [run(f"strava:{place}", 3 + place / 4, 1_000, "strava:Ghost") for place in range(120)]
    importer.brings(found([joined, *newer]))
    for _ in range(2):
        asked = voice.say("Undo")
        if "five" in asked:
            break
    assert "five point one kilometres" in asked
    assert "Taken back" in voice.say("AMAZON.Yes")
    importer.sums_are_right()
    importer.brings(found([joined, *newer]))

    assert len(importer.runs) == 120


def test_the_question_for_a_pair_is_asked_of_a_run_that_came_in(importer: Importer, voice: Runner) -> None:
    voice.say("AddShoes", shoe="Clifton")
    voice.say("AMAZON.No")
    importer.brings(found([run("strava:1", 3, 10_000)]))
    voice.talk(
        ("CorrectShoes", {"shoe": "Clifton"}, ["Shall I make it the Clifton"]),
        ("AMAZON.Yes", {}, ["Changed to the Clifton"]),
    )
    assert importer.metres("Clifton") == 10_000
