"""The use cases: a turn comes in, a reply goes out. The only layer that knows both domain and storage."""
