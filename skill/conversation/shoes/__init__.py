"""The use cases about shoes and runs."""
