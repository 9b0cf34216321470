from typing import Any

from skill.alexa.responses import MOST_ENTITIES, teach_names
from skill.conversation.pair_names import PairName
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import Runner

KM = {"unit": "kilometres"}


def short_names_taught(runner: Runner) -> list[list[str]]:
    """The words of each pair's name that the last response taught beside it."""
    (found,) = runner.last["response"]["directives"]
    return [value["name"]["synonyms"] for value in found["types"][0]["values"]]


def taught(runner: Runner) -> list[str] | None:
    """The names the last response taught; None when it taught none."""
    directives: list[dict[str, Any]] = runner.last["response"].get("directives") or []
    found = [one for one in directives if one["type"] == "Dialog.UpdateDynamicEntities"]
    if not found:
        return None
    return [value["name"]["value"] for kind in found[0].get("types", ()) for value in kind["values"]]


def test_a_runners_own_names_are_taught_when_they_change_and_when_a_session_begins(tmp_path: Any) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.say("AddShoes", shoe="old faithful", distance="100", **KM)
    assert taught(runner) == ["old faithful"]
    runner.say("ListShoes")
    assert taught(runner) is None
    runner.say("AddShoes", shoe="ghosts", distance="100", **KM)
    assert taught(runner) == ["old faithful", "ghosts"]
    runner.echo.open_session()
    runner.say("ListShoes")
    assert taught(runner) == ["old faithful", "ghosts"]
    runner.say("RetireShoes", shoe="ghosts")
    runner.say("AMAZON.Yes")
    assert taught(runner) == ["old faithful"]


def test_the_words_that_a_name_has_alone_are_taught_with_it(tmp_path: Any) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.say("AddShoes", shoe="Mizuno Wave Rider 27", distance="100", **KM)
    assert short_names_taught(runner) == [["Mizuno", "Wave", "Rider"]]
    runner.say("AddShoes", shoe="Mizuno Wave Sky", distance="100", **KM)
    assert short_names_taught(runner) == [["Rider"], ["Sky"]]
    runner.say("AddShoes", shoe="old blue trail ghosts", distance="100", **KM)
    assert short_names_taught(runner)[-1] == ["ghosts"]


def test_a_name_that_alexa_resolves_to_a_pair_is_that_pair(tmp_path: Any) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.say("AddShoes", shoe="zoom fly", distance="100", **KM)
    runner.say("AddShoes", shoe="ghosts", distance="100", **KM)
    shoe_id = runner.last["response"]["directives"][-1]["types"][0]["values"][0]["id"]

    assert "in the zoom fly" in runner.say(
        "LogRun", distance="5", shoe="someone flies", resolved=shoe_id, **KM
    )


def test_no_more_is_taught_than_alexa_takes() -> None:
    names = [PairName(str(number), f"pair {number}") for number in range(MOST_ENTITIES + 5)]

    assert len(teach_names(names)["types"][0]["values"]) == MOST_ENTITIES
    with_short = [PairName(str(number), f"pair {number}", (f"short {number}",)) for number in range(70)]
    values = teach_names(with_short)["types"][0]["values"]
    assert sum(1 + len(value["name"]["synonyms"]) for value in values) == MOST_ENTITIES
    assert teach_names([]) == {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}
