"""What is let through to hassil is what hassil says of it, only sooner."""

from hassil.expression import Alternative, Group, ListReference, Permutation, RuleReference, TextChunk
from hassil.intents import Intent, IntentData, Intents, SlotList, TextSlotList
from hassil.parse_expression import parse_sentence
from hassil.recognize import recognize
from hypothesis import given
from hypothesis import strategies as st

from skill.hearing.sentence_filter import PlacedValue, SentenceFilter
from skill.hearing.sentence_rows import Rules
from skill.hearing.sentences import HeardForms, Template
from skill.hearing.vocabulary import vocabulary

RULES = {"often": "(again and again|[very] often)", "where": "(at {place}|<often>)"}
VALUES = {"place": ["the park", "park", "home"], "day": ["monday", "the day"]}
OTHERS = ["run [<where>]", "(very|again) {day}", "[at] home"]
"""What else may be said, so that a sentence is told from others."""
WORDS = ["run", "again", "and", "very", "often", "at", "the", "park", "home", "monday", "day"]

_sentences = st.recursive(
    st.sampled_from([*WORDS, "{place}", "{day}", "<often>", "<where>"]),
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(" ".join),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: f"({'|'.join(found)})"),
        st.lists(parts, min_size=2, max_size=3).map(lambda found: f"({';'.join(found)})"),
        parts.map(lambda part: f"[{part}]"),
    ),
    max_leaves=6,
)
_utterances = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)


def _lets_through(sentence: str, words: list[str]) -> bool:
    rules = Rules(RULES, HeardForms(vocabulary("en")))
    rows = [rules.row(Template("Said", text, {})) for text in (*OTHERS, sentence)]
    values = [
        PlacedValue(start, start + len(value.split()), (f"{{{name}}}",))
        for name, names in VALUES.items()
        for value in names
        for start in range(len(words))
        if words[start : start + len(value.split())] == value.split()
    ]
    return rows[-1] in SentenceFilter(rows, rules).fitting(tuple(words), values)


def _hassil_says(sentence: str, words: list[str]) -> bool:
    known = Intents(
        "en",
        {"Said": Intent("Said", [IntentData([sentence])])},
        expansion_rules={name: parse_sentence(text) for name, text in RULES.items()},
    )
    lists: dict[str, SlotList] = {
        name: TextSlotList.from_strings(values, name=name) for name, values in VALUES.items()
    }
    return recognize(" ".join(words), known, slot_lists=lists) is not None


@given(_sentences, _utterances)
def test_what_hassil_hears_is_let_through_and_nothing_else(sentence: str, words: list[str]) -> None:
    assert _lets_through(sentence, words) == _hassil_says(sentence, words)


@given(_sentences, st.data())
def test_what_a_sentence_itself_says_is_let_through(sentence: str, data: st.DataObject) -> None:
    words = _said(sentence, data)
    if words:
        assert _lets_through(sentence, words)


@given(_sentences, st.data())
def test_nearly_what_a_sentence_says_is_let_through_only_where_hassil_hears_it(
    sentence: str, data: st.DataObject
) -> None:
    words = _said(sentence, data)
    at = data.draw(st.integers(0, len(words)))
    until = data.draw(st.integers(at, min(at + 2, len(words))))
    instead = data.draw(st.lists(st.sampled_from(WORDS), max_size=2))
    nearly = [*words[:at], *instead, *words[until:]]
    if nearly:
        assert _lets_through(sentence, nearly) == _hassil_says(sentence, nearly)


def _said(sentence: str, data: st.DataObject) -> list[str]:
    """One of the ways to say a sentence, drawn by chance."""

    def said(part: object) -> list[str]:
        if isinstance(part, TextChunk):
            return part.text.split()
        if isinstance(part, ListReference):
            return data.draw(st.sampled_from(VALUES[part.list_name])).split()
        if isinstance(part, RuleReference):
            return said(parse_sentence(RULES[part.rule_name]).expression)
        if isinstance(part, Alternative):
            return said(data.draw(st.sampled_from(part.items)))
        assert isinstance(part, Group)
        items = data.draw(st.permutations(part.items)) if isinstance(part, Permutation) else part.items
        return [word for item in items for word in said(item)]

    return said(parse_sentence(sentence).expression)
