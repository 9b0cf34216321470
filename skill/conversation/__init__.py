"""The use cases: a turn comes in, a reply goes out. The only layer that knows both domain and storage.

`turns` takes a turn: it reads the user's notebook, opens a `talk` for the use case, lets `follow_up` say how
it goes on after a statement, and writes what changed. `turn` holds what every use case works with, `memory`
what is kept of a runner. The use cases about routines are in `stretching`, those about shoes in `shoes`, and
neither knows the other; those here know both.
"""
