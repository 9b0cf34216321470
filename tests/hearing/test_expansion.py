"""Sentences are written out in few samples that leave no alternative out."""

import pytest
from hassil.parser import ParseError
from hypothesis import given
from hypothesis import strategies as st

from skill.hearing.expansion import every_way, written_out

RULES = {"dose": "({number:seconds} seconds|half a minute)", "polite": "[please]"}


@pytest.mark.parametrize(
    ("template", "samples"),
    [
        ("hold longer", ["hold longer"]),
        ("(hold|keep) longer", ["hold longer", "keep longer"]),
        ("hold [it] longer", ["hold it longer", "hold longer"]),
        ("(hold|keep) (it|this|that)", ["hold that", "keep it", "hold this"]),
        ("hold for <dose>", ["hold for {seconds} seconds", "hold for half a minute"]),
        ("add {any_shoe:shoe}", ["add {shoe}"]),
        ("lift[s]", ["lifts", "lift"]),
    ],
)
def test_a_template_is_written_out_in_as_few_samples_as_have_every_alternative(
    template: str, samples: list[str]
) -> None:
    assert sorted(written_out(template, RULES)) == sorted(samples)


def test_all_there_is_to_say_is_written_out_too() -> None:
    assert sorted(every_way("(long|easy) (run|jog)", {})) == ["easy jog", "easy run", "long jog", "long run"]


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
    samples = written_out(template, RULES)

    assert {word for sample in samples for word in sample.split()} == set(
        template.translate(str.maketrans("()[]|", "     ")).split()
    )
    assert set(samples) <= set(every_way(template, RULES))


def test_what_is_no_template_is_refused() -> None:
    with pytest.raises(ParseError):
        written_out("(hold", RULES)
    with pytest.raises(KeyError):
        written_out("<nowhere>", RULES)
