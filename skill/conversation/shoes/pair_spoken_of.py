"""The pair that a runner means who names none: the one spoken of last."""

from skill.conversation.shoes.choosing import named_last
from skill.conversation.shoes.run_changes import known_run
from skill.conversation.turn.talk import Talk
from skill.shoes.shoe import Shoe


def pair_spoken_of(talk: Talk) -> Shoe | None:
    """The pair that was named as a choice last, else that of the run told last; None where none was."""
    run = known_run(talk, talk.run_told)
    return named_last(talk) or (talk.shoes.rotation.find(run.shoe) if run else None)
