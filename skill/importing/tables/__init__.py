"""Tables and lists of many runs: exports of Strava and of Garmin Connect."""
