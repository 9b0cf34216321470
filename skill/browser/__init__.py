"""The speaker as a web page on the runner's own machine."""
