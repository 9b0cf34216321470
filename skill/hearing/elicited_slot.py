"""An answer to the question for one slot, which Alexa takes for that slot's value before anything else."""

from collections.abc import Mapping

from skill.hearing.sentences import NUMBER
from skill.hearing.slot_spans import MarkedWords, SlotSpan
from skill.hearing.vocabulary import Vocabulary
from skill.hearing.words import forms, said
from skill.value import Value


class ElicitedSlot(Value):
    """What a `Dialog.ElicitSlot` directive asks for.

    Attributes:
        intent: the intent that is being filled.
        slot: the slot of it that the next utterance is a value for.
    """

    intent: str
    slot: str


def slots_in_answer(
    marked: MarkedWords, slot: str, slots: Mapping[str, str], around: frozenset[str]
) -> dict[str, SlotSpan] | None:
    """Return what an answer fills: the elicited slot, and with it other slots of the intent.

    "Ten", "about ten miles" and "in the ghosts" are answers: values with nothing but light words around.

    Args:
        marked: the answer.
        slot: the elicited slot.
        slots: the type of every slot of the intent, by slot name.
        around: the words that may be said around values.

    Returns:
        the slots that are filled; None if something else is said, or no value for the elicited slot.
    """
    for span in _longest_first(marked, slots[slot]):
        filled = {slot: span}
        for name, slot_type in slots.items():
            free = [other for other in _longest_first(marked, slot_type) if _is_free(other, filled)]
            if free and all(taken.slot_type != slot_type for taken in filled.values()):
                filled[name] = free[0]
        if around.issuperset(
            word.form
            for at, word in enumerate(marked.words)
            if not any(taken.start <= at < taken.end for taken in filled.values())
        ):
            return filled
    return None


def _longest_first(marked: MarkedWords, slot_type: str) -> list[SlotSpan]:
    spans = [span for span in marked.spans if span.slot_type == slot_type and not span.unlisted]
    return sorted(spans, key=lambda span: (span.start - span.end, span.start))


def _is_free(span: SlotSpan, filled: Mapping[str, SlotSpan]) -> bool:
    return all(span.end <= taken.start or taken.end <= span.start for taken in filled.values())


def name_in_answer(
    marked: MarkedWords, slot_type: str, vocabulary: Vocabulary, *, made_up: bool
) -> SlotSpan | None:
    """Return a name that no list has, with nothing but light words around it; None where there is none.

    Args:
        marked: the answer.
        slot_type: the type of the slot that was asked for.
        vocabulary: of the language.
        made_up: whether people make the names up: then a number can be one, as in "sixteen" of two Ghosts.
    """
    words = forms(marked.words)
    light = vocabulary.stop_words | vocabulary.around_answers
    named = [at for at, word in enumerate(words) if word not in light]
    if not named:
        return None
    start, end = named[0], named[-1] + 1
    name = SlotSpan(start, end, slot_type, said(marked.words[start:end]), unlisted=True)
    is_number = words[start] in vocabulary.dates["ordinals"] or any(
        (span.start, span.end, span.slot_type) == (start, end, NUMBER) for span in marked.spans
    )
    return name if name in marked.spans or (is_number and made_up) else None
