"""An Echo for one's own machine: its session, its clock and the requests it sends."""
