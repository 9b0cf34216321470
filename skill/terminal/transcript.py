"""Prints an exchange: as text that reads like a conversation, or as one JSON object."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from skill.device.echo import Exchange, Reprompt
from skill.sound.timeline import Planned, is_count

LINK_CARD = "(The card would connect Strava. On this machine do it by: python -m skill strava connect)"
"""What stands for the card that Alexa's app shows, where there is no such app."""


def as_json(exchange: Exchange) -> str:
    """The exchange as one line of JSON."""
    return json.dumps(
        {
            "said": exchange.said,
            "intent": _intent(exchange),
            "slots": exchange.understood.as_dict()["slots"] if exchange.understood else {},
            "speech": exchange.timeline.text,
            "seconds": round(exchange.timeline.seconds, 3),
            "cues": [{"at": round(cue.at, 3), "text": cue.text} for cue in exchange.timeline.planned],
            "session": "open" if exchange.open else "ended",
            "request": exchange.request,
            "response": exchange.response,
        },
        ensure_ascii=False,
    )


def as_text(heard: Exchange | Reprompt) -> Iterator[str]:
    """What sounds, in lines: each with its time when it takes a while."""
    planned = heard.timeline.planned
    timed = len(planned) > 1
    for at, text in _lines(planned):
        yield f"{clock(at)}  {text}" if timed else text
    if isinstance(heard, Exchange) and _card(heard) == "LinkAccount":
        yield LINK_CARD


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: 75 is " 1:15"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes:2d}:{rest:02d}"


def _lines(planned: tuple[Planned, ...]) -> Iterator[tuple[float, str]]:
    """The texts, with runs of counts joined into one line."""
    for are_counts, group in groupby(planned, is_count):
        if are_counts:
            row = list(group)
            yield row[0].at, " ".join(count.text for count in row)
        else:
            yield from ((item.at, item.text) for item in group)


def _card(exchange: Exchange) -> str | None:
    response = exchange.response.get("response") or {}
    card: Mapping[str, str] = response.get("card") or {}
    return card.get("type")


def _intent(exchange: Exchange) -> str:
    request = exchange.request["request"]
    return str(request["intent"]["name"] if request["type"] == "IntentRequest" else request["type"])
