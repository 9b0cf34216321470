"""Words in a slot's place that no list has: Alexa delivers them as they were said, unmatched."""

from dataclasses import replace

from skill.hearing.nearest import Near, Nearest
from skill.hearing.slot_values import DATE, DURATION, NUMBER, Reading, Spot
from skill.hearing.templates import Exact, Templates
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms

THINGS = frozenset({"Shoe", "Exercise", "Equipment", "BodyArea", "Period"})
"""The slot types that name things, of which people know more than a list does."""
UNREADABLE = "?"
"""What AMAZON.NUMBER delivers for words that are no number."""

_FEW_WORDS = 3
_SHORT_ANSWER = 5
_FRAME = 1.8
"""How much the weightiest of a sample's own words must weigh to frame a name of few words."""
_STRONG_FRAME = 2.8
"""As `_FRAME`, for a longer name: "rename them to", "called", but not "add"."""


class UnlistedNames:
    """Finds samples whose own words frame a name that no list has.

    Its first and last words are not `light`: "explain {exercise}" is not "explain that properly".
    """

    def __init__(
        self, templates: Templates, nearest: Nearest, words: Vocabulary, made_up: frozenset[str]
    ) -> None:
        self._templates = templates
        self._nearest = nearest
        self._light = words.light
        self._nameless = words.nameless | words.light
        self._made_up = made_up

    def name(self, readings: list[Reading]) -> Exact | None:
        """Return the best framed sample with one unlisted name in it; None if there is none."""
        return self._best(readings, THINGS)

    def longer(self, readings: list[Reading], near: Near) -> Exact | None:
        """Return what names the pair in full where `near` has heard the end only: "big blue", not "blue"."""
        if self._made_up.isdisjoint(near.template.slots.values()):
            return None
        named = self.name(readings)
        if named is None or named.template.intent != near.template.intent:
            return None
        ends = any(
            spot.slot_type in self._made_up
            and name in near.slots
            and spot.value.endswith(f" {near.slots[name].value}")
            for name, spot in named.slots.items()
        )
        return named if ends else None

    def answer(self, readings: list[Reading]) -> Exact | None:
        """Return the sample that is an answer of few words with one unlisted name in it: "the wombats"."""
        for reading in readings:
            if len(reading.words) > _SHORT_ANSWER:
                continue
            for exact in self._templates.recognise(reading, self._made_up):
                unlisted = [slot for slot in exact.slots.values() if slot.unlisted]
                if exact.template.literals and len(unlisted) == 1 and self._can_be_name(unlisted[0], reading):
                    return exact
        return None

    def number(self, readings: list[Reading]) -> Exact | None:
        """Return the best framed sample with a number that nobody can read, its value `UNREADABLE`."""
        exact = self._best(readings, frozenset({NUMBER}))
        if exact is None:
            return None
        slots = {
            name: replace(slot, value=UNREADABLE) if slot.slot_type == NUMBER and slot.unlisted else slot
            for name, slot in exact.slots.items()
        }
        return replace(exact, slots=slots)

    def _can_be_name(self, slot: Spot, reading: Reading) -> bool:
        """Return whether words can be one name: their ends are not light, and nothing else lies within.

        Words that name nothing by themselves are no name: "shoes", "the other ones".

        A name that people make up can have a listed part: "blue thunder", but not "Ghosts to thunder".
        """
        words = reading.words[slot.start : slot.end]
        if not self._light.isdisjoint({words[0].form, words[-1].form}) or self._nameless.issuperset(
            forms(words)
        ):
            return False
        other_than_number = THINGS | {DATE, DURATION}
        if slot.slot_type in self._made_up and self._light.isdisjoint(forms(words)):
            other_than_number -= {slot.slot_type}
        return not any(
            slot.start < spot.end and spot.start < slot.end
            for spot in reading.spots
            if slot.slot_type == NUMBER or spot.slot_type in other_than_number
        )

    def _best(self, readings: list[Reading], types: frozenset[str]) -> Exact | None:
        found = [
            (frame, exact)
            for reading in readings
            for exact in self._templates.recognise(reading, types)
            for unlisted in [[slot for slot in exact.slots.values() if slot.unlisted]]
            for frame in [self._nearest.weight(exact.template.literals)]
            if len(unlisted) == 1
            and _is_framed(unlisted[0], frame)
            and self._can_be_name(unlisted[0], reading)
        ]
        return max(found, key=lambda one: one[0])[1] if found else None


def _is_framed(slot: Spot, frame: float) -> bool:
    return frame >= (_FRAME if slot.end - slot.start <= _FEW_WORDS else _STRONG_FRAME)
