"""The commands of `python -m skill`, one file each."""
