"""Runs and pairs from other people's files and services; knows no store, no Alexa and no conversation."""
