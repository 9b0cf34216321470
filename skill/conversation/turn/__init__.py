"""One turn, for any use case: what comes in, what goes out, what may be asked, and what is changed.

`turn` and `reply` are what comes in and goes out. A use case gets a `talk`: the turn, the language and the
runner's state, `shoes_in_turn` and `place_settings` among it. What it asks is a `question`, which knows what
each answer means; what it changes of the runner's data is a `change`, which can be taken back.
"""
