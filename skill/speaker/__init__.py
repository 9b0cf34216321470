"""A smart speaker for one's own machine: understands, keeps a session, performs the reply."""
