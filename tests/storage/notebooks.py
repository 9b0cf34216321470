"""What the contract's tests write with."""

from datetime import UTC, datetime, timedelta

from skill.storage.repository import Body, Change, Entry, Page, Repository

NOW = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
RUNNER = "amzn1.ask.account.RUNNER"


def run(day: int, metres: float = 5000.0, identity: str | None = None) -> Entry:
    return Entry(identity or f"run-{day}", NOW - timedelta(days=day), {"metres": metres})


def put(repository: Repository, name: str, body: Body, version: int = 0, user: str = RUNNER) -> None:
    repository.write(user, Change(pages={name: Page(body, version)}), NOW)


def add(repository: Repository, *entries: Entry, user: str = RUNNER) -> None:
    repository.write(user, Change(added=entries), NOW)
