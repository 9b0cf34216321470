"""A Strava of our own making: its API and its consent page over HTTP, as it publishes them.

Every request is checked against Strava's description (developers.strava.com/docs: "Reference",
"Authentication", "Rate Limits", "Getting Started"): path, method, each parameter's type and range, the header
that carries the token, the token's scopes. What is not as described is answered with 400 and kept in
`violations`. Nothing in it is code or text of Strava's.
"""

import base64
import json
import re
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

SCOPES: Final = frozenset(
    {
        "read",
        "read_all",
        "profile:read_all",
        "profile:write",
        "activity:read",
        "activity:read_all",
        "activity:write",
    }
)
EPOCH_SECONDS: Final = (0, 2**33)
INTEGERS: Final = {"before": EPOCH_SECONDS, "after": EPOCH_SECONDS, "page": (1, 10**6), "per_page": (1, 200)}
"""The parameters of GET /athlete/activities, with the least and the most of each."""
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


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    strava: Strava

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        strava, url = self.strava, urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        strava.asked.append(self.path)
        failure = strava.fails.get(url.path.removeprefix("/api/v3"), strava.fails.get("*"))
        if isinstance(failure, int):
            self._fault(failure)
        elif failure:
            self._fail(failure)
        elif url.path in strava.says:
            self._json(200, strava.says[url.path])
        else:
            self._answer_to(url.path, dict(parse_qsl(url.query, keep_blank_values=True)), body)

    def _answer_to(self, path: str, query: dict[str, str], body: str) -> None:
        operations = {
            ("GET", "/api/v3/athlete"): self._athlete,
            ("GET", "/api/v3/athlete/activities"): self._activities,
            ("GET", "/oauth/authorize"): self._authorize,
        }
        forms = {("POST", "/oauth/token"): self._token, ("POST", "/oauth/revoke"): self._revoke}
        gear = re.fullmatch(r"/api/v3/gear/([^/]+)", path)
        if form := forms.get((self.command, path)):
            if self.headers.get_content_type() != "application/x-www-form-urlencoded":
                self._violation("a form without its content type")
                return
            form({name: values[0] for name, values in parse_qs(body, strict_parsing=True).items()})
        elif operation := operations.get((self.command, path)):
            operation(query)
        elif gear and self.command == "GET":
            self._gear(gear[1], query)
        else:
            self._violation(f"there is no {self.command} {path}")

    def _granted(self, query: Mapping[str, str], *scopes: str) -> frozenset[str] | None:
        """The scopes of a request's token; None where it has been answered with why not."""
        strava, token = self.strava, self.strava.token
        if "access_token" in query:
            self._violation("a token in the query")
            return None
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not given:
            self._violation("no bearer token in the header")
            return None
        strava.used += 1
        if token is None or given != token.access or strava.clock >= token.ends:
            self._fault(401)
            return None
        if strava.used > FIFTEEN_MINUTES:
            self._fault(429)
            return None
        if scopes and not token.scopes & set(scopes):
            fault = {"resource": "AccessToken", "field": f"{scopes[0]}_permission", "code": "missing"}
            self._fault(401, fault)
            return None
        return token.scopes

    def _athlete(self, query: dict[str, str]) -> None:
        granted = self._granted(query)
        if granted is None:
            return
        if query:
            self._violation(f"GET /athlete has no parameters, not {sorted(query)}")
            return
        athlete: dict[str, Any] = {"id": 134815, "resource_state": 2, "firstname": "Jo", "premium": True}
        if "profile:read_all" in granted:
            summary = ("id", "primary", "name", "nickname", "resource_state", "retired", "distance")
            shoes = [
                {name: gear[name] for name in summary}
                for number, gear in self.strava.gear.items()
                if number.startswith("g") and not gear["retired"]
            ]
            athlete |= {"resource_state": 3, "shoes": shoes, "bikes": []}
        self._json(200, athlete)

    def _activities(self, query: dict[str, str]) -> None:
        granted = self._granted(query, "activity:read", "activity:read_all")
        if granted is None:
            return
        for name, text in query.items():
            least, most = INTEGERS.get(name, (0, -1))
            if not re.fullmatch(r"\d+", text) or not least <= int(text) <= most:
                self._violation(f"{name}={text} in GET /athlete/activities")
                return
        numbers = {name: int(text) for name, text in query.items()}
        wanted = [one for one in self.strava.activities if _seconds(one) > numbers.get("after", -1)]
        wanted = [one for one in wanted if _seconds(one) < numbers.get("before", 2**40)]
        wanted.sort(key=_seconds, reverse="after" not in numbers)
        size, page = numbers.get("per_page", 30), numbers.get("page", 1)
        shown = wanted[(page - 1) * size : page * size]
        if "activity:read_all" not in granted:
            shown = [one for one in shown if one["visibility"] != "only_me"]
        self._json(200, shown)

    def _gear(self, number: str, query: dict[str, str]) -> None:
        if self._granted(query) is None:
            return
        if query:
            self._violation("GET /gear/{id} has no parameters")
        elif number in self.strava.gear:
            self._json(200, self.strava.gear[number])
        else:
            self._fault(404)

    def _authorize(self, query: dict[str, str]) -> None:
        strava = self.strava
        redirect, scopes = query.get("redirect_uri", ""), frozenset(query.get("scope", "").split(","))
        for wrong, what in (
            (query.get("client_id") != strava.client_id, "client_id"),
            (query.get("response_type") != "code", "response_type"),
            (query.get("approval_prompt", "auto") not in {"auto", "force"}, "approval_prompt"),
            (urlsplit(redirect).hostname not in {"127.0.0.1", "localhost"}, "redirect_uri"),
            (not scopes or not scopes <= SCOPES, "scope"),
        ):
            if wrong:
                self._violation(f"{what} of the consent page")
                return
        granted = scopes if strava.agrees_to is None else scopes & strava.agrees_to
        answer = {"state": query.get("state", "")}
        if granted:
            code = secrets.token_hex(20)
            strava.codes[code] = (redirect, granted)
            answer |= {"code": code, "scope": ",".join(sorted(granted | {"read"}))}
        else:
            answer |= {"error": "access_denied"}
        self._send(302, b"", {"Location": f"{redirect}?{urlencode(answer)}"})

    def _token(self, form: dict[str, str]) -> None:
        strava = self.strava
        wanted = {"authorization_code": "code", "refresh_token": "refresh_token"}.get(
            form.get("grant_type", "")
        )
        if wanted is None or form.keys() != {"client_id", "client_secret", "grant_type", wanted}:
            self._violation(f"POST /oauth/token with {sorted(form)}")
            return
        if (form["client_id"], form["client_secret"]) != (strava.client_id, strava.client_secret):
            self._fault(401, {"resource": "Application", "field": "client_secret", "code": "invalid"})
            return
        if wanted == "code":
            redirect, granted = strava.codes.pop(form["code"], ("", frozenset()))
            if not redirect:
                self._fault(400, {"resource": "AuthorizationCode", "field": "code", "code": "invalid"})
                return
            token = strava.connect(*granted)
        elif strava.token is None or form["refresh_token"] != strava.token.refresh:
            self._fault(400, {"resource": "RefreshToken", "field": "refresh_token", "code": "invalid"})
            return
        elif strava.token.ends - strava.clock > 3600:
            token = strava.token
        else:
            token = strava.connect(*strava.token.scopes)
        self._json(
            200,
            {
                "token_type": "Bearer",
                "access_token": token.access,
                "expires_at": int(token.ends),
                "expires_in": int(token.ends - strava.clock),
                "refresh_token": token.refresh,
                **({"athlete": {"id": 134815, "firstname": "Jo"}} if wanted == "code" else {}),
            },
        )

    def _revoke(self, form: dict[str, str]) -> None:
        strava = self.strava
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        known = base64.b64encode(f"{strava.client_id}:{strava.client_secret}".encode()).decode()
        if scheme != "Basic" or not {"token"} <= form.keys() <= {"token", "token_type_hint"}:
            self._violation("POST /oauth/revoke")
        elif given != known:
            self._fault(401)
        else:
            if strava.token and form["token"] in (strava.token.access, strava.token.refresh):
                strava.token = None
            self._json(200, {})

    def _violation(self, what: str) -> None:
        self.strava.violations.append(what)
        self._fault(400)

    def _fault(self, status: int, error: dict[str, str] | None = None) -> None:
        messages = {
            401: "Authorization Error",
            403: "Forbidden",
            404: "Record Not Found",
            429: "Rate Limit Exceeded",
        }
        if status == 403:
            error = error or self.strava.forbids
        if status == 401:
            error = error or {"resource": "Athlete", "field": "access_token", "code": "invalid"}
        self._json(status, {"message": messages.get(status, "error"), "errors": [error] if error else []})

    def _fail(self, how: str) -> None:
        if how == HANG:
            self.strava.released.wait(30)
            self.close_connection = True
        elif how == SLOW:
            self.strava.released.wait(1)
            self._json(200, [])
        elif how == REDIRECT:
            self._send(302, b"", {"Location": f"{self.strava.address}/elsewhere"})
        elif how == GARBAGE:
            self._send(200, b"<html>Sign in to the hotel's network</html>", {"Content-Type": "text/html"})
        elif how == CUT:
            self._send(200, b"[{", {}, length=1000)
            self.close_connection = True
        else:
            self._stream(b" " * 65_536 if how == ENDLESS else b" ", 0 if how == ENDLESS else 0.02)

    def _stream(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while not self.strava.released.wait(pause):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def _json(self, status: int, body: Any) -> None:
        spent = f"{self.strava.used},{self.strava.used}"
        limits = f"{FIFTEEN_MINUTES},{DAY}"
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            **{f"X-{kind}RateLimit-Limit": limits for kind in ("", "Read")},
            **{f"X-{kind}RateLimit-Usage": spent for kind in ("", "Read")},
        }
        self._send(status, json.dumps(body).encode(), headers)

    def _send(self, status: int, body: bytes, headers: Mapping[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that went away."""


@contextmanager
def strava() -> Iterator[Strava]:
    """Run a Strava on loopback."""
    running = Strava()
    handler = type("Handler", (_Handler,), {"strava": running})
    server = _Server(("127.0.0.1", 0), handler)
    running.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield running
    finally:
        running.release()
        server.shutdown()
        thread.join()
        server.server_close()


def _seconds(activity: Mapping[str, Any]) -> float:
    return datetime.fromisoformat(str(activity["start_date"])).timestamp()
