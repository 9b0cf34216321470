"""What becomes of the runs and pairs that were found: which is which, what is new, what is taken back."""
