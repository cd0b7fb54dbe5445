"""Input of the pages of access."""
