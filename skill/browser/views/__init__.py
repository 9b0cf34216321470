"""What the page shows beside the coach, read from a user's notebook: shoes, history, settings."""
