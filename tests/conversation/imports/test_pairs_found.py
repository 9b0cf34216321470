"""Which pairs are one, what new ones are called, and what they had run before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from skill.conversation.imports.answers import Answers, Choice, WhichPair
from skill.importing.found import FoundPair
from skill.shoes.shoe import Life
from skill.value import replace
from tests.conversation.imports.importer import Importer, found, run
from tests.conversation.runner import SUNDAY, Runner

KM = {"unit": "kilometres"}


def test_unknown_gear_becomes_a_pair_of_its_own(importer: Importer) -> None:
    gear = FoundPair("garmin:u1", "Daily", "Nike", "Pegasus 40", date(2024, 3, 1), date(2025, 2, 1), 700_000)
    importer.brings(found([run("garmin:1", 24 * 700, 10_000, "garmin:u1")], gear))
    (shoe,) = importer.rotation.shoes

    assert (shoe.nickname, shoe.brand, shoe.model) == ("Daily", "Nike", "Pegasus 40")
    assert (shoe.added_at, shoe.life.due, shoe.metres) == (datetime(2024, 3, 1, tzinfo=UTC), 700_000, 10_000)
    assert shoe.retired_at == datetime(2025, 2, 1, 23, 59, 59, tzinfo=UTC)


def test_a_run_after_its_pair_was_retired_counts_on_it_where_its_source_says_so(importer: Importer) -> None:
    gear = FoundPair("garmin:u1", "Daily", retired=date(2026, 1, 1))
    importer.brings(found([run("garmin:1", 30, 10_000, "garmin:u1")], gear))

    assert importer.metres("Daily") == 10_000
    assert not importer.rotation.shoes[0].active


@pytest.mark.parametrize(
    ("gear", "called"),
    [
        (FoundPair("strava:g1", "🔥 Fast ones 🔥", "Nike", "Vaporfly"), "Fast ones"),
        (FoundPair("strava:g1", "👟", "Nike", "Vaporfly"), "Nike Vaporfly"),
        (FoundPair("strava:g1", "", "Skechers", "Speed Beast"), "Skechers Speed Beast"),
        (FoundPair("strava:g1", "shit shoes", "", "Speed Beast"), "Speed Beast"),
        (FoundPair("strava:g1"), "unnamed pair"),
        (
            FoundPair("strava:g1", "My trusty old and very much beloved winter shoes"),
            "My trusty old and very much",
        ),
        (FoundPair("strava:g1", 'Flitzer "rot", 2. Paar'), 'Flitzer "rot", 2. Paar'),
        (FoundPair("strava:g1", "ghosts", "Brooks", "Ghost 15"), "Brooks Ghost 15"),
    ],
)
def test_a_pair_gets_a_name_that_can_be_said(
    importer: Importer, voice: Runner, gear: FoundPair, called: str
) -> None:
    voice.say("AddShoes", shoe="ghosts")
    importer.brings(
        found([run("strava:1", 30, 10_000, "strava:g1")], gear), Answers({"strava:g1": Choice.NEW})
    )

    assert importer.rotation.shoes[-1].nickname == called


def test_two_pairs_of_one_name_are_two_where_their_source_numbers_them(importer: Importer) -> None:
    gear = FoundPair("garmin:u1", "Pegasus"), FoundPair("garmin:u2", "Pegasus")
    runs = run("garmin:1", 30, 10_000, "garmin:u1"), run("garmin:2", 60, 6_000, "garmin:u2")
    importer.brings(found(runs, *gear))

    assert importer.closet.pairs == (("Pegasus", 10_000, True), ("Pegasus 2", 6_000, True))


def test_the_table_with_names_and_the_one_with_numbers_mean_one_pair(importer: Importer) -> None:
    importer.brings(found([run("strava:1", 30, 10_000, "strava:Ghost")]))
    importer.brings(found([run("strava:2", 60, 6_000, "strava:g7")], FoundPair("strava:g7", "Ghost")))

    assert importer.closet.pairs == (("Ghost", 16_000, True),)


def test_the_same_name_is_the_same_pair_whoever_tells_it(importer: Importer, voice: Runner) -> None:
    voice.say("AddShoes", shoe="Clifton 9")
    for source in ("strava", "garmin"):
        gear = FoundPair(f"{source}:g1", "CLIFTON 9s")
        hours = 30 if source == "strava" else 60
        importer.brings(found([run(f"{source}:1", hours, 10_000, gear.key)], gear))

    assert importer.closet.pairs == (("Clifton 9", 20_000, True),)


def test_a_near_name_is_asked_about_and_the_answer_remembered(importer: Importer, voice: Runner) -> None:
    voice.say("AddShoes", shoe="ghosts")
    gear = FoundPair("strava:g1", "Ghost 15", "Brooks", "Ghost 15")
    once, later = (found([run(f"strava:{hours}", hours, 10_000, gear.key)], gear) for hours in (60, 30))
    plan = importer.brings(once)
    assert [type(one) for one in plan.asked] == [WhichPair]
    assert importer.rotation.unknown.tally.metres == 10_000

    ghosts = importer.rotation.shoes[0].id
    importer.brings(later, Answers({gear.key: ghosts}))
    assert importer.metres("ghosts") == 20_000
    assert importer.plans(once).asked == ()


def test_a_pair_that_is_none_of_mine_brings_its_runs_without_a_pair(importer: Importer) -> None:
    importer.brings(
        found([run("strava:1", 30, 10_000, "strava:Bike")]), Answers({"strava:Bike": Choice.NONE})
    )

    assert importer.rotation.shoes == ()
    assert importer.rotation.unknown.tally.metres == 10_000


@pytest.mark.parametrize(("came_in", "in_all"), [(100, 310), (290, 310), (350, 360)])
def test_what_it_had_run_before_it_was_added_is_not_counted_twice(
    importer: Importer, voice: Runner, came_in: int, in_all: int
) -> None:
    """Told: three hundred kilometres until today. Found: runs from before, and ten kilometres since."""
    voice.say("AddShoes", shoe="ghosts", distance="300", **KM)
    importer.at = SUNDAY + timedelta(days=3)
    before = [run(f"strava:{km}", 24 + km, 10_000, "strava:ghosts") for km in range(0, came_in, 10)]
    since = run("strava:since", -30, 10_000, "strava:ghosts")
    importer.brings(found([since, *before[::2]]))
    importer.brings(found([*before, since]))
    assert importer.metres("ghosts") == in_all * 1000
    importer.undoes()
    importer.undoes()

    assert importer.metres("ghosts") == 300_000


def test_a_run_told_beside_the_starting_distance_counts_beside_it(importer: Importer, voice: Runner) -> None:
    voice.say("AddShoes", shoe="ghosts", distance="300", **KM)
    voice.say("LogRun", distance="10", shoe="ghosts", day="2026-11-20", **KM)
    told, other = run("strava:1", 50, 10_000, "strava:ghosts"), run("strava:2", 99, 7_000, "strava:ghosts")
    importer.brings(found([told, other]))

    assert importer.metres("ghosts") == 310_000


def test_a_newer_export_that_retires_a_pair_is_followed_but_not_against_the_runner(
    importer: Importer, voice: Runner
) -> None:
    in_use = FoundPair("garmin:u1", "Ghost")
    retired = FoundPair("garmin:u1", "Ghost", "Brooks", retired=date(2026, 11, 1), life_metres=900_000)
    importer.brings(found([], in_use))
    importer.brings(found([], retired))
    (shoe,) = importer.rotation.shoes
    assert (shoe.active, shoe.brand, shoe.life.due) == (False, "Brooks", 900_000)

    importer.brings(found([], in_use))
    assert importer.closet.pairs == (("Ghost", 0, False),)
    assert "back" in voice.say("BringBackShoes", shoe="ghost")
    importer.brings(found([], retired))
    importer.brings(found([], replace(retired, model="Ghost 15")))
    assert importer.closet.pairs == (("Ghost", 0, True),)
    importer.undoes()
    importer.undoes()
    assert importer.closet.pairs == (("Ghost", 0, True),)
    assert importer.rotation.shoes[0].life == Life()


def test_there_is_room_for_a_hundred_pairs_in_use(importer: Importer) -> None:
    gear = [FoundPair(f"garmin:{number}", f"Pair {number}") for number in range(103)]
    runs = [run(f"garmin:{place}", 30 + place, 10_000, pair.key) for place, pair in enumerate(gear)]
    plan = importer.brings(found(runs, *gear))

    assert len(importer.rotation.active) == 100
    assert len(plan.pairs.too_many) == 3
    assert importer.rotation.unknown.tally.runs == 3
