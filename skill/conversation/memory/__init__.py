"""What is kept of a runner between turns, and how it stands in the pages and the log of a notebook."""
