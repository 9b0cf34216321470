"""Foot Coach: what each room of the package is for.

Arrows point down only; `tests/test_layers.py` reads the imports and holds this.

    alexa  web  speaker     the front ends: a request comes in, a response goes out
            │
    conversation            the use cases: a Turn comes in, a Reply goes out
            │
    coach  shoes  speech  storage
            │               what to do with the feet; what to put on them; how it sounds; where it is kept
    content                 the article as data

`settings` reads the environment and makes the store that it names; `cli` is the command line.
"""
