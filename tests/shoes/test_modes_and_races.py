"""What the runner wishes of pairs, how they felt, and races to come: each weighs, and is the reason said."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.shoes.criterion import Criterion
from skill.shoes.ledger import differences, log_run, recount, remove_run, replace_run
from skill.shoes.planned_race import PlannedRace
from skill.shoes.recommendation import Recommendation, recommend
from skill.shoes.rotation import Rotation
from skill.shoes.run import Felt, Run, RunKind
from skill.shoes.shoe import Mode, Shoe
from skill.shoes.standing import PlannedRun, Standing
from skill.shoes.turns import hours_waited
from skill.shoes.wear import LATEST_KEPT
from skill.value import replace
from tests.shoes.samples import NOW, run, shoe

TODAY = NOW.date()
SOON, FAR = TODAY + timedelta(days=10), TODAY + timedelta(days=40)
GOOD, BAD = Felt.GOOD, Felt.BAD


def used_up(one: Shoe) -> Shoe:
    return replace(one, mode=Mode.USED_UP)


def saved(one: Shoe, until: date | None = None, kind: RunKind | None = None) -> Shoe:
    return replace(one, mode=Mode.SAVED, saved_until=until, saved_for=kind)


def felt(one: Shoe, *how: Felt) -> Shoe:
    """The pair with what was told of its newest run, and of those before."""
    at = one.wear.last_run_at
    assert at is not None
    return replace(
        one, wear=replace(one.wear, felt=tuple((at - timedelta(days=n), told) for n, told in enumerate(how)))
    )


def race(day: date, worn: str | None) -> PlannedRace:
    return PlannedRace("race", day, 42_195, worn)


def order(answer: Recommendation) -> list[str]:
    return [pick.standing.shoe.nickname for pick in answer.picks]


def reason(answer: Recommendation) -> Criterion:
    beaten = answer.picks[0].runner_up
    assert beaten is not None
    return beaten.criterion


EASY, LONG = PlannedRun(NOW, RunKind.EASY), PlannedRun(NOW, RunKind.LONG)
RACE, ANY = PlannedRun(NOW, RunKind.RACE), PlannedRun(NOW)
ON_THE_DAY = PlannedRun(NOW + timedelta(days=10), RunKind.RACE, 42_195)


@pytest.mark.parametrize(
    ("first", "second", "races", "asked", "because"),
    [
        # Used up: ahead whenever rested, even twice running; never tired, and in no race.
        (used_up(shoe("A", 300, 50)), shoe("B", 300, 200), (), ANY, Criterion.USED_UP),
        (shoe("B", 300, 200), used_up(shoe("A", 300, 40)), (), ANY, Criterion.NOT_FULLY_RESTED),
        (shoe("B", 300, 200), used_up(shoe("A", 300, 50)), (), RACE, Criterion.LAST_WORN),
        (shoe("B", 300, 30), used_up(shoe("A", 810, 90)), (), ANY, Criterion.PAST_LIFE),
        # Saved: left alone until its day, and worn for what it is saved for.
        (shoe("A", 300, 10), saved(shoe("B", 300, 90)), (), ANY, Criterion.SAVED),
        (shoe("A", 300, 10), saved(shoe("B", 300, 90), SOON), (), RACE, Criterion.SAVED),
        (saved(shoe("A", 300, 90), TODAY), shoe("B", 300, 10), (), ANY, Criterion.TOO_TIRED),
        (saved(shoe("A", 300, 90), None, RunKind.LONG), shoe("B", 300, 10), (), LONG, Criterion.TOO_TIRED),
        (saved(shoe("A", 300, 90, "race")), shoe("B", 300, 90), (), RACE, Criterion.KEPT_FOR_IT),
        # A race pair on an easy day is worse than one that is saved.
        (saved(shoe("A", 300, 90)), shoe("B", 300, 90, "race"), (), EASY, Criterion.RESERVED),
        # A race that is near: its pair is left alone, an everyday one for three days only.
        (shoe("A", 9, 50), shoe("B", 300, 90, "race tempo"), (race(SOON, "b"),),
         PlannedRun(NOW, RunKind.TEMPO), Criterion.KEPT_FOR_RACE),
        (shoe("B", 300, 90, "race tempo"), shoe("A", 300, 50), (race(FAR, "b"),),
         PlannedRun(NOW, RunKind.TEMPO), Criterion.KEPT_FOR_IT),
        (shoe("B", 500, 90), shoe("A", 300, 50), (race(SOON, "b"),), ANY, Criterion.LAST_WORN),
        (shoe("A", 300, 50), shoe("B", 300, 90), (race(TODAY + timedelta(days=3), "b"),), ANY,
         Criterion.KEPT_FOR_RACE),
        (shoe("B", 500, 90), shoe("A", 300, 50), (race(TODAY - timedelta(days=3), "b"),), ANY,
         Criterion.LAST_WORN),
        # The pair that is to run it is broken in before, on short easy runs alone.
        (shoe("B", 9, 50, "race"), shoe("A", 300, 90), (race(SOON, "b"),), EASY, Criterion.READIED),
        (shoe("A", 300, 90), shoe("B", 9, 50, "race"), (race(SOON, "b"),), LONG, Criterion.RESERVED),
        (shoe("A", 300, 90), shoe("B", 9, 10, "race"), (race(SOON, "b"),), EASY, Criterion.TOO_TIRED),
        (shoe("A", 300, 90), shoe("B", 9, 50, "race"), (race(SOON, "a"),), EASY, Criterion.RESERVED),
        # On the day it is worn, where nothing speaks against it.
        (shoe("B", 500, 50), shoe("A", 300, 90), (race(SOON, "b"),), ON_THE_DAY, Criterion.CHOSEN_BEFORE),
        (shoe("A", 300, 90), shoe("B", 9, 50), (race(SOON, "b"),), ON_THE_DAY, Criterion.TOO_NEW),
        # What it felt like weighs in whose turn it is, and only there.
        (shoe("A", 300, 60), felt(shoe("B", 500, 70), BAD), (), ANY, Criterion.DISLIKED),
        (felt(shoe("A", 300, 60), GOOD), shoe("B", 500, 50), (), ANY, Criterion.LAST_WORN),
        (felt(shoe("A", 500, 60), GOOD), shoe("B", 320, 70), (), ANY, Criterion.LIKED),
        (felt(shoe("B", 500, 150), BAD), shoe("A", 300, 60), (), ANY, Criterion.LAST_WORN),
        (felt(shoe("B", 300, 60), BAD), shoe("A", 300, 15), (), ANY, Criterion.TOO_TIRED),
    ],
)  # fmt: skip
def test_the_choice_and_its_reason(
    first: Shoe, second: Shoe, races: tuple[PlannedRace, ...], asked: PlannedRun, because: Criterion
) -> None:
    answer = recommend(Rotation((second, first), races=races), asked)

    assert order(answer) == [first.nickname, second.nickname]
    assert reason(answer) is because


def test_a_pair_that_felt_bad_is_worn_again_and_may_feel_better() -> None:
    chosen = set()
    rotation = Rotation((shoe("A", 300), felt(shoe("B", 300, 1), BAD, BAD)))
    for day in range(30):
        at = NOW + timedelta(days=2 * day)
        worn = recommend(rotation, PlannedRun(at)).picks[0].standing.shoe
        chosen.add(worn.id)
        rotation = log_run(rotation, Run(str(day), at, at.date(), 1000, worn.id)).rotation

    assert chosen == {"a", "b"}


modes = st.sampled_from([None, None, Mode.USED_UP, Mode.SAVED])
feelings = st.lists(st.sampled_from(Felt), max_size=4)


@st.composite
def closets(draw: st.DrawFn) -> Rotation:
    pairs = []
    for name in draw(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=4, unique=True)):
        kinds = draw(st.sampled_from(["", "", "race", "easy", "tempo race"]))
        one = shoe(name, draw(st.integers(0, 900)), draw(st.none() | st.integers(0, 100)), kinds)
        mode = draw(modes)
        if mode is Mode.SAVED:
            one = saved(one, draw(st.none() | st.just(SOON)), draw(st.none() | st.just(RunKind.RACE)))
        elif mode:
            one = used_up(one)
        pairs.append(felt(one, *draw(feelings)) if one.wear.latest else one)
    races = draw(
        st.lists(st.builds(race, st.sampled_from([TODAY, SOON, FAR]), st.sampled_from("abcde")), max_size=2)
    )
    return Rotation(tuple(pairs), races=tuple(races))


asked_for = st.builds(
    PlannedRun, st.just(NOW), st.none() | st.sampled_from(RunKind), st.none() | st.integers(1, 50_000)
)


def is_so(by: Criterion, winner: Standing, loser: Standing) -> bool:
    """Whether a wish, a race or a feeling that is said is so; of the rest, test_recommendation."""
    facts = {
        Criterion.SAVED: loser.saved and not winner.saved,
        Criterion.KEPT_FOR_RACE: loser.kept_for_race is not None and winner.kept_for_race is None,
        Criterion.READIED: winner.readied_for is not None and loser.readied_for is None,
        Criterion.USED_UP: winner.used_up,
        Criterion.CHOSEN_BEFORE: winner.runs_race and not loser.runs_race,
        Criterion.LIKED: winner.liking > loser.liking,
        Criterion.DISLIKED: loser.liking < 1 and winner.liking > loser.liking,
        Criterion.LAST_WORN: hours_waited(winner) > hours_waited(loser),
        Criterion.EQUAL: hours_waited(winner) == hours_waited(loser) and winner.liking == loser.liking,
    }
    return facts.get(by, True)


@settings(max_examples=150)
@given(closets(), asked_for)
def test_the_reason_said_is_the_reason_used(rotation: Rotation, asked: PlannedRun) -> None:
    for pick in recommend(rotation, asked).picks:
        for beaten in pick.beaten:
            assert is_so(beaten.criterion, pick.standing, beaten.standing), beaten.criterion


@settings(max_examples=150)
@given(closets(), asked_for)
def test_what_it_felt_like_is_said_just_where_it_turned_the_choice(
    rotation: Rotation, asked: PlannedRun
) -> None:
    two = replace(rotation, shoes=rotation.shoes[:2])
    untold = replace(two, shoes=tuple(replace(one, wear=replace(one.wear, felt=())) for one in two.shoes))
    answer = recommend(two, asked)
    turned = order(answer) != order(recommend(untold, asked))
    said = len(two.shoes) > 1 and reason(answer) in (Criterion.LIKED, Criterion.DISLIKED)

    assert said or not turned


@given(closets(), asked_for)
def test_a_saved_pair_is_chosen_only_where_all_others_are_saved_or_kept(
    rotation: Rotation, asked: PlannedRun
) -> None:
    best = recommend(rotation, asked).picks[0]
    if best.standing.saved:
        assert all(one.standing.saved or one.standing.reserved for one in best.beaten)


told = st.lists(
    st.tuples(st.integers(0, 400), st.none() | st.sampled_from(Felt), st.booleans()), min_size=1, max_size=14
)


@settings(max_examples=60)
@given(told)
def test_the_sums_hold_whatever_is_told_changed_and_taken_back(
    steps: list[tuple[int, Felt | None, bool]],
) -> None:
    rotation, log = Rotation((shoe("A"),)), list[Run]()
    for number, (hours, how, taken_back) in enumerate(steps):
        new = replace(run(str(number), hours, 5, "a"), felt=how)
        rotation = log_run(rotation, new).rotation
        log.append(new)
        newest = sorted(log, key=lambda one: one.at, reverse=True)
        if taken_back:
            rotation = remove_run(rotation, newest[0], newest).rotation
            log.remove(newest[0])
        elif how is GOOD:
            changed = replace(newest[0], felt=BAD)
            rotation = replace_run(rotation, newest[0], changed, newest).rotation
            log[log.index(newest[0])] = changed
        assert differences(rotation, log) == ()

    assert len(recount(rotation, log).shoes[0].wear.felt) <= LATEST_KEPT + len(log)


def test_a_feeling_that_no_run_tells_is_a_difference() -> None:
    one = replace(run("1", 5, 5, "a"), felt=GOOD)
    rotation = log_run(Rotation((shoe("A"),)), one).rotation

    assert differences(rotation, [one]) == ()
    assert differences(rotation, [replace(one, felt=BAD)])
    assert differences(rotation, [replace(one, felt=None)])


def test_a_recount_leaves_races_and_modes_as_they_are() -> None:
    rotation = Rotation((saved(shoe("A"), SOON),), races=(race(SOON, "a"),))

    assert recount(rotation, []).races == rotation.races
    assert recount(rotation, []).shoes[0].saved_until == SOON
