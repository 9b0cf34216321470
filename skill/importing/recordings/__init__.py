"""Files of single recordings: FIT, TCX and GPX."""
