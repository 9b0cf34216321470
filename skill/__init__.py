"""Foot Coach: what each room of the package is for.

Arrows point down only; `tests/test_layers.py` reads the imports and holds this.

    commands                the command line, one file a command
            │
    terminal  web           how one talks to it: the speaker at a terminal, the service over HTTP
            │
    device  sound           an Echo for one's own machine, and what performs a response as sound
            │
    alexa  hearing          a request comes in, a response goes out; an utterance becomes an intent
            │
    conversation            the use cases: a Turn comes in, a Reply goes out
            │
    coach  shoes  speech  storage
            │               what to do with the feet; what to put on them; how it sounds; where it is kept
    content                 the article as data

`settings` reads the environment and makes the store that it names.
"""
