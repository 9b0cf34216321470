"""A runner's runs and pairs from Strava's API v3, as what an import finds.

https://developers.strava.com/docs/reference/: GET /athlete/activities with `after`, `page` and `per_page`,
GET /athlete for the pairs in use, GET /gear/{id} for each other. An application may ask a hundred times in a
quarter of an hour, for all its runners together; so nothing is asked that need not be.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from itertools import count
from typing import Any, Final
from urllib.parse import quote

from skill.importing.found import Found, FoundPair, FoundRun, LeftOut
from skill.strava.answers import activities_of, gear_of, key_of, pair_of, run_of
from skill.strava.connection import Connection
from skill.strava.faults import StravaError
from skill.value import Value, replace

PER_PAGE: Final = 200
"""The most that Strava gives at once ("Getting Started", "Pagination")."""


class Asking(Value):
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
    return _together(connection, api, asking, list(runs.values()), left_out)


def _together(
    connection: Connection, api: str, asking: Asking, runs: list[FoundRun], left_out: list[LeftOut]
) -> Found:
    """The runs with their pairs; a run on what is no pair comes without one."""
    last_worn: dict[str, date] = {}
    for run in runs:
        last_worn |= {key: max(run.start.date(), last_worn.get(key, date.min)) for key in run.pairs}
    gear = _gear(connection, api, asking, last_worn.keys() - set(asking.known))
    pairs = {
        key: pair
        for key, one in gear.items()
        if (pair := pair_of(one, last_worn.get(key, date.min))) is not None
        and (key in last_worn or not pair.retired)
    }
    named = pairs.keys() | set(asking.known)
    found = [replace(run, pairs=tuple(key for key in run.pairs if key in named)) for run in runs]
    known = {key: FoundPair(key) for run in found for key in run.pairs if key not in pairs}
    return Found(
        tuple(sorted(found, key=lambda run: (run.start, run.id))),
        {**pairs, **known},
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


def _gear(connection: Connection, api: str, asking: Asking, wanted: set[str]) -> dict[str, Any]:
    """The pairs in use, and each other that is wanted, by keys; none where all are known, in a hurry."""
    if asking.in_a_hurry and asking.known and not wanted:
        return {}
    athlete = connection.get(f"{api}/athlete", asking.token)
    gear = {pair.key: one for one in gear_of(athlete) if (pair := pair_of(one))}
    # Only the gear itself tells brand and model.
    more = wanted - gear.keys() if asking.in_a_hurry else wanted | gear.keys() - set(asking.known)
    for key in sorted(more):
        id_ = quote(key.removeprefix(key_of("")), safe="")
        try:
            one = connection.get(f"{api}/gear/{id_}", asking.token)
        except StravaError as error:
            if error.fault != "gone":
                raise
            continue
        pair = pair_of(one)
        if pair is not None and pair.key == key:
            gear[key] = one
    return gear
