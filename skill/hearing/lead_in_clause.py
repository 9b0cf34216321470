"""What is said before a request about the thing requested: "I'm off for twelve k, which shoes?"."""

from collections.abc import Mapping
from dataclasses import replace

from skill.hearing.exact_match import ExactMatcher
from skill.hearing.slot_spans import NUMBER, MarkedWords, SlotSpan

PARTS = frozenset({NUMBER, "Unit", "Fraction"})
"""The slot types that mean nothing alone: "twelve" and "k" belong together, "half" may be a half marathon."""

_LONGEST_MEASURE = 7
"""The words of "twelve and three quarters of a mile"."""
_MOST_WORDS = 20


def slots_in_lead_in(
    marked: MarkedWords, slots: Mapping[str, str], exact_matcher: ExactMatcher
) -> dict[str, SlotSpan]:
    """Return what a leading clause says of a request: the longest measure in it, then the rest.

    Args:
        marked: the clause.
        slots: the request's slots that are still empty: their types by their names.
        exact_matcher: by whose samples the parts of a measure are told apart.
    """
    if len(marked.words) > _MOST_WORDS:
        return {}
    found = _measure(marked, slots, exact_matcher)
    for name, slot_type in slots.items():
        free = [
            span
            for span in marked.spans
            if span.slot_type == slot_type
            and slot_type not in PARTS
            and not any(span.start < taken.end and taken.start < span.end for taken in found.values())
        ]
        if free:
            found[name] = max(free, key=lambda span: (span.end - span.start, -span.start))
    return found


def _measure(
    marked: MarkedWords, slots: Mapping[str, str], exact_matcher: ExactMatcher
) -> dict[str, SlotSpan]:
    words, spans = marked
    for length in range(min(len(words), _LONGEST_MEASURE), 1, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            within = [span for span in spans if start <= span.start and span.end <= end]
            if {span.slot_type for span in within}.isdisjoint(PARTS):
                continue
            for exact in exact_matcher.recognise(_part(marked, start, end)):
                forms = exact.sample.forms
                if (
                    len(exact.slots) > 1
                    and forms[0].startswith("{")
                    and forms[-1].startswith("{")
                    and exact.sample.slots.items() <= slots.items()
                    and PARTS.issuperset(exact.sample.slots.values())
                ):
                    return {name: _moved(span, start) for name, span in exact.slots.items()}
    return {}


def _part(marked: MarkedWords, start: int, end: int) -> MarkedWords:
    within = [span for span in marked.spans if start <= span.start and span.end <= end]
    return MarkedWords(marked.words[start:end], [_moved(span, -start) for span in within])


def _moved(span: SlotSpan, by: int) -> SlotSpan:
    return replace(span, start=span.start + by, end=span.end + by)
