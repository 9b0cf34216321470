"""The use cases: a turn comes in, a reply goes out. The only layer that knows both domain and storage.

`turn` and `reply` are what comes in and goes out; `turns` takes a turn: it reads the user's notebook, opens
a `talk` for the use case, and writes what changed. What a talk knows of the runner is the `profile`, the
walkthrough and the `wardrobe`. The use cases about routines are in `stretching`, those about shoes in
`shoes`; those here belong to both.
"""
