"""Which pair is meant by the name that was heard."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from skill.shoes.ages import no_longer_new, pair_of_age
from skill.shoes.name_vocabulary import NameVocabulary
from skill.shoes.run import RunKind
from skill.shoes.shoe import Shoe

LONGEST_HEARD: Final = 120
"""Only so many characters are compared, three times the longest name, so that garbage costs no time."""
_KINDS: Final = frozenset(str(kind) for kind in RunKind)
SAME_WORD: Final = 0.7
"""Two words that are at least this alike count as one that was misheard: "pegasis" for "pegasus" is 0.86,
"boat" for "goat" 0.75, "blue" for "red" 0.29."""
SAME_NAME: Final = 0.72
"""A pair with at least this score may be meant."""
EQUALLY_LIKELY: Final = 0.12
"""Pairs whose scores differ by no more than this are equally likely: the runner says which."""
SHORTEST_WORD: Final = 3
"""Letters of a word that can stand for a pair's whole name."""
PARTS_KNOWN: Final = 0.85
"""The score when a pair's whole name was said with more words around it ("my blue Pegasus" for "Pegasus")."""


def bare_name(heard: str, vocabulary: NameVocabulary) -> str:
    """A name without words like "my" before it: "my blue Pegasus" is "blue Pegasus"."""
    words = heard.split()
    while len(words) > 1 and words[0].casefold() in vocabulary.ignored:
        del words[0]
    return " ".join(words)


def find_by_name(name: str, shoes: Iterable[Shoe], vocabulary: NameVocabulary) -> tuple[Shoe, ...]:
    """The pairs that may be meant, the likeliest first.

    A pair is known by its nickname, brand and model; a name said exactly means that pair alone. "The
    Pegasus forty one" is not the Pegasus forty, but "the forty one" is where there is no other.

    Returns:
        Empty when no pair fits; several when the runner must say which.
    """
    heard = vocabulary.words(name[:LONGEST_HEARD])
    if not heard:
        return ()
    shoes = tuple(shoes)
    exact = tuple(shoe for shoe in shoes if vocabulary.words(shoe.nickname) == heard)
    if exact:
        return exact
    shoes = tuple(shoe for shoe in shoes if not _is_other_model(heard, shoe, vocabulary))
    scored = [(_score(heard, shoe, vocabulary), shoe) for shoe in shoes]
    fitting = [(score, shoe) for score, shoe in scored if score >= SAME_NAME]
    if not fitting:
        return _by_age(heard, shoes, vocabulary) or _by_number(heard, shoes, vocabulary)
    namesakes = _others_of_that_name(heard, [shoe for _, shoe in fitting], shoes, vocabulary)
    if namesakes:
        return namesakes
    best = max(score for score, _ in fitting)
    near = [(score, shoe) for score, shoe in fitting if score >= best - EQUALLY_LIKELY]
    new = vocabulary.plainly_new.intersection(heard)  # "the new Ghost" is none that has run far
    near = [
        (score, shoe)
        for score, shoe in near
        if new <= set(vocabulary.words(shoe.nickname)) or not no_longer_new(shoe)
    ]
    return tuple(shoe for _, shoe in sorted(near, key=lambda pair: -pair[0]))


def _others_of_that_name(
    heard: tuple[str, ...], fitting: Sequence[Shoe], shoes: Sequence[Shoe], vocabulary: NameVocabulary
) -> tuple[Shoe, ...]:
    """All of a name where a colour or a number was said that none of them has: "the red Ghosts" of two pairs.

    Returns:
        Empty where there is only one of that name, which is called so then.
    """
    telling = {word for word in heard if word.isdigit() or word in vocabulary.describing}
    telling -= vocabulary.newer | vocabulary.older
    known = {word for shoe in fitting for word in _known_words(shoe, vocabulary)}
    name = [word for word in heard if word not in telling]
    if not name or not telling or telling & known:
        return ()
    alike = [shoe for shoe in shoes if set(name) <= set(_known_words(shoe, vocabulary))]
    return tuple(alike) if len(alike) > 1 else ()


def _is_other_model(heard: tuple[str, ...], shoe: Shoe, vocabulary: NameVocabulary) -> bool:
    """Whether a number or an age was said with the name, and the pair's own is another: "the new Brooks"."""
    said, own = set(heard), set(vocabulary.words(shoe.nickname))
    numbers, own_numbers = (set(filter(str.isdigit, words)) for words in (said, own))
    if numbers and own_numbers and said > numbers and numbers.isdisjoint(own_numbers):
        return True
    newer, older = vocabulary.newer, vocabulary.older
    return bool((said & newer and own & older) or (said & older and own & newer))


def _by_number(heard: tuple[str, ...], shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> tuple[Shoe, ...]:
    """The pairs that "the forty one" means where none is a forty one: those that are a forty."""
    (number, *more) = heard
    if more or not re.fullmatch("[2-9]1", number):
        return ()
    return tuple(shoe for shoe in shoes if f"{number[0]}0" in vocabulary.words(shoe.nickname))


def _by_age(heard: tuple[str, ...], shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> tuple[Shoe, ...]:
    """The pair that "the new Ghost" or "the old Ghost" means: of those of that name the newest, or oldest."""
    ages = (vocabulary.newer | vocabulary.older).intersection(heard)
    name = [word for word in heard if word not in ages]
    if not name or not ages:
        return ()
    found = find_by_name(" ".join(name), shoes, vocabulary)
    if len(found) < 2:  # noqa: PLR2004 - of one there is no newest
        return found
    one = pair_of_age(ages, found, vocabulary)
    return (one,) if one else found


def says_an_age(said: str, vocabulary: NameVocabulary) -> bool:
    """Whether "the old Ghost" or "the new Ghost" was said, and with it perhaps a pair that is retired."""
    words = set(vocabulary.words(said))
    ages = words & (vocabulary.newer | vocabulary.older)
    return bool(ages) and ages != words


def says_older(said: str, vocabulary: NameVocabulary) -> bool:
    """Whether "my old ones" was said and no name, which may be a pair that is retired."""
    words = set(vocabulary.words(said))
    return bool(words) and words <= vocabulary.older


def short_names(shoe: Shoe, shoes: Iterable[Shoe], vocabulary: NameVocabulary) -> tuple[str, ...]:
    """The words that a pair's name has alone among these pairs: "wave" and "rider" of "Mizuno Wave Rider".

    No number, no letter, no colour or age, no place in a row, and none that says what pairs are for: those
    are said of other things as well.
    """
    words, kept = shoe.nickname.split(), []
    others = {word for other in shoes if other.id != shoe.id for word in vocabulary.words(other.nickname)}
    for word in words if len(words) > 1 else ():
        (plain,) = vocabulary.words(word)[:1] or ("",)
        unfit = vocabulary.unfit_alone
        if len(plain) >= SHORTEST_WORD and plain.isalpha() and plain not in others and plain not in unfit:
            kept.append(word)
    return tuple(kept)


def pair_by_age(said: str, shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> Shoe | None:
    """The pair that "the new ones" or "the older pair" means among these; None for any other words."""
    words = set(vocabulary.words(said))
    tells_age = words and (words <= vocabulary.newer or words <= vocabulary.older)
    return pair_of_age(words, shoes, vocabulary) if shoes and tells_age else None


def pairs_for_a_use(said: str, shoes: Iterable[Shoe], vocabulary: NameVocabulary) -> tuple[Shoe, ...]:
    """The pairs that "my racers" or "the trail shoes" mean: those kept for it; else none."""
    use = vocabulary.uses.get(" ".join(vocabulary.words(said)))
    if use is None:
        return ()
    return tuple(shoe for shoe in shoes if (use in shoe.kinds if use in _KINDS else not shoe.kinds))


def points_back(said: str, vocabulary: NameVocabulary) -> bool:
    """Whether "they", "those" or "that pair" was said, and nothing that tells a pair."""
    words = re.findall(r"\w+", said.casefold())
    return bool(words) and all(word in vocabulary.ignored for word in words)


def pair_by_position(said: str, shoes: Sequence[Shoe], vocabulary: NameVocabulary) -> Shoe | None:
    """The pair that "the second one", "number two", "the last" or "the newer ones" means among these.

    Args:
        said: as heard.
        shoes: in the order they were named.
        vocabulary: of the runner's language.

    Returns:
        None when no place in the row was said, or a pair's own name has the word.
    """
    words = vocabulary.words(said)
    word = words[0] if len(words) == 1 else ""
    named = {part for shoe in shoes for part in vocabulary.words(shoe.nickname)}
    if not shoes or not word or word in named:
        return None
    if word in vocabulary.newer | vocabulary.older:
        return pair_by_age(word, shoes, vocabulary)
    place = vocabulary.positions.get(word, int(word) if word.isdecimal() else 0)
    return shoes[place if place < 0 else place - 1] if place and place <= len(shoes) else None


def position_said(said: str, vocabulary: NameVocabulary) -> int | None:
    """The place in a row that was said and nothing else, from 1; -1 for the last, None for none."""
    words = vocabulary.words(said)
    return vocabulary.positions.get(words[0]) if len(words) == 1 else None


def means_the_others(said: str, vocabulary: NameVocabulary) -> bool:
    """Whether "the others" or "my other pair" was said, and no name."""
    return set(vocabulary.words(said)) <= vocabulary.others


def is_part_of_name(name: str, shoe: Shoe, vocabulary: NameVocabulary) -> bool:
    """Whether every word that was heard is a part of the pair's names."""
    known = _known_words(shoe, vocabulary)
    return all(max(_likeness(word, other) for other in known) for word in vocabulary.words(name))


def _known_words(shoe: Shoe, vocabulary: NameVocabulary) -> tuple[str, ...]:
    known = vocabulary.words(" ".join(filter(None, (shoe.nickname, shoe.brand, shoe.model))))
    makers = [] if shoe.brand else [vocabulary.makers[word] for word in known if word in vocabulary.makers]
    return (*known, *makers)


def _score(heard: tuple[str, ...], shoe: Shoe, vocabulary: NameVocabulary) -> float:
    nickname = vocabulary.words(shoe.nickname)
    known = _known_words(shoe, vocabulary)
    likenesses = [max(_likeness(word, other) for other in known) for word in heard]
    by_words = sum(likenesses) / len(heard)
    if all(max(_likeness(word, other) for other in heard) for word in nickname):
        by_words = max(by_words, PARTS_KNOWN * min(1.0, sum(likenesses) / len(nickname)))
    run_together = 0.0
    if len(heard) != len(nickname):
        run_together = _likeness("".join(heard), "".join(nickname))
    return max(by_words, run_together if run_together > PARTS_KNOWN else 0.0)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if word.isdigit() or other.isdigit():
        return 0.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - few turns compare names that are not the same

    likeness = SequenceMatcher(None, word, other, autojunk=False).ratio()
    return likeness if likeness >= SAME_WORD else 0.0
