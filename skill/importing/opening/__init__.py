"""Files, folders and zips become streams that can be read, within limits."""
