"""How the feet felt on a run, and which exercises have helped."""

from skill.coach.exercise_pairs import ExercisePair, Feeling, Score, best_pairs, is_clear
from skill.conversation.reply import Question, Reply
from skill.conversation.stretching.closing import RATED_WITHIN
from skill.conversation.stretching.describing import exercise_names
from skill.conversation.stretching.performing import carry_on
from skill.conversation.talk import Talk
from skill.conversation.turn import Slot


def rate_run(talk: Talk, feeling: Slot | None) -> Reply:
    """Keep how the feet felt on the run after the last pre-run pair."""
    if feeling is None or not feeling.ids:
        return talk.ask(talk.say("rating.which"), Question.HOW_FELT)
    last = talk.profile.last_pre_run
    felt = Feeling(feeling.ids[0])
    if last is None or talk.turn.at - last.at > RATED_WITHIN:
        return carry_on(talk, talk.say(f"rating.no_pair.{felt}"))
    talk.profile = talk.profile.having_rated(felt)
    return carry_on(talk, talk.say(f"rating.noted.{felt}", pair=pair_in_words(talk, last.pair)))


def best_exercises(talk: Talk) -> Reply:
    """Which pre-run pair has worked best, with the runs it rests on; or that it is too early to say."""
    ranking = best_pairs(talk.profile.scores)
    if not ranking:
        return carry_on(talk, talk.say("rating.too_early"))
    evidence = _evidence(talk, *ranking[0])
    if not is_clear(ranking):
        return carry_on(talk, talk.say("rating.not_clear", evidence=evidence))
    return carry_on(talk, talk.say("rating.best", pair=pair_in_words(talk, ranking[0][0]), evidence=evidence))


def pair_in_words(talk: Talk, pair: ExercisePair) -> str:
    """The names of a pair's exercises, in the article's order."""
    return exercise_names(talk, (exercise for exercise in talk.exercises if exercise in pair))


def _evidence(talk: Talk, pair: ExercisePair, score: Score) -> str:
    parts = [
        talk.say(f"rating.runs.{feeling}", count=getattr(score, feeling))
        for feeling in Feeling
        if getattr(score, feeling)
    ]
    return talk.say(
        "rating.evidence", pair=pair_in_words(talk, pair), runs=talk.say("rating.rated", count=score.ratings),
        felt=talk.words.join(parts),
    )  # fmt: skip
