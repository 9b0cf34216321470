"""A runner's runs and pairs from Strava's API v3, as what an import finds.

https://developers.strava.com/docs/reference/: GET /athlete/activities with `after`, `page` and `per_page`,
GET /athlete for the pairs in use, GET /gear/{id} for each other. An application may ask a hundred times in a
quarter of an hour, for all its runners together; so nothing is asked that need not be.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Final
from urllib.parse import quote

from skill.importing.found import Found, FoundPair, FoundRun, LeftOut
from skill.strava.answers import activities_of, key_of, pair_of, pairs_of, run_of
from skill.strava.connection import Connection
from skill.strava.faults import StravaError

PER_PAGE: Final = 200
"""The most that Strava gives at once ("Getting Started", "Pagination")."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What Strava is asked for.

    Attributes:
        token: the runner's access token.
        since: runs that began before are not wanted, aware; None for all there are.
        known: keys of pairs of which nothing more is to be learnt.
        in_a_hurry: whether a few pages and the pairs' names are enough: a page that is not full is then taken
            for the last, though Strava leaves out of a page what the token may not see.
    """

    token: str
    since: datetime | None = None
    known: Collection[str] = frozenset()
    in_a_hurry: bool = False

    def __repr__(self) -> str:
        """Without the token, which is never written anywhere."""
        return f"Asking(since={self.since})"


def find(
    connection: Connection, api: str, asking: Asking, noted: Callable[[int], None] = lambda _: None
) -> Found:
    """The runner's runs since then, and the pairs they were in.

    Args:
        connection: it knows how long all this may take.
        api: the address that Strava's paths begin with.
        asking: what is wanted.
        noted: is told after each page how many activities have come.

    Raises:
        StravaError: Strava did not give them, or not all of them.
    """
    runs: dict[str, FoundRun] = {}
    left_out: list[LeftOut] = []
    seen = 0
    for page in _pages(connection, api, asking):
        for one in map(run_of, page):
            if isinstance(one, FoundRun):
                runs[one.id] = one
            else:
                left_out.append(one)
        seen += len(page)
        noted(seen)
    wanted = {key for run in runs.values() for key in run.pairs} - set(asking.known)
    pairs = _pairs(connection, api, asking, wanted)
    named = pairs.keys() | asking.known
    found = [replace(run, pairs=tuple(key for key in run.pairs if key in named)) for run in runs.values()]
    kept = {key: pair for key, pair in pairs.items() if key in wanted or not asking.in_a_hurry}
    known = {key: FoundPair(key) for run in found for key in run.pairs if key not in kept}
    return Found(
        tuple(sorted(found, key=lambda run: (run.start, run.id))),
        {**kept, **known},
        tuple(dict.fromkeys(left_out)),
    )


def _pages(connection: Connection, api: str, asking: Asking) -> Iterator[list[object]]:
    """The pages, up to one that brings nothing.

    More may come while they are asked for, and what has come moves from one page to the next: so one activity
    may be in two of them.
    """
    seen: set[str] = set()
    query: dict[str, str | int] = {"per_page": PER_PAGE}
    if asking.since is not None:
        query["after"] = max(0, int(asking.since.timestamp()))
    for number in count(1):
        page = activities_of(
            connection.get(f"{api}/athlete/activities", asking.token, {**query, "page": number})
        )
        new = {str(activity.get("id")) for activity in page if isinstance(activity, dict)} - seen
        if not new:
            return
        seen |= new
        yield page
        if asking.in_a_hurry and len(page) < PER_PAGE:
            return


def _pairs(connection: Connection, api: str, asking: Asking, wanted: set[str]) -> dict[str, FoundPair]:
    """The pairs in use, where any is wanted or nobody is in a hurry, and every other that is wanted.

    A pair that Strava has no longer is none: its runs come without one.
    """
    if not wanted and asking.in_a_hurry:
        return {}
    pairs = {pair.key: pair for pair in pairs_of(connection.get(f"{api}/athlete", asking.token))}
    more = wanted - pairs.keys() if asking.in_a_hurry else wanted | pairs.keys() - set(asking.known)
    for key in sorted(more):
        gear = quote(key.removeprefix(key_of("")), safe="")
        try:
            pair = pair_of(connection.get(f"{api}/gear/{gear}", asking.token))
        except StravaError as error:
            if error.fault != "gone":
                raise
            pair = None
        if pair is not None and pair.key == key:
            pairs[key] = pair
    return pairs
