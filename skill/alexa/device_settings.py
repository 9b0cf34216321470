"""Reads a device's time zone and unit of distance from Alexa's settings service.

GET {apiEndpoint}/v2/devices/{deviceId}/settings/System.timeZone and .../System.distanceUnits, with the
request's apiAccessToken; each answers with one JSON string (Amazon's documentation, "Alexa Settings API").
"""

import json
import re
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from typing import Any, Final
from urllib.parse import quote, urlsplit

from skill.conversation.turn.turn import DeviceSettings
from skill.shoes.distance import Unit

TIMEOUT: Final = 1.0
"""Seconds for each step of a call."""
DEADLINE: Final = 2.0
"""Seconds for everything, the look-up of the host's name included, which no socket's timeout ends: the
reply has about 8, and goes out without the settings too."""
LONGEST_ANSWER: Final = 1_000
HTTPS_PORT: Final = 443
_OK: Final = 200
_UNITS: Final = {"METRIC": Unit.KILOMETRES, "IMPERIAL": Unit.MILES}
_AMAZON: Final = re.compile(r"([a-z0-9-]+\.)+amazonalexa\.com")
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def read_settings(endpoint: str, device: str, token: str) -> DeviceSettings:
    """What the device is set to; None where the service does not tell. It never raises.

    Args:
        endpoint: the request's apiEndpoint; the token goes to Amazon's hosts, or this machine, alone.
        device: the device's id.
        token: the request's apiAccessToken.
    """
    answers: list[DeviceSettings] = []
    reader = Thread(target=lambda: answers.append(_read(endpoint, device, token)), daemon=True)
    reader.start()
    reader.join(DEADLINE)
    return answers[0] if answers else DeviceSettings()


def _read(endpoint: str, device: str, token: str) -> DeviceSettings:
    connection = _connection(endpoint)
    if connection is None:
        return DeviceSettings()
    try:
        zone = _setting(connection, device, token, "System.timeZone")
        unit = _setting(connection, device, token, "System.distanceUnits")
    except (OSError, HTTPException, ValueError):
        return DeviceSettings()
    finally:
        connection.close()
    return DeviceSettings(zone if isinstance(zone, str) else None, _UNITS.get(str(unit)))


def _connection(endpoint: str) -> HTTPConnection | None:
    """To the service; None where the endpoint is not Amazon's or only looks like it."""
    try:
        url = urlsplit(endpoint)
        host, port = url.hostname or "", url.port
    except ValueError:
        return None
    if url.scheme == "https" and _AMAZON.fullmatch(host) and port in (None, HTTPS_PORT):
        return HTTPSConnection(host, timeout=TIMEOUT)
    if url.scheme == "http" and host in _LOOPBACK:
        return HTTPConnection(host, port, timeout=TIMEOUT)
    return None


def _setting(connection: HTTPConnection, device: str, token: str, name: str) -> Any:
    path = f"/v2/devices/{quote(device, safe='')}/settings/{name}"
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    response = connection.getresponse()
    body = response.read(LONGEST_ANSWER)
    return json.loads(body) if response.status == _OK else None
