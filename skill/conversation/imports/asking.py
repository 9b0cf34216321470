"""What a voice is asked of runs that came in: which pair is which, and which pair a run was in."""

from datetime import timedelta
from typing import Final

from skill.conversation.imports.answers import Choice
from skill.conversation.imports.answers import WhichPair as PairInDoubt
from skill.conversation.imports.news import STRAVA, News, settle_pair
from skill.conversation.memory.imports_page import IMPORTS, ServiceTold
from skill.conversation.memory.shoe_pages import SHOES
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import (
    pair_in_words,
    pairs_in_words,
    rounded_distance,
)
from skill.conversation.shoes.which_pair import WhichPair, find_pair
from skill.conversation.shoes.worn_shoes import worn_in_these
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.conversation.turn.turn import Slot
from skill.importing.found import FoundPair
from skill.importing.service import Trouble

REMEMBERED: Final = timedelta(days=7)
"""So long a runner knows which pair it was, where asked in so many words."""
ASKED_ABOUT: Final = 3
"""Of so many runs is the pair asked for, one after the other, the newest first."""


class WhichOfYours(WhichPair, kw_only=True, name="which-of-yours"):
    """Which of the runner's pairs one of Strava's is; a no says that it is another one.

    Attributes:
        key: of Strava's pair.
        called: what it is called there.
        metres: how far it has run there; None where that is not known.
    """

    no_writes = True

    key: str
    called: str
    metres: int | None = None

    def use(self, talk: Talk, heard: Slot) -> Outcome:
        """Remember it, and put its runs on the pair."""
        return self._is(talk, find_pair(talk, heard, self).id)

    def no(self, talk: Talk) -> Outcome:
        """Then it is a pair of its own."""
        return self._is(talk, Choice.NEW)

    def never_mind(self, talk: Talk) -> Outcome:
        """Leave it open: its runs stay without a pair."""
        return say_about_shoes(talk, talk.line("imports.left_open", called=self.called))

    def words(self, talk: Talk) -> str:
        """The question with both names."""
        names = pairs_in_words(talk, self._choices(talk), choice=True)
        return talk.line("imports.which_of_yours", called=self.called, names=names)

    def again(self, talk: Talk) -> str:
        """The same: without Strava's name nobody knows what is asked."""
        return self.words(talk)

    def still_open(self, talk: Talk) -> bool:
        """Until it is known."""
        return self.key not in talk.imports.told.pairs

    def _is(self, talk: Talk, answer: str) -> Outcome:
        talk.needs(SHOES, IMPORTS)
        news = settle_pair(talk, FoundPair(self.key, self.called, metres=self.metres), answer)
        shoe = talk.shoes.rotation.find(talk.imports.told.shoe_of(self.key))
        if shoe is None:
            return talk.say(talk.line("imports.too_many_pairs"))
        pair, distance = pair_in_words(talk, shoe), rounded_distance(talk, shoe.metres)
        return and_ask(talk, news, talk.line("imports.that_pair", pair=pair, distance=distance))


def and_ask(talk: Talk, news: News, text: str) -> Outcome:
    """Say it, and ask what the runner has to say of it: which pair is which, else which pair a run was in."""
    which_pairs = [_which_of_yours(one) for one in news.pairs_in_doubt]
    question = which_pairs[0] if which_pairs else worn_in_these(talk, _without_pair(talk)[:ASKED_ABOUT])
    if question:
        return talk.ask(question, f"{text} {question.words(talk)}".strip())
    return say_about_shoes(talk, text)


def _without_pair(talk: Talk) -> list[str]:
    """The runs of the last days that came in without a pair, the newest first, by their ids."""
    since = talk.turn.at - REMEMBERED
    runs = talk.shoes.recent.runs
    return [run.id for run in runs if run.shoe is None and run.sources and run.at >= since]


def _which_of_yours(asked: PairInDoubt) -> WhichOfYours:
    found = asked.found
    called = found.name or f"{found.brand} {found.model}".strip()
    return WhichOfYours(
        key=found.key,
        called=called,
        metres=found.metres,
        choices=tuple(shoe.id for shoe in asked.choices),
    )


def why_not(talk: Talk, trouble: Trouble | None) -> str:
    """Why nothing could be had from Strava, and what to do."""
    never = not talk.imports.told.services.get(STRAVA, ServiceTold()).answered
    if trouble is None or (trouble is Trouble.NOT_LINKED and never):
        return how_to_link(talk)
    return trouble_in_words(talk, trouble)


def how_to_link(talk: Talk) -> str:
    """How Strava is linked, with the card that leads there; else that it cannot be."""
    if talk.turn.account is None:
        return talk.line("imports.no_linking")
    talk.link_card = True
    return talk.line("imports.link")


def trouble_in_words(talk: Talk, trouble: Trouble) -> str:
    """What is amiss, with the card that helps where a card does."""
    if trouble is Trouble.NOT_LINKED:
        talk.link_card = True
    return talk.line(f"imports.trouble.{trouble}")
