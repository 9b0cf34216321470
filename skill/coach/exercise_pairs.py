"""Which two of the pre-run exercises to do, and how the runner's feet felt after each pair of them.

The article: two at a time, the other two for the next run, until the runner knows which work best.
`docs/pairs.md` explains the rule.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from random import Random

from skill.value import Value, replace

ExercisePair = frozenset[str]
"""Ids of the exercises done together: two, or one where the equipment allows no more."""

EXPLORE_ONE_IN = 4
"""Once every pair has been rated, one session in so many still goes to the pair rated least often."""
PRIOR = 2
"""Ratings of "the same" that every pair starts with, so that one good run does not decide."""


class Feeling(StrEnum):
    """How the feet felt on the run after a pair, against usual."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Score(Value):
    """How often a pair was done, and how the runs after it were rated.

    Attributes:
        done: how often it was done.
        better, same, worse: how the feet felt on the runs after it.
    """

    done: int = 0
    better: int = 0
    same: int = 0
    worse: int = 0

    @property
    def ratings(self) -> int:
        """How many runs were rated."""
        return self.better + self.same + self.worse

    @property
    def value(self) -> float:
        """From -1 (always worse) to 1 (always better); close to 0 while there are few ratings."""
        return (self.better - self.worse) / (self.ratings + PRIOR)

    def rate(self, feeling: Feeling, times: int = 1) -> "Score":
        """The score with one more rating, or with one taken back when `times` is -1."""
        return replace(self, **{feeling.value: getattr(self, feeling.value) + times})


Scores = Mapping[ExercisePair, Score]


def pairs_of(exercises: Sequence[str]) -> list[ExercisePair]:
    """Every pair of the exercises; of fewer than two, the exercise alone, or nothing."""
    if len(exercises) == 1:
        return [frozenset(exercises)]
    return [frozenset(pair) for pair in combinations(exercises, 2)]


def next_pair(
    exercises: Sequence[str], scores: Scores, last: ExercisePair | None, random: Random
) -> ExercisePair | None:
    """The pair for this run.

    First the other two of the last pair, when they have been done less often; then, until every pair
    has been rated, the pair done least often; from then on the best rated one, and one time in
    `EXPLORE_ONE_IN` the one rated least often.

    Args:
        exercises: ids of those that can be done now, in the article's order.
        scores: of the pairs that have been done.
        last: the pair of the last time; None when there was none.
        random: decides when to explore.

    Returns:
        None when there is no exercise.
    """
    pairs = pairs_of(exercises)
    if not pairs:
        return None
    if all(_score(scores, pair).ratings for pair in pairs):
        if random.randrange(EXPLORE_ONE_IN) == 0:
            return min(pairs, key=lambda pair: _score(scores, pair).ratings)
        return max(pairs, key=lambda pair: (_score(scores, pair).value, pair != last))
    others = frozenset(exercises) - (last or frozenset())
    if last and others in pairs and _score(scores, others).done < _score(scores, last).done:
        return others
    return min(
        pairs, key=lambda pair: (_score(scores, pair).done, _score(scores, pair).ratings, pair == last)
    )


def best_pairs(scores: Scores) -> list[tuple[ExercisePair, Score]]:
    """The rated pairs, best first; empty while nothing has been rated."""
    rated = [(pair, score) for pair, score in scores.items() if score.ratings]
    return sorted(rated, key=lambda item: (-item[1].value, -item[1].ratings, sorted(item[0])))


def is_clear(ranking: Iterable[tuple[ExercisePair, Score]]) -> bool:
    """Whether the first of a ranking stands out: it helped, more than once, and the second helped less."""
    scores = [score for _, score in ranking]
    if not scores or scores[0].better < 2 or scores[0].value <= 0:  # noqa: PLR2004 - more than once
        return False
    return len(scores) == 1 or scores[0].value > scores[1].value


def _score(scores: Scores, pair: ExercisePair) -> Score:
    return scores.get(pair, Score())
