"""The use cases about shoes and runs, and how both are kept and said."""
