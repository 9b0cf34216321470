"""Notebooks to whose records anything may have happened."""

import logging
import tempfile
from pathlib import Path
from random import Random

from ask_sdk_core.skill import CustomSkill

from bench.attack.outcome import Outcome
from skill.alexa.skill import build_skill
from skill.conversation.my_data import unreadable_records
from skill.sound.timeline import timeline_of
from skill.speech.phrasebook import lines_of
from skill.storage.repository import Change, Page, Repository
from skill.storage.sqlite import SQLiteRepository
from stand_ins import emulator
from stand_ins.raw_records import DynamoDBRecords, RawRecords, SQLiteRecords
from stand_ins.used_notebook import EVERYDAY, USE, Household, damaged, is_named

NOTEBOOKS = 100
"""In each store."""
TURNS = 5
"""Said to each, beside opening it and deleting everything."""


def outcomes() -> list[Outcome]:
    """The attack on each store."""
    logging.getLogger("foot_coach").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name, emulator.ministack(Path(name)) as url:
        path, table = Path(name) / "notebooks.sqlite3", emulator.create_table(url)
        return [
            _damaged("SQLite", SQLiteRepository(path), SQLiteRecords(path)),
            _damaged("DynamoDB", emulator.repository(url, table), DynamoDBRecords(url, table)),
        ]


def _damaged(store: str, repository: Repository, raw: RawRecords) -> Outcome:
    random = Random(10)  # noqa: S311 - the same attack twice is the same
    skill = build_skill(repository)
    used = _used(repository, skill)
    unreadable = apologies = lost = left = turns = 0
    for number in range(NOTEBOOKS):
        household = Household(skill, f"amzn1.ask.account.DAMAGED.{number}")
        repository.write(household.user, used, household.now)
        bodies = raw.bodies(household.user)
        for key in random.sample(sorted(bodies), random.choice((1, 1, 2, 4))):
            raw.replace(household.user, key, damaged(bodies[key], random))
        before = raw.bodies(household.user)
        named = {one.where for one in unreadable_records(repository, household.user, household.now)}
        unreadable += len(named)
        first = random.randrange(len(EVERYDAY) - TURNS)
        for _, envelope in household.says_all(EVERYDAY[first : first + TURNS]):
            turns += 1
            apologies += (
                str(lines_of("en")["trouble.apology"]) in timeline_of(envelope["response"], "en").text
            )
        after = raw.bodies(household.user)
        lost += sum(
            after.get(key) != body
            for key, body in before.items()
            if is_named(key, named) and "walkthrough" not in key
        )
        household.deletes_everything()
        left += len(raw.bodies(household.user))
    return Outcome(
        f"{NOTEBOOKS} damaged notebooks on {store}, {turns} everyday turns",
        f"{unreadable} records unreadable; {apologies} apologies, {lost} of them changed,"
        f" {left} records left after deleting everything",
        "0 apologies, 0 changed, 0 left",
        not (apologies or lost or left),
    )


def _used(repository: Repository, skill: CustomSkill) -> Change:
    """What writes a notebook that has been used for a while."""
    household = Household(skill, "amzn1.ask.account.USED")
    list(household.says_all(USE))
    notebook = repository.read(household.user, household.now)
    pages = {name: Page(page.body, 0, page.expires_at) for name, page in notebook.pages.items()}
    return Change(pages, added=notebook.entries)
