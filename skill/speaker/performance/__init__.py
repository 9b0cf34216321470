"""Performs the JSON of a response as sound, as an Alexa device would."""
