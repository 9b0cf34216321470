"""Which of the runner's pairs a source's pairs are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from skill.conversation.imports.answers import Answers, Choice, WhichPair
from skill.conversation.imports.new_pairs import Maker, id_of_pair, together
from skill.conversation.imports.same_run import source_of
from skill.conversation.memory.imports_page import ImportsTold, KnownPair, PairVersion
from skill.importing.found import FoundPair
from skill.shoes.names import find_by_name
from skill.shoes.rotation import Rotation
from skill.shoes.shoe import Shoe
from skill.value import Value, replace


class PairsFound(Value):
    """What becomes of the pairs.

    Attributes:
        rotation: with the pairs that are new, and those that their source tells more of.
        imports: with what is known of each pair now.
        made: keys of the pairs that are new.
        asked: the pairs of which the runner has to say which they are.
        too_many: the pairs for which there is no room; their runs come without a pair.
    """

    rotation: Rotation
    imports: ImportsTold
    made: tuple[str, ...] = ()
    asked: tuple[WhichPair, ...] = ()
    too_many: tuple[FoundPair, ...] = ()


class PairMatcher(Value):
    """Says which pair is which.

    A pair is the one it is remembered as, else the one of the same name. The runner is asked where a name is
    near, or another source names another pair for the same runs. Else it is a pair of its own. Two pairs of
    one source are two pairs, whatever they are called.

    Attributes:
        found: the pairs, by their keys.
        answers: what the runner said.
        maker: makes the new ones.
        number: of the import.
        worn_since: when each pair was first worn, by its key.
        same_runs: of each pair, the pairs that other sources name for the same runs, the most frequent first.
        at: when a pair is taken to be new of which nothing tells, aware, UTC.
    """

    found: Mapping[str, FoundPair]
    answers: Answers
    maker: Maker
    number: int
    worn_since: Mapping[str, datetime]
    same_runs: Mapping[str, Sequence[str]]
    at: datetime

    def match(self, rotation: Rotation, imports: ImportsTold) -> PairsFound:
        """What becomes of the pairs, the oldest first."""
        so_far = PairsFound(rotation, imports)
        for key in sorted(self.found, key=lambda key: (self.found[key].begun or date.max, key)):
            known = so_far.imports.pairs.get(key)
            so_far = self._follow(so_far, key, known) if known else self._find(so_far, key)
        return so_far

    def _follow(self, so_far: PairsFound, key: str, known: KnownPair) -> PairsFound:
        before = known.versions[0].told
        told = together(before, self.found[key])
        if told == before:
            return so_far
        shoe = so_far.rotation.find(known.shoe)
        rotation = so_far.rotation
        if shoe and known.made:
            rotation = rotation.with_shoe(self.maker.follow(shoe, before, told))
        older = tuple(one for one in known.versions if one.brought_by != self.number)
        versions = (PairVersion(told, self.number), *older)
        return self._known(replace(so_far, rotation=rotation), key, replace(known, versions=versions))

    def _find(self, so_far: PairsFound, key: str) -> PairsFound:  # noqa: PLR0911 - one for each way it is known
        found, version = self.found[key], (PairVersion(self.found[key], self.number),)
        same, near = self._of_same_name(so_far, found), self._of_near_name(so_far, found)
        answer = self.answers.pairs.get(key)
        made_before = so_far.rotation.find(id_of_pair(key))
        if answer is None and made_before:
            return self._known(so_far, key, KnownPair(made_before.id, version, made=True))
        if answer == Choice.NONE:
            return self._known(so_far, key, KnownPair(None, version))
        if answer and (shoe := so_far.rotation.find(answer)):
            return self._known(so_far, key, KnownPair(shoe.id, version))
        if answer != Choice.NEW:
            if len(same) == 1 and not self._is_contested(found):
                return self._known(so_far, key, KnownPair(same[0].id, version))
            choices = same or near or self._of_same_runs(so_far, key)
            if choices:
                question = WhichPair(found, choices)
                return replace(so_far, asked=(*so_far.asked, question))
        shoe = self.maker.new_pair(so_far.rotation, found, self.worn_since.get(key, self.at))
        if shoe is None:
            return replace(so_far, too_many=(*so_far.too_many, found))
        rotation = replace(so_far.rotation, shoes=(*so_far.rotation.shoes, shoe))
        more = replace(so_far, rotation=rotation, made=(*so_far.made, key))
        return self._known(more, key, KnownPair(shoe.id, version, made=True))

    def _known(self, so_far: PairsFound, key: str, known: KnownPair) -> PairsFound:
        imports = replace(so_far.imports, pairs={**so_far.imports.pairs, key: known})
        return replace(so_far, imports=imports)

    def _of_same_name(self, so_far: PairsFound, found: FoundPair) -> tuple[Shoe, ...]:
        words = self._words(found)
        if not words:
            return ()
        return tuple(
            shoe
            for shoe in so_far.rotation.shoes
            if self.maker.vocabulary.words(shoe.nickname) == words
            and not self._is_another(so_far, found, shoe)
        )

    def _of_near_name(self, so_far: PairsFound, found: FoundPair) -> tuple[Shoe, ...]:
        others = [shoe for shoe in so_far.rotation.shoes if not self._is_another(so_far, found, shoe)]
        names = filter(str.strip, dict.fromkeys((found.name, f"{found.brand} {found.model}")))
        near = [shoe for name in names for shoe in find_by_name(name, others, self.maker.vocabulary)]
        return tuple({shoe.id: shoe for shoe in near}.values())

    def _of_same_runs(self, so_far: PairsFound, key: str) -> tuple[Shoe, ...]:
        ids = dict.fromkeys(filter(None, map(so_far.imports.shoe_of, self.same_runs.get(key, ()))))
        return tuple(shoe for id_ in ids if (shoe := so_far.rotation.find(id_)))

    def _is_another(self, so_far: PairsFound, found: FoundPair, shoe: Shoe) -> bool:
        """Whether a pair is known to be another one of the same source.

        Of a source that numbers its pairs, each number is one pair. One that is known by its name may be the
        one that has a number elsewhere, where both are called the same; one that is not found any more may
        have got another name.
        """
        for key, known in so_far.imports.pairs.items():
            if known.shoe != shoe.id or source_of(key) != source_of(found.key):
                continue
            told = known.versions[0].told
            if _is_numbered(told) and _is_numbered(found):
                return True
            if self._words(told) != self._words(found) and key in self.found:
                return True
        return False

    def _is_contested(self, found: FoundPair) -> bool:
        """Whether the source has another numbered pair of this name."""
        alike = Counter(
            (source_of(key), self._words(pair)) for key, pair in self.found.items() if _is_numbered(pair)
        )
        others = alike[source_of(found.key), self._words(found)] - _is_numbered(found)
        return others > (0 if _is_numbered(found) else 1)

    def _words(self, pair: FoundPair) -> tuple[str, ...]:
        return self.maker.vocabulary.words(pair.name or f"{pair.brand} {pair.model}")


def _is_numbered(pair: FoundPair) -> bool:
    """Whether the source knows the pair by a number, and not only by what it is called."""
    return pair.key.partition(":")[2] not in (pair.name, f"{pair.brand} {pair.model}".strip())
