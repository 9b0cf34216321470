"""Reads a device's time zone and unit of distance from Alexa's settings service.

GET {apiEndpoint}/v2/devices/{deviceId}/settings/System.timeZone and .../System.distanceUnits, with the
request's apiAccessToken; each answers with one JSON string (Amazon's documentation, "Alexa Settings API").
"""

import json
from http.client import HTTPConnection, HTTPException
from threading import Thread
from typing import Any, Final
from urllib.parse import quote

from skill.alexa.service_connection import connection_to
from skill.conversation.turn.turn import DeviceSettings
from skill.shoes.distance import Unit

TIMEOUT: Final = 1.0
"""Seconds for each step of a call."""
DEADLINE: Final = 2.0
"""Seconds for everything, the look-up of the host's name included, which no socket's timeout ends: the
reply has about 8, and goes out without the settings too."""
LONGEST_ANSWER: Final = 1_000
_OK: Final = 200
_UNITS: Final = {"METRIC": Unit.KILOMETRES, "IMPERIAL": Unit.MILES}


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
    connection = connection_to(endpoint, TIMEOUT)
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


def _setting(connection: HTTPConnection, device: str, token: str, name: str) -> Any:
    path = f"/v2/devices/{quote(device, safe='')}/settings/{name}"
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    response = connection.getresponse()
    body = response.read(LONGEST_ANSWER)
    return json.loads(body) if response.status == _OK else None
