"""Strava's API: a runner's runs and pairs, by a token that the runner has given."""
