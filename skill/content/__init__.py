"""The article as data, and the loader that checks it."""
