"""The Alexa edge: requests in, replies out, handlers and limits."""
