"""What is remembered of the runner's unit of distance, and of what the devices say of unit and time zone."""

from collections.abc import Mapping
from datetime import datetime

from skill.shoes.distance import Unit
from skill.value import Value, field


class DeviceAnswer(Value):
    """What a device answered about its settings.

    Attributes:
        zone: IANA name of its time zone; None when it did not tell.
        unit: its unit of distance; None when it did not tell.
        asked_at: when it was asked, aware, UTC.
    """

    zone: str | None
    unit: Unit | None
    asked_at: datetime


class LocalSettings(Value):
    """The units a runner uses, and what the devices answered.

    Attributes:
        unit: the one the runner asked for; None until then.
        heard_unit: the one a distance was told in last; None until then.
        devices: the devices' answers, by the digest of the device's id.
    """

    unit: Unit | None = None
    heard_unit: Unit | None = None
    devices: Mapping[str, DeviceAnswer] = field(default_factory=dict)
