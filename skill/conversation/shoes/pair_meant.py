"""The pair that a runner means who names none."""

from skill.conversation.shoes.choosing import named_last
from skill.conversation.shoes.pairs_spoken_of import pair_spoken_of
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.turn.talk import Talk
from skill.shoes.shoe import Shoe


def pair_meant(talk: Talk) -> Shoe | None:
    """The pair spoken of last, else the one named as a choice, else that of the run told; None for none."""
    run = known_run(talk, talk.run_told)
    of_run = talk.shoes.rotation.find(run.shoe) if run else None
    return pair_spoken_of(talk) or named_last(talk) or of_run
