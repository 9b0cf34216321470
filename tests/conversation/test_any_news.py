"""Whatever happens at Strava and is said in between, each run counts once and the sums are right."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from skill.conversation.imports.kept import State, records_of
from skill.conversation.memory.run_entries import runs_of
from skill.conversation.my_data import stored_rotation
from skill.shoes.ledger import differences
from skill.storage.sqlite import SQLiteRepository
from stand_ins.strava import strava as running_strava
from stand_ins.strava_state import Strava
from tests.runner import USER, Runner

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
PAIRS = ("g1", "g2", None)
NAMES = ("Ghosts", "Clifton")

steps = st.lists(
    st.one_of(
        st.tuples(st.just("runs"), st.integers(0, 2)),
        st.tuples(st.just("moves"), st.integers(0, 2)),
        st.tuples(st.just("grows"), st.integers(1, 5)),
        st.tuples(st.just("asks"), st.sampled_from(["ChooseShoes", "Runs", "NewRuns", "LastRun"])),
        st.tuples(st.just("is heard twice"), st.just(0)),
        st.tuples(st.just("fails"), st.sampled_from([401, 429, 500, "garbage"])),
        st.tuples(st.just("deletes"), st.just(0)),
        st.tuples(st.just("corrects"), st.integers(0, 1)),
    ),
    max_size=14,
)


class Life:
    """A runner, her Strava, and the skill."""

    def __init__(self, strava: Strava, folder: Path) -> None:
        self.strava = strava
        strava.clock = NOW.timestamp()
        token = strava.connect()
        for gear, name in zip(PAIRS, NAMES, strict=False):
            strava.add_pair(str(gear), name)
        self.runner = Runner(SQLiteRepository(folder / "notebooks.sqlite3"), NOW, strava=strava.api)
        self.runner.envelopes.access_token = lambda: token.access

    def step(self, what: str, value: int | str) -> None:
        strava, runner = self.strava, self.runner
        runner.waits(2_000)
        match what, value:
            case "runs", int(pair):
                number = len(strava.activities) + 1
                start = f"{runner.now:%Y-%m-%dT%H:%M:%SZ}"
                strava.add_run(number, start, 4_000.0 + 700 * number, PAIRS[pair])
                runner.waits(3_600)
            case "moves", int(pair) if strava.activities:
                strava.activities[-1]["gear_id"] = PAIRS[pair]
            case "grows", int(hundreds) if strava.activities:
                strava.activities[-1]["distance"] += 100.0 * hundreds
            case "asks", str(intent):
                runner.says(f"{intent}Intent")
            case "is heard twice", _:
                runner.envelopes.open_session()
                request = runner.envelopes.intent(runner.now, "ChooseShoesIntent")
                assert runner.sends(request).text == runner.sends(request).text
            case "fails", failure:
                strava.fails["*"] = failure
                runner.says("ChooseShoesIntent")
                strava.fails.clear()
            case "deletes", _:
                runner.says("DeleteRunIntent")
                runner.says("AMAZON.YesIntent")
            case "corrects", int(name):
                runner.says("CorrectShoesIntent", shoe=NAMES[name])
                runner.says("AMAZON.YesIntent")
        assert not runner.heard or not runner.heard.apologised
        self.check_sums()

    def check_sums(self) -> None:
        repository, now = self.runner.repository, self.runner.now
        runs, unreadable = runs_of(repository.log(USER))
        assert not unreadable
        assert not differences(stored_rotation(repository, USER, now), runs)

    def check_all_is_in(self) -> None:
        records = records_of(self.runner.repository.log(USER))
        known = Counter(id_ for record in records.values() for id_ in record.run.sources)
        assert known == {f"strava:{one['id']}": 1 for one in self.strava.activities}
        at_strava = {f"strava:{one['id']}": one for one in self.strava.activities}
        for record in records.values():
            for id_ in record.run.sources if record.state is State.RUN else ():
                assert record.run.metres == round(at_strava[id_]["distance"])


@given(steps)
def test_each_run_counts_once_whatever_happens_and_is_said(lived: list[tuple[str, int | str]]) -> None:
    with running_strava() as strava, TemporaryDirectory() as folder:
        life = Life(strava, Path(folder))
        for what, value in lived:
            life.step(what, value)
        life.runner.waits(7_300)
        life.step("asks", "ChooseShoes")
        life.check_all_is_in()
        assert not strava.violations
