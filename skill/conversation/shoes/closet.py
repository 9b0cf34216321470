"""The closet as a screen shows it: each pair with its kilometres against its life."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from skill.conversation.shoes import reasons
from skill.conversation.shoes.money_words import purchase_in_words
from skill.conversation.shoes.shoe_words import capitalised, kinds_in_words, time_of_run, time_since_run
from skill.conversation.turn.reply import ShownPair
from skill.conversation.turn.talk import Talk
from skill.shoes.distance import METRES_IN, Unit
from skill.shoes.recommendation import Recommendation
from skill.shoes.shoe import Shoe
from skill.shoes.standing import PlannedRun

SHOWN_AT_MOST = 12
"""Pairs; the rest of so many would be seen by scrolling alone."""


def closet_to_choose_from(talk: Talk, answer: Recommendation, planned: PlannedRun) -> tuple[ShownPair, ...]:
    """The pairs in the order of a choice, the chosen one first, each with the reason why it stands there."""
    best = answer.picks[0]
    talk = replace(talk, phrasebook=talk.phrasebook.in_figures())
    why = {
        beaten.standing.shoe.id: capitalised(reasons.instead(talk, beaten, planned)) for beaten in best.beaten
    }
    if best.runner_up:
        why[best.standing.shoe.id] = capitalised(reasons.reason(talk, best, best.runner_up, planned))
    return _shown(
        talk,
        (pick.standing.shoe for pick in answer.picks),
        chosen=best.standing.shoe.id,
        why=lambda shoe: why.get(shoe.id, ""),
    )


def closet_as_it_is(talk: Talk) -> tuple[ShownPair, ...]:
    """The pairs in use in their own order, none of them chosen."""
    return _shown(talk, talk.shoes.rotation.active)


def _told(talk: Talk, shoe: Shoe) -> str:
    """What it is kept for, and what it cost and when it was bought, where that was told."""
    kinds = talk.line("shoes.closet.kinds", kinds=kinds_in_words(talk, shoe)) if shoe.kinds else ""
    return ", ".join(filter(None, (kinds, purchase_in_words(talk, shoe))))


def _shown(
    talk: Talk, shoes: Iterable[Shoe], chosen: str = "", why: Callable[[Shoe], str] = lambda _shoe: ""
) -> tuple[ShownPair, ...]:
    pairs = [
        ShownPair(
            name=capitalised(shoe.nickname),
            run=_in_figures(talk, shoe.metres),
            life=_in_figures(talk, shoe.life.due),
            share=round(shoe.metres / shoe.life.due, 3),
            stage=shoe.stage.name.lower(),
            rest=_rest(talk, shoe, why(shoe), chosen=shoe.id == chosen),
            kinds=_told(talk, shoe),
            chosen=shoe.id == chosen,
            reason=why(shoe),
        )
        for shoe in shoes
    ]
    return tuple(pairs[:SHOWN_AT_MOST])


def _rest(talk: Talk, shoe: Shoe, reason: str, *, chosen: bool) -> str:
    """Since when it rests; empty where the reason tells that already: of a pair passed over, when it ran."""
    last = shoe.wear.last_run_at
    if last is None:
        return ""
    since = time_since_run(talk, last)
    told = since in reason or (not chosen and time_of_run(talk, last) in reason)
    return "" if told else talk.line("shoes.closet.rested", since=since)


def _in_figures(talk: Talk, metres: int) -> str:
    """A distance on a pair as it is read at a glance, in whole kilometres or miles: "412 km"."""
    unit = Unit.MILES if talk.place_settings.read_unit() is Unit.MILES else Unit.KILOMETRES
    return talk.line(f"shoes.closet.{unit}", number=str(round(metres / METRES_IN[unit])))
