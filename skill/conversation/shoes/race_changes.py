"""What a turn changes of the races to come, and how it is taken back."""

from skill.conversation.shoes.race_words import race_day_in_words, race_in_words
from skill.conversation.shoes.replies import say_about_shoes
from skill.conversation.shoes.shoe_words import capitalised, pairs_in_words
from skill.conversation.turn.change import Change
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk
from skill.shoes.mode import Moded, treated, wishes_for_races
from skill.shoes.planned_race import PlannedRace
from skill.value import replace


class RacesChanged(Change, name="races-changed"):
    """A race to come was told, moved or called off.

    Attributes:
        before: the races before.
        after: the races then.
        saved: how pairs that were saved for the race were treated before.
    """

    before: tuple[PlannedRace, ...]
    after: tuple[PlannedRace, ...]
    saved: tuple[Moded, ...] = ()

    def stands(self, talk: Talk) -> bool:
        """Whether the races are as they became."""
        return talk.shoes.rotation.races == self.after

    def line(self, talk: Talk) -> str:  # noqa: ARG002 - it shows in the races
        """By what became of the race."""
        known, now = ({race.id for race in races} for races in (self.before, self.after))
        return "race-told" if now - known else "race-off" if known - now else "race-moved"

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The race, and its day before."""
        line = self.line(talk)
        new, old = (self.before, self.after) if line == "race-off" else (self.after, self.before)
        race = next((one for one in new if one not in old), None)
        was = next((one for one in self.before if race and one.id == race.id), race)
        return {
            "race": race_in_words(talk, race) if race else "",
            "day": race_day_in_words(talk, was) if was else "",
        }

    def take_back(self, talk: Talk) -> Outcome:
        """Restore the races, and what was saved for them."""
        text = self.done(talk)
        talk.shoes.rotation = treated(replace(talk.shoes.rotation, races=self.before), self.saved)
        return say_about_shoes(talk, text)


def change_races(talk: Talk, races: tuple[PlannedRace, ...]) -> str:
    """Take over the races to come, and note how they were; a pair saved for one that moves is saved on.

    Returns:
        What becomes of such pairs, as it is said; empty where there are none.
    """
    rotation, today = talk.shoes.rotation, talk.place_settings.read_local_time().date()
    wishes = wishes_for_races(rotation, races, today)
    saved = tuple(Moded.of(shoe) for wish in wishes if (shoe := rotation.find(wish.pair)))
    change = RacesChanged(rotation.races, races, saved)
    talk.shoes.rotation = treated(replace(rotation, races=races), wishes)
    if set(change.before) != set(change.after):
        talk.changed(change)
    still = [wish.mode is not None for wish in wishes]
    shoes = [shoe for wish in wishes if (shoe := rotation.find(wish.pair))]
    if not shoes:
        return ""
    line = "shoes.races.saved_on" if all(still) else "shoes.races.saved_no_more"
    return capitalised(talk.line(line, pairs=pairs_in_words(talk, shoes)))
