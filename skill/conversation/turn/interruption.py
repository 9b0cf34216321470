"""A walkthrough that plays is stopped where a word interrupts it, and what was heard of it is noted."""

from skill.conversation.turn.talk import Talk


def stop_walkthrough(talk: Talk) -> Talk:
    """The talk with its walkthrough stopped where the word found it, and the profile as it is by now."""
    found, now = talk.as_found, talk.turn.at
    if found is None:
        return talk
    talk.interrupted = found.is_heard(now)
    done = found.done_exercises(now)
    for exercise in sorted(done - found.settled):
        talk.profile = talk.profile.with_telling_faded(exercise)
    found = talk.as_found = found.settle(done)
    talk.walkthrough = found.stop_at(now)
    talk.profile = talk.profile.with_pair_counted(talk.walkthrough)
    return talk
