import http.client
from collections.abc import Iterator
from http import HTTPStatus
from queue import SimpleQueue
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest

from skill.strava.consent import Consent, ConsentError, consent
from skill.strava.faults import StravaError

STATE = "only-we-know"


@pytest.fixture
def asked() -> Iterator[Consent]:
    with consent("https://www.strava.com/oauth", "12345", STATE) as running:
        yield running


def redirect(asked: Consent) -> str:
    return parse_qs(urlsplit(asked.page).query)["redirect_uri"][0]


def visit(asked: Consent, target: str, host: str | None = None) -> int:
    """What the server answers a browser that comes there."""
    url = urlsplit(redirect(asked))
    connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=5)
    connection.request("GET", target, headers={"Host": host} if host else {})
    status = connection.getresponse().status
    connection.close()
    return status


def test_the_page_asks_for_the_runs_and_the_pairs_and_leads_back_to_this_machine(asked: Consent) -> None:
    query = parse_qs(urlsplit(asked.page).query)

    assert urlsplit(asked.page).path == "/oauth/authorize"
    assert query["scope"] == ["read,activity:read_all,profile:read_all"]
    assert (query["response_type"], query["state"], query["client_id"]) == (["code"], [STATE], ["12345"])
    assert urlsplit(redirect(asked)).hostname == "127.0.0.1"


def test_the_code_of_a_yes_is_taken(asked: Consent) -> None:
    assert visit(asked, f"/strava?state={STATE}&code=abc&scope=read,activity:read_all") == HTTPStatus.OK
    assert asked.wait(1) == "abc"


def test_the_browser_is_answered_before_the_waiting_ends_and_the_process_may(
    asked: Consent, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, in_time = Event(), SimpleQueue[bool]()
    monkeypatch.setattr(Consent, "take", lambda *_: in_time.put(answered.wait(4)))

    assert visit(asked, f"/strava?state={STATE}&code=abc&scope=activity:read") == HTTPStatus.OK
    answered.set()

    assert in_time.get(timeout=5)


def test_a_no_is_told(asked: Consent) -> None:
    assert visit(asked, f"/strava?state={STATE}&error=access_denied") == HTTPStatus.OK
    with pytest.raises(ConsentError, match="nothing is connected"):
        asked.wait(1)


def test_a_yes_without_the_runs_is_not_enough(asked: Consent) -> None:
    visit(asked, f"/strava?state={STATE}&code=abc&scope=read")
    with pytest.raises(StravaError) as raised:
        asked.wait(1)
    assert raised.value.fault == "scope"


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("/strava?code=evil&scope=activity:read", None),
        ("/strava?state=guessed&code=evil&scope=activity:read", None),
        ("/strava?state=ü&code=evil&scope=activity:read", None),
        (f"/?state={STATE}&code=evil&scope=activity:read", None),
        (f"/strava?state={STATE}", None),
        (f"/strava?state={STATE}&code=evil&scope=activity:read", "evil.test"),
        ("/favicon.ico", None),
    ],
)
def test_what_is_no_answer_to_our_question_is_passed_over(
    asked: Consent, target: str, host: str | None
) -> None:
    assert visit(asked, target.replace("ü", "%C3%BC"), host) == HTTPStatus.NOT_FOUND
    assert visit(asked, f"/strava?state={STATE}&code=right&scope=activity:read") == HTTPStatus.OK
    assert asked.wait(1) == "right"


def test_who_says_nothing_is_not_waited_for_for_ever(asked: Consent) -> None:
    with pytest.raises(ConsentError, match="Run the command again"):
        asked.wait(0)
