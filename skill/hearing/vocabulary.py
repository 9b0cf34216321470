"""The words of a language that understanding needs, read from its TOML file."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from skill.content.loader import content_folder, read
from skill.hearing.phrases import Phrases, phrases_of
from skill.hearing.word_lists import (
    ClauseWords,
    IndirectQuestionWords,
    PossessiveWords,
    RedFlagWords,
    Telling,
)
from skill.value import Value

_ALTERNATIVES = re.compile(r"[()]")


class Vocabulary(Value, eq=False):  # there is one of a language, so it is its own key
    """What `skill/content/<language>/vocabulary/hearing.toml` holds.

    Attributes:
        language: as in "en".
        openings: phrases said before the thing that is wanted.
        closings: as `openings`, said after it.
        fillers: what is said while somebody thinks.
        for_the_device: utterances, as tuples of words, that are for the device and not for a skill.
        possessive: a word that some say for "my".
        contractions: a word without its apostrophe, and the words it stands for.
        spellings: a word, and the one spelling it is heard as.
        stop_words: words that decide little about what somebody wants.
        having: words by which a value is somebody's: "I have ten minutes".
        around_answers: the stop words, and what else is said around a value that was asked for.
        nameless: words that name nothing by themselves.
        joined: names of two words of which the first means something else.
        singular: words that look like plurals and are none.
        putting_off: words by which something ends later and not now: "that one and then stop".
        theirs: words by which somebody else is spoken of: "she had to stop, her foot hurt".
        they, whose, somebody: how one begins who speaks of another: "she", or "my" and "wife".
        linking: words that join a part to what came before it, with which no question begins.
        hedges: words that leave open whether what is said is meant.
        negations: words that turn what is said into its opposite.
        taking_back: phrases, as tuples of words, that take back the value before them; longest first.
        turning: words without which something wider, narrower or of somebody else is said.
        questions: words that ask for something else than a request without them does.
        pains: words of pain, which change whatever they stand beside.
        other_things: things that nobody speaks of to a coach.
        question_words: words that begin a question for a thing.
        pronouns: words that a pair is called by once it was named.
        article: what stands ahead of a pair's name.
        short_verb: what is left of a verb behind a name: the "s" of "Bruno's done".
        short_for: the verbs that it may stand for.
        clauses: how clauses of their own begin behind what is asked for.
        invocation: the words of `invocation`.
        indirect_questions: the words of `indirect_questions`.
        red_flags: the words of `red_flags`.
        telling: the words by which a run is put together.
        numbers, durations, dates, times: the words of `spoken_numbers`, `spoken_durations`, `spoken_dates`
            and `spoken_times`.
        of_values: every word in these, one of which each value begins with, unless it is a digit.
    """

    language: str
    openings: Phrases
    closings: Phrases
    fillers: frozenset[str]
    for_the_device: frozenset[tuple[str, ...]]
    possessive: PossessiveWords
    contractions: dict[str, tuple[str, ...]]
    spellings: dict[str, tuple[str, ...]]
    stop_words: frozenset[str]
    having: frozenset[str]
    around_answers: frozenset[str]
    nameless: frozenset[str]
    joined: frozenset[tuple[str, ...]]
    singular: frozenset[str]
    putting_off: frozenset[str]
    theirs: frozenset[str]
    they: frozenset[str]
    whose: frozenset[str]
    somebody: frozenset[str]
    linking: frozenset[str]
    hedges: frozenset[str]
    negations: frozenset[str]
    taking_back: tuple[tuple[str, ...], ...]
    turning: frozenset[str]
    questions: frozenset[str]
    pains: frozenset[str]
    other_things: frozenset[str]
    question_words: frozenset[str]
    pronouns: frozenset[str]
    article: str
    short_verb: str
    short_for: tuple[str, ...]
    clauses: ClauseWords
    invocation: dict[str, list[str]]
    indirect_questions: IndirectQuestionWords
    red_flags: RedFlagWords
    telling: Telling
    numbers: dict[str, Any]
    durations: dict[str, Any]
    dates: dict[str, Any]
    times: dict[str, Any]
    of_values: frozenset[str]

    @property
    def all_words(self) -> frozenset[str]:
        """Every word that the language's file itself has a meaning for."""
        phrases = (*self.openings, *self.closings, *self.red_flags.harmless)
        padding = (word for phrase in phrases for word in phrase)
        return self.stop_words.union(padding, self.of_values)


def _strings(table: object) -> frozenset[str]:
    if isinstance(table, str):
        return frozenset(table.split())
    if isinstance(table, dict):
        return frozenset(word for value in (*table.keys(), *table.values()) for word in _strings(value))
    if isinstance(table, list):
        return frozenset(word for value in table for word in _strings(value))
    return frozenset()


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language, as in "en"; raises FileNotFoundError for one that has no file."""
    table = read(content_folder(), f"{language}/vocabulary/hearing.toml").values
    return Vocabulary(
        language=language,
        openings=Phrases(table["phrases"]["openings"]),
        closings=Phrases(table["phrases"]["closings"]),
        fillers=frozenset(table["phrases"]["fillers"]),
        for_the_device=frozenset(phrases_of(table["phrases"]["for_the_device"])),
        possessive=PossessiveWords(
            said=table["possessive"]["said"],
            means=table["possessive"]["means"],
            before=frozenset(table["possessive"]["before"]),
            not_behind=frozenset(table["possessive"]["not_behind"]),
        ),
        contractions={short: tuple(long.split()) for short, long in table["contractions"].items()},
        spellings={heard: tuple(kept.split()) for heard, kept in table["spellings"].items()},
        stop_words=frozenset(table["words"]["stop_words"]),
        having=frozenset(table["words"]["having"]),
        around_answers=frozenset((*table["words"]["stop_words"], *table["words"]["around_answers"])),
        nameless=frozenset(table["words"]["nameless"]),
        joined=frozenset(phrases_of(table["words"]["joined"])),
        singular=frozenset(table["words"]["singular"]),
        putting_off=frozenset(table["words"]["putting_off"]),
        theirs=frozenset(table["words"]["theirs"]),
        they=frozenset(table["words"]["they"]),
        whose=frozenset(table["words"]["whose"]),
        somebody=frozenset(table["words"]["somebody"]),
        linking=frozenset(table["words"]["linking"]),
        hedges=frozenset(table["words"]["hedges"]),
        negations=frozenset(table["words"]["negations"]),
        taking_back=phrases_of(table["words"]["taking_back"]),
        turning=frozenset(table["words"]["turning"]),
        questions=frozenset(table["words"]["questions"]),
        pains=frozenset(table["words"]["pains"]),
        other_things=frozenset(table["words"]["other_things"]),
        question_words=frozenset(table["words"]["question_words"]),
        pronouns=frozenset(table["words"]["pronouns"]),
        article=table["words"]["article"],
        short_verb=table["words"]["short_verb"],
        short_for=tuple(table["words"]["short_for"]),
        clauses=ClauseWords(
            beginnings=frozenset(table["words"]["clause_beginnings"]),
            subjects=frozenset(table["words"]["clause_subjects"]),
            verbs=frozenset(table["words"]["clause_verbs"]),
            relative=frozenset(table["words"]["relative_verbs"]),
        ),
        invocation=table["invocation"],
        indirect_questions=_indirect_question_words(table["indirect_questions"]),
        red_flags=_red_flag_words(table["red_flags"]),
        telling=_telling(table["telling"]),
        numbers=table["numbers"],
        durations=table["durations"],
        dates=table["dates"],
        times=table["times"],
        of_values=frozenset().union(
            *(_strings(table[kind]) for kind in ("numbers", "durations", "dates", "times"))
        ),
    )


def _telling(table: dict[str, Any]) -> Telling:
    parts: dict[str, Any] = {
        name: part if isinstance(part, str) else frozenset(part) for name, part in table.items()
    }
    tags = tuple(f" {tag}" for tag in table["tags"])
    wondering = tuple(f"{phrase} " for phrase in table["wondering"])
    return Telling(**{**parts, "tags": tags, "wondering": wondering})


def _indirect_question_words(table: dict[str, Any]) -> IndirectQuestionWords:
    past, present, third = table["doing"]
    return IndirectQuestionWords(
        leads=Phrases(table["leads"]),
        telling=Phrases(table["telling"]),
        asking=frozenset(table["asking"]),
        conditions=frozenset(table["conditions"]),
        moments=frozenset(table["moments"]),
        subjects=frozenset(table["subjects"]),
        third_person=frozenset(table["third_person"]),
        adverbs=frozenset(table["adverbs"]),
        auxiliaries=frozenset(table["auxiliaries"]),
        full_verbs=frozenset(table["full_verbs"]),
        doing=(past, present, third),
        past=table["past"],
    )


def _red_flag_words(table: dict[str, Any]) -> RedFlagWords:
    return RedFlagWords(
        light=phrases_of(table["light"]),
        harmless=phrases_of(one for phrase in table["harmless"] for one in _alternatives(phrase)),
        misheard={tuple(heard.split()): tuple(meant.split()) for heard, meant in table["misheard"].items()},
        long_past=phrases_of(table["long_past"]),
        imagined=phrases_of(table["imagined"]),
        no_body=frozenset(table["no_body"]),
        supposing=frozenset(table["supposing"]),
        asking=frozenset(table["asking"]),
        of_things=frozenset(table["of_things"]),
        beginnings=frozenset(table["beginnings"]),
        links=frozenset(table["links"]),
    )


def _alternatives(phrase: str) -> Iterator[str]:
    """Every reading of a phrase with alternatives in it: "(in|at) school"."""
    parts = [part.split("|") for part in _ALTERNATIVES.split(phrase)]
    return ("".join(chosen) for chosen in product(*parts))
