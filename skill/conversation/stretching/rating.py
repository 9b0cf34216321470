"""How the feet felt on a run, and which exercises have helped."""

from datetime import timedelta

from skill.coach.exercise_pairs import ExercisePair, Feeling, Score, best_pairs, is_clear
from skill.conversation.memory.profile_pages import PROFILE
from skill.conversation.stretching.exercise_names import exercise_names
from skill.conversation.turn.change import Change
from skill.conversation.turn.question import Question, Wanted
from skill.conversation.turn.reply import Outcome
from skill.conversation.turn.talk import Talk

RATED_AFTER = timedelta(minutes=15)
RATED_WITHIN = timedelta(days=2)
"""A run can be rated from a quarter of an hour after its pre-run routine began, for two days."""


class HowFelt(Question, name="how-felt"):
    """How the feet felt on the run after the pre-run exercises; asked once a run."""

    wanted = Wanted.FEELING
    over_with_a_routine = True

    def named_answers(self) -> tuple[str, ...]:
        """The three."""
        return ("better", "same", "worse")

    def yes(self, talk: Talk) -> Outcome:
        """Ask which of the three."""
        return talk.ask(self, self.again(talk))

    def no(self, talk: Talk) -> Outcome:
        """Leave the run without a rating."""
        return talk.say(talk.line("answers.not_rated"))

    def feeling(self, talk: Talk, felt: Feeling | None) -> Outcome:
        """Keep it."""
        return rate_run(talk, felt)

    def no_run(self, talk: Talk) -> Outcome:
        """Then there is nothing to rate."""
        return self.no(talk)

    def ready(self, talk: Talk) -> Outcome:
        """Ask which of the three."""
        return self.yes(talk)

    def words(self, talk: Talk) -> str:
        """The question in full."""
        return talk.line("rating.question")

    def still_open(self, talk: Talk) -> bool:
        """Until there is a rating."""
        last = talk.profile.last_pre_run
        return last is not None and last.rated is None

    def note_asked(self, talk: Talk) -> None:
        """Note that it is asked."""
        talk.profile = talk.profile.with_asked(asked=True)

    def unheard(self, talk: Talk) -> None:
        """It has not been asked after all."""
        talk.profile = talk.profile.with_asked(asked=False)


class RunRated(Change, name="run-rated"):
    """A run was rated.

    Attributes:
        before: the rating that was replaced; None where there was none.
    """

    before: Feeling | None

    def stands(self, talk: Talk) -> bool:
        """Whether there is a rating."""
        return talk.profile.last_pre_run is not None and talk.profile.last_pre_run.rated is not None

    def values(self, talk: Talk) -> dict[str, str | int]:
        """The rating in words."""
        last = talk.profile.last_pre_run
        return {"feeling": talk.line(f"rating.feelings.{last.rated}") if last else ""}

    def take_back(self, talk: Talk) -> Outcome:
        """Restore the rating before."""
        talk.profile = talk.profile.with_rating(self.before)
        return talk.say(talk.line("changes.run-rated.done"))


def rating_is_due(talk: Talk) -> bool:
    """Whether there was a run after a pre-run routine about which the runner has not been asked."""
    last = talk.profile.last_pre_run
    return bool(
        last and not last.asked and not last.rated and RATED_AFTER <= talk.turn.at - last.at <= RATED_WITHIN
    )


def rate_run(talk: Talk, felt: Feeling | None) -> Outcome:
    """Keep how the feet felt on the run after the last pre-run pair."""
    if felt is None:
        return talk.ask(HowFelt(), talk.line("questions.how-felt"))
    talk.needs(PROFILE)
    last = talk.profile.last_pre_run
    if last is None or talk.turn.at - last.at > RATED_WITHIN:
        return talk.say(talk.line(f"rating.no_pair.{felt}"))
    if felt is not last.rated:
        talk.changed(RunRated(last.rated))
    talk.profile = talk.profile.with_rating(felt)
    return talk.say(talk.line(f"rating.noted.{felt}", pair=pair_in_words(talk, last.pair)))


def best_exercises(talk: Talk) -> Outcome:
    """Which pre-run pair has worked best, with the runs it rests on; or that it is too early to say."""
    talk.needs(PROFILE)
    ranking = best_pairs(talk.profile.scores)
    if not ranking:
        return talk.say(talk.line("rating.too_early"))
    evidence = _evidence(talk, *ranking[0])
    if not is_clear(ranking):
        return talk.say(talk.line("rating.not_clear", evidence=evidence))
    return talk.say(talk.line("rating.best", pair=pair_in_words(talk, ranking[0][0]), evidence=evidence))


def pair_in_words(talk: Talk, pair: ExercisePair) -> str:
    """The names of a pair's exercises, in the article's order."""
    return exercise_names(talk, (exercise for exercise in talk.exercises if exercise in pair))


def _evidence(talk: Talk, pair: ExercisePair, score: Score) -> str:
    parts = [
        talk.line(f"rating.runs.{feeling}", count=getattr(score, feeling))
        for feeling in Feeling
        if getattr(score, feeling)
    ]
    runs = talk.line("rating.rated", count=score.ratings)
    felt = talk.phrasebook.join(parts)
    return talk.line("rating.evidence", pair=pair_in_words(talk, pair), runs=runs, felt=felt)
