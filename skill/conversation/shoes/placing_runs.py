"""Several runs put on their pairs at once."""

from collections.abc import Sequence

from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_changes import RunsPlaced
from skill.conversation.shoes.run_words import runs_in_words
from skill.conversation.shoes.which_pair import meant
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.shoes.ledger import Update, replace_run
from skill.shoes.run import Run


def put_on_pairs(talk: Talk, worn: Sequence[tuple[Run, Slot | None]]) -> Outcome:
    """Put each run on its pair; which one that is has to be certain for all of them."""
    shoes = [meant(talk, heard, talk.shoes.rotation.shoes) if heard else () for _, heard in worn]
    if not all(len(found) == 1 for found in shoes):
        return say_about_shoes(talk, talk.line("shoes.log.pairs_one_by_one"))
    before = tuple(run for run, _ in worn)
    after = tuple(run.put_on(shoe.id) for run, (shoe,) in zip(before, shoes, strict=True))
    rotation = talk.shoes.rotation
    for run, now in zip(before, after, strict=True):
        rotation = replace_run(rotation, run, now, talk.shoes.recent.runs).rotation
    if after != before:  # what is so already is nothing to take back
        talk.shoes.keep(Update(rotation, replaced=after))
        talk.changed(RunsPlaced(before, after))
    talk.run_told = after[-1].id
    return say_about_shoes(talk, talk.line("shoes.log.in_their_pairs", **runs_in_words(talk, after)))
