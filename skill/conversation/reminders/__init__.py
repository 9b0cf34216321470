"""The use cases about reminders: set, tell, move and cancel them. Alexa keeps them, not the coach."""
