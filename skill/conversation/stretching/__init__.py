"""The use cases about routines and exercises."""
