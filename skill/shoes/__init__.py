"""What to put on the feet: shoes, runs, wear, the rotation and the importers."""
