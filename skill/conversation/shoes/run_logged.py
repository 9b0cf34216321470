"""What is said of a run that was logged, and what is asked behind it."""

from skill.conversation.shoes.check_up_offers import check_up_offer
from skill.conversation.shoes.life_notices import announce_stages
from skill.conversation.shoes.pairs_spoken_of import speak_of
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.run_draft import RunDraft
from skill.conversation.shoes.run_words import run_in_words
from skill.conversation.shoes.shoe_words import NAMED_AT_MOST, pair_in_words, pairs_in_words
from skill.conversation.shoes.worn_shoes import WornIn, WornInFirst
from skill.conversation.turn.invitations import AnythingElse
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.run import Run
from skill.shoes.shoe import Shoe


def say_logged(talk: Talk, run: Run, draft: RunDraft) -> Outcome:
    """Say what was logged; ask for the pair where it is not known.

    Args:
        talk: the turn.
        run: as it is in the log.
        draft: what was told of it.
    """
    shoe, active = talk.shoes.rotation.find(run.shoe), talk.shoes.rotation.active
    values = run_in_words(talk, run)
    if shoe:
        by_default = "shoes.log.logged_only" if len(active) == 1 else "pairs.default.logged"
        if draft.in_new_pair:  # in one sentence: in a hold, there may be time for no second
            line = "pairs.adding.and_logged"
        else:
            line = "shoes.log.logged" if draft.heard else by_default
        text = talk.line(line, **values)
        return _say_logged_in(talk, run, text, speak_of(talk, shoe))
    if draft.in_no_pair:
        talk.shoes.pair_asked_for = run.id
        return say_about_shoes(talk, talk.line("shoes.log.logged_in_no_pair", **values))
    if not active:
        return talk.ask(WornInFirst(run=run.id), _logged_without_pairs(talk, run))
    few = len(active) <= NAMED_AT_MOST
    names = pairs_in_words(talk, active, choice=True)
    text = talk.line(f"shoes.log.logged_unknown{'' if few else '_many'}", names=names, **values)
    return talk.ask(WornIn(run=run.id, choices=tuple(pair.id for pair in active)), text)


def _logged_without_pairs(talk: Talk, run: Run) -> str:
    """What is said where no pair is in use: how one is added, or brought back."""
    values, retired = run_in_words(talk, run), talk.shoes.rotation.retired
    if not retired:
        return talk.line("shoes.log.logged_no_pairs", **values)
    return talk.line("shoes.log.logged_all_retired", one=pair_in_words(talk, retired[0]), **values)


def _say_logged_in(talk: Talk, run: Run, text: str, shoe: Shoe) -> Outcome:
    """After today's run the coach offers what it is there for; at a round distance, the pair's check-up."""
    offer = check_up_offer(talk, shoe)
    if offer:
        whole = " ".join(filter(None, [text, announce_stages(talk, shoe)]))
        return talk.say(whole, invitation=offer)
    if run.day != talk.place_settings.read_local_time().date():
        return say_about_shoes(talk, text, just_named=shoe)
    whole = " ".join(filter(None, [text, announce_stages(talk, shoe)]))
    return talk.say(whole, invitation=AnythingElse(), after_run=True)
