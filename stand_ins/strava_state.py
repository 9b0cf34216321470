"""What the Strava of our own making knows and does: one application, one runner, and how it fails."""

import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Final

FIFTEEN_MINUTES, DAY = 100, 1000
"""How often a new application may ask for what it reads ("Rate Limits")."""
TOKEN_SECONDS: Final = 21_600
"""How long an access token is good for ("Authentication")."""
HANG: Final = "hang"
SLOW: Final = "slow"
DRIP: Final = "drip"
ENDLESS: Final = "endless"
GARBAGE: Final = "garbage"
REDIRECT: Final = "redirect"
CUT: Final = "cut"
INACTIVE: Final = {"resource": "Application", "field": "Status", "code": "Inactive"}
"""What an application whose owner pays for no subscription is told with a 403, since 30 June 2026."""


@dataclass
class Token:
    """What an application holds of a runner.

    Attributes:
        access: the access token.
        refresh: the refresh token.
        scopes: what the runner has agreed to.
        ends: when the access token is over, in seconds since 1970.
    """

    access: str
    refresh: str
    scopes: frozenset[str]
    ends: float


@dataclass
class Strava:
    """Strava, with one application and one runner.

    Attributes:
        address: of the server, without a path.
        client_id: the application's number.
        client_secret: its secret.
        activities: the runner's, as `SummaryActivity`.
        gear: pairs and bikes by id, as `DetailedGear`.
        agrees_to: what the runner ticks of the scopes that are asked for; None for all, empty for a no.
        token: what the application holds; None before it is connected, and after it was revoked.
        fails: how a path fails: a status of HTTP, or one of the words above; "*" is any path.
        forbids: the error that a 403 tells.
        says: what a path answers in place of what is so.
        asked: the paths that were asked for, with their queries.
        violations: what of it was not as described.
        used: how much of the limits is spent.
        clock: what time it is here, in seconds since 1970.
        released: set when nobody is to hang any longer.
        codes: where each code was sent, and what it is good for.
    """

    address: str = ""
    client_id: str = "12345"
    client_secret: str = field(default_factory=lambda: secrets.token_hex(20))
    activities: list[dict[str, Any]] = field(default_factory=list)
    gear: dict[str, dict[str, Any]] = field(default_factory=dict)
    agrees_to: frozenset[str] | None = None
    token: Token | None = None
    fails: dict[str, int | str] = field(default_factory=dict)
    forbids: dict[str, str] = field(default_factory=lambda: dict(INACTIVE))
    says: dict[str, object] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    used: int = 0
    clock: float = field(default_factory=time.time)
    released: threading.Event = field(default_factory=threading.Event)
    codes: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)

    @property
    def api(self) -> str:
        """The address that the API's paths begin with."""
        return f"{self.address}/api/v3"

    def connect(self, *scopes: str) -> Token:
        """Let the application hold tokens, as after the consent page."""
        granted = frozenset(scopes or ("read", "activity:read_all", "profile:read_all"))
        self.token = Token(secrets.token_hex(20), secrets.token_hex(20), granted, self.clock + TOKEN_SECONDS)
        return self.token

    def add_run(self, number: int, start: str, metres: float, gear: str | None = None, **other: Any) -> None:
        """Let the runner have run; `other` replaces and adds fields."""
        sport = other.pop("sport_type", "Run")
        self.activities.append(
            {
                "id": number,
                "resource_state": 2,
                "external_id": f"{number}.fit",
                "upload_id": number + 7,
                "athlete": {"id": 134815, "resource_state": 1},
                "name": "Morning Run",
                "distance": metres,
                "moving_time": 1800,
                "elapsed_time": 1900,
                "total_elevation_gain": 20.0,
                "type": "Run" if "Run" in str(sport) else sport,
                "sport_type": sport,
                "start_date": start,
                "start_date_local": start,
                "timezone": "(GMT+00:00) Europe/London",
                "map": {"id": f"a{number}", "summary_polyline": "x" * 900, "resource_state": 2},
                "trainer": False,
                "commute": False,
                "manual": False,
                "private": False,
                "visibility": "everyone",
                "gear_id": gear,
                **other,
            }
        )

    def add_pair(self, gear: str, nickname: str = "", brand: str = "", model: str = "", **other: Any) -> None:
        """Let the runner own a pair."""
        self.gear[gear] = {
            "id": gear,
            "primary": False,
            "resource_state": 3,
            "name": nickname or f"{brand} {model}",
            "nickname": nickname,
            "retired": False,
            "distance": 0,
            "brand_name": brand,
            "model_name": model,
            "description": "",
            **other,
        }

    def release(self) -> None:
        """Let go of who waits."""
        self.released.set()
