"""What stands in for Amazon on this machine, for tests and bench: stores, runtime, certificates, requests."""
