"""What to do with the feet: exercises, routines, the cue sheet and the walkthrough through it."""
