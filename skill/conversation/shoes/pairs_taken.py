"""The pair that the run told now was probably in."""

from skill.conversation.shoes.run_draft import RunDraft
from skill.conversation.shoes.which_pair import slot_of
from skill.conversation.turn.talk import Talk
from skill.shoes.shoe import Shoe
from skill.value import replace


def pair_taken(talk: Talk) -> Shoe | None:
    """The pair in use that the run told now was probably in; None where none was taken."""
    taken = talk.shoes.taken
    if taken is None or not taken.holds(talk.turn.at):
        return None
    shoe = talk.shoes.rotation.find(taken.shoe)
    return shoe if shoe and shoe.active else None


def with_pair_taken(talk: Talk, draft: RunDraft) -> RunDraft:
    """The draft in the pair that was taken along, where it is today's run and was told without a pair."""
    taken = pair_taken(talk)
    today = talk.place_settings.read_local_time().date()
    if taken is None or draft.heard or draft.in_no_pair or draft.day != today:
        return draft
    return replace(draft, heard=slot_of(taken))
