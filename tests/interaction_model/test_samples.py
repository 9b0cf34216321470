"""Sentences are written out in few samples that leave no alternative out."""

import pytest
from hassil.parser import ParseError
from hypothesis import given
from hypothesis import strategies as st

from skill.hearing.expansion import every_way
from skill.hearing.grammar import Grammar
from skill.hearing.sentences import Template, sentences
from skill.hearing.vocabulary import vocabulary
from skill.hearing.words import forms, words_of
from tools.samples import written_out

RULES = {"dose": "({number:seconds} seconds|half a minute)", "polite": "[please]"}


def samples(*texts: str) -> list[str]:
    """All that the sentences of one intent are written out in."""
    found = written_out([Template("SomeIntent", text) for text in texts], RULES)
    return [sample for each in found for sample in each]


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("hold longer", ["hold longer"]),
        ("(hold|keep) longer", ["hold longer", "keep longer"]),
        ("hold [it] longer", ["hold longer", "hold it longer"]),
        ("(hold|keep) (it|this|that)", ["hold it", "keep this", "hold that"]),
        ("hold [it|this] [still]", ["hold", "hold it still", "hold this"]),
        ("hold for <dose>", ["hold for {seconds} seconds", "hold for half a minute"]),
        ("hold [<polite>]", ["hold", "hold please"]),
        ("add {any_shoe:shoe}", ["add {shoe}"]),
        ("(it;longer) please", ["it longer please", "longer it please"]),
    ],
)
def test_a_template_is_written_out_plainly_first_then_in_as_few_samples_as_have_every_alternative(
    template: str, written: list[str]
) -> None:
    assert samples(template) == written


def test_what_stands_in_another_sentence_is_not_written_out_again() -> None:
    assert samples("(hold|keep) it", "(hold|keep) longer") == ["hold it", "keep it", "hold longer"]


def test_a_slot_that_may_be_left_out_is_in_a_sample_of_each_intent_that_has_it() -> None:
    first, second = written_out(
        [Template("A", "stay [for {seconds}] [now]"), Template("B", "wait [for {seconds}] [now]")], RULES
    )

    assert (first, second) == (["stay", "stay for {seconds} now"], ["wait", "wait for {seconds}"])


def test_the_alternatives_of_a_rule_are_shared_out_among_the_sentences_that_name_it() -> None:
    rules = {"much": "(a lot|a bit|far|slightly)"}

    assert written_out([Template("A", "<much> more"), Template("B", "<much> less")], rules) == [
        ["a lot more", "a bit more", "slightly more"],
        ["a lot less", "far less"],
    ]


def test_all_there_is_to_say_is_written_out_too_the_plainest_way_first() -> None:
    assert every_way("[very] (long|easy) (run|jog)", {}) == [
        *("long run", "long jog", "easy run", "easy jog"),
        *("very long run", "very long jog", "very easy run", "very easy jog"),
    ]


WORDS = st.sampled_from(["hold", "it", "longer", "please", "now"])
TEMPLATES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda items: "(" + "|".join(items) + ")"),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        inner.map(lambda item: f"[{item}]"),
    ),
    max_leaves=8,
)


@given(TEMPLATES)
def test_every_word_of_a_template_is_in_a_sample_and_every_sample_is_said_by_the_template(
    template: str,
) -> None:
    written = samples(template)

    assert {word for sample in written for word in sample.split()} == set(
        template.translate(str.maketrans("()[]|", "     ")).split()
    )
    assert set(written) <= set(every_way(template, RULES))


def test_what_is_no_template_is_refused() -> None:
    with pytest.raises(ParseError):
        samples("(hold")
    with pytest.raises(KeyError):
        samples("<nowhere>")


def test_no_word_of_the_language_is_missing_from_its_samples() -> None:
    english = vocabulary("en")
    known = sentences("en")
    written = written_out(known.templates, known.rules)
    said = {
        word
        for row in written
        for sample in row
        for word in forms(words_of(sample, english))
        if not word.startswith("{")
    }

    assert Grammar(known, english).words <= said
