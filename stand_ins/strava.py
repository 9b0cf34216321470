"""A Strava of our own making: its API and its consent page over HTTP, as it publishes them.

Every request is checked against Strava's description (developers.strava.com/docs: "Reference",
"Authentication", "Rate Limits", "Getting Started"): path, method, each parameter's type and range, the header
that carries the token, the token's scopes. What is not as described is answered with 400 and kept in
`violations`. Nothing in it is code or text of Strava's.
"""

import base64
import re
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http.server import ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from stand_ins.strava_answering import Answering
from stand_ins.strava_state import FIFTEEN_MINUTES, Strava

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


class _Handler(Answering):
    def do_GET(self) -> None:  # noqa: N802 - http.server's name
        self._serve()

    def do_POST(self) -> None:  # noqa: N802 - as above
        self._serve()

    def _serve(self) -> None:
        strava, url = self.strava, urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        strava.asked.append(self.path)
        failure = strava.fails.get(url.path.removeprefix("/api/v3"), strava.fails.get("*"))
        if isinstance(failure, int):
            self.fault(failure)
        elif failure:
            self.fail(failure)
        elif url.path in strava.says:
            self.json(200, strava.says[url.path])
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
                self.violation("a form without its content type")
                return
            form({name: values[0] for name, values in parse_qs(body, strict_parsing=True).items()})
        elif operation := operations.get((self.command, path)):
            operation(query)
        elif gear and self.command == "GET":
            self._gear(gear[1], query)
        else:
            self.violation(f"there is no {self.command} {path}")

    def _granted(self, query: Mapping[str, str], *scopes: str) -> frozenset[str] | None:
        """The scopes of a request's token; None where it has been answered with why not."""
        strava, token = self.strava, self.strava.token
        if "access_token" in query:
            self.violation("a token in the query")
            return None
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not given:
            self.violation("no bearer token in the header")
            return None
        strava.used += 1
        if token is None or given != token.access or strava.clock >= token.ends:
            self.fault(401)
            return None
        if strava.used > FIFTEEN_MINUTES:
            self.fault(429)
            return None
        if scopes and not token.scopes & set(scopes):
            fault = {"resource": "AccessToken", "field": f"{scopes[0]}_permission", "code": "missing"}
            self.fault(401, fault)
            return None
        return token.scopes

    def _athlete(self, query: dict[str, str]) -> None:
        granted = self._granted(query)
        if granted is None:
            return
        if query:
            self.violation(f"GET /athlete has no parameters, not {sorted(query)}")
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
        self.json(200, athlete)

    def _activities(self, query: dict[str, str]) -> None:
        granted = self._granted(query, "activity:read", "activity:read_all")
        if granted is None:
            return
        for name, text in query.items():
            least, most = INTEGERS.get(name, (0, -1))
            if not re.fullmatch(r"\d+", text) or not least <= int(text) <= most:
                self.violation(f"{name}={text} in GET /athlete/activities")
                return
        numbers = {name: int(text) for name, text in query.items()}
        wanted = [one for one in self.strava.activities if _seconds(one) > numbers.get("after", -1)]
        wanted = [one for one in wanted if _seconds(one) < numbers.get("before", 2**40)]
        wanted.sort(key=_seconds, reverse="after" not in numbers)
        size, page = numbers.get("per_page", 30), numbers.get("page", 1)
        shown = wanted[(page - 1) * size : page * size]
        if "activity:read_all" not in granted:
            shown = [one for one in shown if one["visibility"] != "only_me"]
        self.json(200, shown)

    def _gear(self, number: str, query: dict[str, str]) -> None:
        if self._granted(query) is None:
            return
        if query:
            self.violation("GET /gear/{id} has no parameters")
        elif number in self.strava.gear:
            self.json(200, self.strava.gear[number])
        else:
            self.fault(404)

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
                self.violation(f"{what} of the consent page")
                return
        granted = scopes if strava.agrees_to is None else scopes & strava.agrees_to
        answer = {"state": query.get("state", "")}
        if granted:
            code = secrets.token_hex(20)
            strava.codes[code] = (redirect, granted)
            answer |= {"code": code, "scope": ",".join(sorted(granted | {"read"}))}
        else:
            answer |= {"error": "access_denied"}
        self.send(302, b"", {"Location": f"{redirect}?{urlencode(answer)}"})

    def _token(self, form: dict[str, str]) -> None:
        strava = self.strava
        wanted = {"authorization_code": "code", "refresh_token": "refresh_token"}.get(
            form.get("grant_type", "")
        )
        if wanted is None or form.keys() != {"client_id", "client_secret", "grant_type", wanted}:
            self.violation(f"POST /oauth/token with {sorted(form)}")
            return
        if (form["client_id"], form["client_secret"]) != (strava.client_id, strava.client_secret):
            self.fault(401, {"resource": "Application", "field": "client_secret", "code": "invalid"})
            return
        if wanted == "code":
            redirect, granted = strava.codes.pop(form["code"], ("", frozenset()))
            if not redirect:
                self.fault(400, {"resource": "AuthorizationCode", "field": "code", "code": "invalid"})
                return
            token = strava.connect(*granted)
        elif strava.token is None or form["refresh_token"] != strava.token.refresh:
            self.fault(400, {"resource": "RefreshToken", "field": "refresh_token", "code": "invalid"})
            return
        elif strava.token.ends - strava.clock > 3600:
            token = strava.token
        else:
            token = strava.connect(*strava.token.scopes)
        self.json(
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
            self.violation("POST /oauth/revoke")
        elif given != known:
            self.fault(401)
        else:
            if strava.token and form["token"] in (strava.token.access, strava.token.refresh):
                strava.token = None
            self.json(200, {})


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
