"""`python -m skill check`: whether all that is kept can be read, and the sums are those of the runs."""

from datetime import UTC, datetime

import click

from skill.commands.options import on_a_store, runs_in_words
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.memory.stretch_pages import STRETCHES
from skill.conversation.my_data import check_stretch_sums, check_sums, unreadable_records
from skill.shoes.ledger import Difference
from skill.shoes.wear import Tally
from skill.storage.repository import Repository

WHAT_TO_DO = (
    "It is left as it is, and the rest works without it; only a walkthrough is replaced, by the next routine."
    " If a later version wrote it, update. Else put back a copy from before (docs/deploy.md), or remove it"
    ' there after an export; "delete everything" removes it with all the rest.'
)


@click.command("check")
@on_a_store
def check(repository: Repository, user: str) -> None:
    """Recount every sum from the log and report any difference, and whatever cannot be read."""
    now = datetime.now(UTC)
    if repository.read(user, now).being_erased:
        click.echo("Deleting everything was begun and is not finished: the next turn goes on with it.")
        raise click.exceptions.Exit(1)
    unreadable = unreadable_records(repository, user, now)
    for record in unreadable:
        click.echo(f"Cannot be read: {record.where}: {record.fault}.")
    if unreadable:
        click.echo(WHAT_TO_DO)
    if any(record.page in (SHOES, STRETCHES) for record in unreadable):
        raise click.exceptions.Exit(1)
    runs, wrong = check_sums(repository, user, now)
    for difference in wrong:
        click.echo(_difference(difference))
    practices, right = check_stretch_sums(repository, user, now)
    if not right:
        click.echo("The sums of stretching are not those of its log.")
    if wrong or unreadable or not right:
        raise click.exceptions.Exit(1)
    click.echo(f"All sums are right: {runs_in_words(runs)} and {_practices_in_words(practices)} counted.")


def _difference(difference: Difference) -> str:
    name = difference.shoe.nickname if difference.shoe else "no known pair"
    return f"{name}: kept {_sum(difference.kept.tally)}, counted {_sum(difference.counted.tally)}"


def _practices_in_words(practices: int) -> str:
    return "1 practice" if practices == 1 else f"{practices} practices"


def _sum(tally: Tally) -> str:
    return f"{tally.metres} m in {runs_in_words(tally.runs)}"
