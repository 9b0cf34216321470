"""`Dialog.ElicitSlot`, as Alexa carries it out: what is asked for is what the next words are taken for."""

from collections.abc import Mapping
from typing import Any

import pytest

from skill.device.echo import Echo
from skill.device.elicitation import ElicitationError
from skill.device.envelopes import Envelopes
from tests.device.a_speaker import EVENING, interpreter


class Asking:
    """A skill that asks for slots, one reply after the other, and remembers the requests."""

    def __init__(self, *directives: dict[str, Any] | None) -> None:
        self.requests: list[dict[str, Any]] = []
        self._directives = [*directives]

    def __call__(self, envelope: dict[str, Any]) -> Mapping[str, Any]:
        self.requests.append(envelope["request"])
        directive = self._directives.pop(0) if self._directives else None
        return {"response": {"shouldEndSession": False, "directives": [directive] if directive else []}}


def elicit(slot: str, updated: dict[str, Any] | None = None) -> dict[str, Any]:
    directive = {"type": "Dialog.ElicitSlot", "slotToElicit": slot}
    return {**directive, "updatedIntent": updated} if updated else directive


RUN = {
    "name": "LogRunIntent",
    "confirmationStatus": "NONE",
    "slots": {
        "distance": {"name": "distance", "value": "10", "confirmationStatus": "NONE"},
        "unit": {"name": "unit", "value": "miles", "confirmationStatus": "NONE"},
    },
}


def talking_to(skill: Asking) -> Echo:
    return Echo(skill, interpreter(), Envelopes("runner"), EVENING)


def values(request: dict[str, Any]) -> dict[str, str]:
    slots = request["intent"].get("slots", {})
    return {name: slot["value"] for name, slot in slots.items() if "value" in slot}


def test_an_answer_fills_the_slot_of_the_intent_that_asked_and_keeps_the_others() -> None:
    skill = Asking(elicit("shoe", RUN))
    echo = talking_to(skill)
    echo.hear("open foot coach")

    echo.hear("the blue ghosts")

    request = skill.requests[-1]
    assert request["intent"]["name"] == "LogRunIntent"
    assert values(request) == {"distance": "10", "unit": "miles", "shoe": "blue ghosts"}
    assert request["dialogState"] == "IN_PROGRESS"
    assert request["intent"]["slots"].keys() == interpreter().slots_of("LogRunIntent").keys()


def test_without_an_updated_intent_it_is_the_one_that_was_said() -> None:
    skill = Asking(elicit("distance"))
    echo = talking_to(skill)
    echo.hear("log a run in the ghosts")

    echo.hear("ten miles")

    assert skill.requests[-1]["intent"]["name"] == "LogRunIntent"
    assert values(skill.requests[-1]) == {"shoe": "ghosts", "distance": "10", "unit": "miles"}


def test_what_another_intent_says_goes_to_it_and_the_slot_is_asked_for_no_more() -> None:
    skill = Asking(elicit("distance", RUN))
    echo = talking_to(skill)
    echo.hear("open foot coach")

    echo.hear("which shoes today")
    echo.hear("ten miles")

    asked, answered = skill.requests[-2:]
    assert (asked["intent"]["name"], asked["dialogState"]) == ("ChooseShoesIntent", "STARTED")
    assert (answered["intent"]["name"], answered["dialogState"]) == ("DistanceIntent", "STARTED")


def test_a_slot_can_be_asked_for_again_until_it_is_filled() -> None:
    skill = Asking(elicit("distance", RUN), elicit("day", RUN))
    echo = talking_to(skill)
    echo.hear("open foot coach")
    echo.hear("twelve miles")

    echo.hear("yesterday")

    assert values(skill.requests[-1])["day"] == "2026-11-21"
    assert values(skill.requests[-2])["distance"] == "12"


def test_it_ends_with_its_session() -> None:
    skill = Asking(elicit("distance", RUN))
    echo = talking_to(skill)
    echo.hear("open foot coach")
    echo.wait(60)

    echo.hear("ten miles")

    assert skill.requests[-2]["type"] == "SessionEndedRequest"
    assert skill.requests[-1]["dialogState"] == "STARTED"


def test_asked_anew_by_its_name_the_skill_asks_for_no_slot_any_more() -> None:
    skill = Asking(elicit("distance", RUN))
    echo = talking_to(skill)
    echo.hear("open foot coach")

    echo.hear("ask foot coach, ten miles")

    assert skill.requests[-1]["intent"]["name"] == "DistanceIntent"


@pytest.mark.parametrize(
    "directive", [elicit("colour", RUN), elicit("shoe", {"name": "NoSuchIntent"}), elicit("shoe")]
)
def test_what_the_model_does_not_know_cannot_be_asked_for(directive: dict[str, Any]) -> None:
    with pytest.raises(ElicitationError, match="no slot"):
        talking_to(Asking(directive)).hear("open foot coach")


def test_a_response_asks_for_one_thing_of_the_dialog_interface_at_most() -> None:
    def skill(_envelope: dict[str, Any]) -> Mapping[str, Any]:
        taught = {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}
        return {"response": {"shouldEndSession": False, "directives": [taught, elicit("distance", RUN)]}}

    with pytest.raises(ElicitationError, match="one directive"):
        Echo(skill, interpreter(), Envelopes("runner"), EVENING).hear("open foot coach")
