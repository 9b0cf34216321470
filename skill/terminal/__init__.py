"""The Echo at a terminal, which performs in real time, and in a pipe, which prints at once."""
