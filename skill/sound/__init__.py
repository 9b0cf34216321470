"""Performs the JSON of a response as samples, as an Alexa device would: voices, players, recordings."""
