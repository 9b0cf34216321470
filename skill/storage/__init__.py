"""Where a user's notebook is kept: one protocol, SQLite on one machine, DynamoDB beyond it."""
