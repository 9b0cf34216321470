"""Shoes and runs as the tests of this folder need them, around one Sunday morning."""

from datetime import UTC, datetime, timedelta

from skill.shoes.run import Run, RunKind
from skill.shoes.shoe import Shoe
from skill.shoes.wear import Tally, Wear

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def shoe(
    name: str, km: float = 0, rested_hours: float | None = None, kinds: str = "", *, retired: bool = False
) -> Shoe:
    worn = () if rested_hours is None else (NOW - timedelta(hours=rested_hours),)
    return Shoe(
        id=name.lower(),
        nickname=name,
        added_at=NOW - timedelta(days=200),
        starting_metres=0 if worn else round(km * 1000),
        kinds=frozenset(RunKind(kind) for kind in kinds.split()),
        retired_at=NOW - timedelta(days=1) if retired else None,
        wear=Wear(Tally(round(km * 1000), 1), worn) if worn else Wear(),
    )


def run(run_id: str, hours_ago: float, km: float, worn: str | None = None) -> Run:
    at = NOW - timedelta(hours=hours_ago)
    return Run(id=run_id, at=at, day=at.date(), metres=round(km * 1000), shoe=worn)
