"""`python -m skill check`: whether the sums that are kept are those of the runs."""

from datetime import UTC, datetime

import click

from skill.commands.options import on_a_store, runs_in_words
from skill.conversation.my_data import check_sums
from skill.shoes.ledger import Difference
from skill.shoes.wear import Tally
from skill.storage.repository import Repository


@click.command("check")
@on_a_store
def check(repository: Repository, user: str) -> None:
    """Recount every sum from the runs and report any difference."""
    runs, wrong = check_sums(repository, user, datetime.now(UTC))
    for difference in wrong:
        click.echo(_difference(difference))
    if wrong:
        raise click.exceptions.Exit(1)
    click.echo(f"All sums are right: {runs_in_words(runs)} counted.")


def _difference(difference: Difference) -> str:
    name = difference.shoe.nickname if difference.shoe else "no known pair"
    return f"{name}: kept {_sum(difference.kept.tally)}, counted {_sum(difference.counted.tally)}"


def _sum(tally: Tally) -> str:
    return f"{tally.metres} m in {runs_in_words(tally.runs)}"
