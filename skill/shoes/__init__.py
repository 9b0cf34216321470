"""What to put on the feet: shoes and runs, their sums, the life of a pair, and the choice among them."""
