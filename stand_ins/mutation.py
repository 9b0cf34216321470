"""Requests of Alexa's with parts taken out, replaced, or put somewhere else."""

import json
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, Final

from skill.alexa.entry import answer
from skill.alexa.intents import INTENTS
from skill.alexa.skill import build_skill
from stand_ins import echo
from stand_ins.memory import MemoryRepository

Way = tuple[str | int, ...]

SECRETS: Final[Mapping[str, str]] = {
    "user": "amzn1.ask.account.SECRETUSER",
    "device": "amzn1.ask.device.SECRETDEVICE",
    "person": "amzn1.ask.person.SECRETPERSON",
    "token": "eyJ0eXAiOiJKV1Qi.SECRETTOKEN",
    "said": "marianne pegasus",
}
"""What every request holds and no line of a log may."""

MOST_CHANGES: Final = 4
DEEP: Final = 400
"""Levels of nesting; `json.loads` itself takes no more than about a thousand."""
LARGE: Final = 200_000
"""Characters; ten times what a session carries."""


def _deep() -> Any:
    value: Any = []
    for _ in range(DEEP):
        value = [value]
    return value


STRANGE: Final[Sequence[Any]] = (
    *(None, True, False, 0, -1, 7, 10**400, -(10**19), 1e308, float("nan"), float("inf"), 0.1),
    *("", "?", "PT0S", "P99Y", "-1", "1e400", "ER_SUCCESS_NO_MATCH", "LaunchRequest", "IntentRequest"),
    *("\ud800", "a\u202eb\u0000", "<speak>&</speak>", "x" * 9000, "0001-01-01T00:00:00Z", "9999-12-31"),
    *("en-XX", "../en", "2026-W47", "amzn1.ask.skill.x", "what-next", "post-run"),
    *([], {}, [None], [[], {}], {"is": "what-next", "text": "x" * 5000}, {"id": 3}, {"value": {}}),
    _deep(),
    "x" * LARGE,
)
"""What a part is replaced by."""


def requests() -> list[dict[str, Any]]:
    """Each type of request and each intent, also from sessions that carry something."""
    slots: dict[str, Any] = {
        **echo.choice("routine", "post-run"),
        **echo.choice("exercise", "toe-lifts"),
        "duration": "PT5M",
        "number": "3",
        "seconds": "?",
        "distance": "10",
        "shoe": SECRETS["said"],
        "day": "2026-W47",
    }
    carried = sessions()
    made = [
        echo.launch(),
        echo.launch(type="SessionEndedRequest", reason="USER_INITIATED"),
        echo.launch(
            type="SessionEndedRequest", reason="ERROR", error={"type": "INVALID_RESPONSE", "message": "x"}
        ),
        echo.launch(type="AlexaSkillEvent.SkillDisabled"),
        echo.launch(type="AudioPlayer.PlaybackNearlyFinished", offsetInMilliseconds=1),
        echo.launch(type="Alexa.Presentation.APLA.RuntimeError", errors=[{"type": "AUDIO_SOURCE_ERROR"}]),
        echo.launch(type="Alexa.Presentation.APL.UserEvent", arguments=["go-on"], source={"id": "x"}),
        echo.launch(
            type="System.ExceptionEncountered", error={"type": "INVALID_RESPONSE"}, cause={"requestId": "r"}
        ),
        echo.launch(type="CanFulfillIntentRequest", intent={"name": "LogRunIntent", "slots": {}}),
        echo.launch(type="Brand.New"),
        *(
            echo.intent(name, slots, attributes=carried[number % len(carried)])
            for number, name in enumerate([*INTENTS] * 2)
        ),
    ]
    for request in made:
        system = request["context"]["System"]
        system["user"]["userId"] = SECRETS["user"]
        system["device"]["deviceId"] = SECRETS["device"]
        system["person"] = {"personId": SECRETS["person"]}
        system |= {"apiAccessToken": SECRETS["token"], "apiEndpoint": "https://127.0.0.1"}
    return made


def sessions() -> list[dict[str, Any]]:
    """What sessions carry: nothing, a routine, and questions of several kinds."""
    skill = build_skill(MemoryRepository())
    carried: list[dict[str, Any]] = [{}]
    said: list[tuple[str, dict[str, Any]]] = [
        ("StartRoutineIntent", {**echo.choice("routine", "post-run")}),
        ("AddShoesIntent", {"shoe": "clouds"}),
        ("LogRunIntent", {"distance": "60"}),
        ("LogRunIntent", {"shoe": "clouds"}),
        ("DeleteMyDataIntent", {}),
        ("ChooseShoesIntent", {}),
    ]
    for name, slots in said:
        request = echo.intent(name, slots, attributes=carried[-1])
        carried.append(dict(answer(lambda: skill, request)["sessionAttributes"]))
    return carried


def ways(value: Any, here: Way = ()) -> Iterator[Way]:
    """The way to everything inside a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*here, key)
        yield from ways(each, (*here, key))


def mutated(text: str, random: Random) -> Any:
    """A request with up to four of its parts changed.

    Args:
        text: the request as JSON.
        random: decides which, and how.
    """
    request = json.loads(text)
    places = list(ways(request))
    for _ in range(random.randint(1, MOST_CHANGES)):
        *parents, last = random.choice(places)
        place = at(request, parents)
        there = place if isinstance(place, dict) else range(len(place)) if isinstance(place, list) else ()
        if last not in there:
            continue  # another change took it away
        match random.randrange(3):
            case 0:
                del place[last]
            case 1:
                place[last] = random.choice(STRANGE)
            case _:
                place[last] = json.loads(json.dumps(at(json.loads(text), random.choice(places))))
    return request


def at(value: Any, way: Sequence[str | int]) -> Any:
    """What is found there; None where the way has gone meanwhile."""
    for key in way:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value
