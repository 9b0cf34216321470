import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NoReturn

import pytest

from skill.alexa.device_settings import read_settings
from skill.conversation.turn.turn import DeviceSettings
from skill.shoes.distance import Unit
from skill.storage.sqlite import SQLiteRepository
from tests.conversation.runner import Runner

TLS_HANDSHAKE = b"\x16"
"""The type of the first record of TLS (RFC 8446, section 5.1)."""


@dataclass
class Service:
    """Alexa's settings service on loopback: one answer for each setting, and what it was asked."""

    answers: dict[str, str | None] = field(
        default_factory=lambda: {"System.timeZone": "America/Los_Angeles", "System.distanceUnits": "METRIC"}
    )
    asked: list[tuple[str, str]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            service.asked.append((self.path, self.headers["Authorization"]))
            answer = service.answers.get(self.path.rpartition("/")[2])
            body = b"" if answer is None else json.dumps(answer).encode()
            self.send_response(204 if answer is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield service
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_devices_zone_and_unit_are_read(service: Service) -> None:
    settings = read_settings(service.url, "amzn1.ask/device", "secret")

    assert settings == DeviceSettings("America/Los_Angeles", Unit.KILOMETRES)
    assert service.asked[0] == ("/v2/devices/amzn1.ask%2Fdevice/settings/System.timeZone", "Bearer secret")


def test_what_a_device_does_not_tell_is_left_open(service: Service) -> None:
    service.answers = {"System.timeZone": None, "System.distanceUnits": "IMPERIAL"}

    assert read_settings(service.url, "device", "secret") == DeviceSettings(None, Unit.MILES)


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://127.0.0.1:1",
        "https://api.amazonalexa.com.evil.test",
        "http://api.amazonalexa.com",
        "ftp://127.0.0.1",
        "https://api.amazonalexa.com:port",
        "",
    ],
)
def test_a_service_that_is_not_there_or_not_amazons_tells_nothing(endpoint: str) -> None:
    assert read_settings(endpoint, "device", "secret") == DeviceSettings()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """The hosts and ports that were looked up; none of them is found."""
    asked: list[tuple[str, int]] = []

    def look_up(host: str, port: int, *_: object) -> NoReturn:
        asked.append((host, port))
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://api.amazonalexa.com.evil.test",
        "https://evil-amazonalexa.com",
        "https://amazonalexa.com.evil.test/.amazonalexa.com",
        "https://api.amazonalexa.com@evil.test",
        "https://evil.test\\.amazonalexa.com",
        "https://evil.test#.amazonalexa.com",
        "https://evil.test?.amazonalexa.com",
        "https://evil.test%2f.amazonalexa.com",
        "https://.amazonalexa.com",
        "https://api.amazonalexa.com:8443",
        "https://api.amazonalexa.com.",
        "https://api.ama\N{CYRILLIC SMALL LETTER ES}onalexa.com",
        "http://api.amazonalexa.com",
        "HTTP://API.AMAZONALEXA.COM",
        "http://127.0.0.1.evil.test",
    ],
)
def test_what_only_looks_like_amazons_is_not_called(endpoint: str, names: list[tuple[str, int]]) -> None:
    assert read_settings(endpoint, "device", "secret") == DeviceSettings()
    assert names == []


def test_an_endpoint_in_upper_case_is_amazons(names: list[tuple[str, int]]) -> None:
    assert read_settings("HTTPS://API.EU.AMAZONALEXA.COM", "device", "secret") == DeviceSettings()
    assert names == [("api.eu.amazonalexa.com", 443)]


def test_an_endpoint_in_upper_case_is_called_in_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 0, "", server.getsockname())]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_: found)
        monkeypatch.setattr("skill.alexa.device_settings.DEADLINE", 0.05)

        read_settings("HTTPS://API.AMAZONALEXA.COM", "device", "secret")

        connection, _ = server.accept()
        with connection:
            assert connection.recv(1) == TLS_HANDSHAKE


def test_a_service_that_keeps_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.alexa.device_settings.DEADLINE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]

        assert read_settings(f"http://127.0.0.1:{port}", "device", "secret") == DeviceSettings()


def test_the_runners_day_is_the_devices_and_is_asked_for_once(service: Service, tmp_path: Path) -> None:
    runner = Runner(SQLiteRepository(tmp_path / "notebooks.sqlite3"))
    runner.system = {"apiEndpoint": service.url, "apiAccessToken": "secret"}
    runner.now = runner.now.replace(hour=5)
    runner.say("AddShoes", shoe="ghosts", distance="300")
    assert len(service.asked) == 2
    # At five in the morning UTC on Sunday it is Saturday evening in Los Angeles.
    answer = runner.say("LogRun", distance="10", day="2026-11-21")

    assert "Logged ten kilometres in the ghosts" in answer
    assert "They now have three hundred and ten kilometres" in answer
    assert "yesterday" not in answer
    assert len(service.asked) == 2
