"""How it sounds: lines of a language, numbers and units as words, SSML, APL for Audio."""
