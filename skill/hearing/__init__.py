"""What was said, understood as Alexa would deliver it, from the interaction model alone."""
