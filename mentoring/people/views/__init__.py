"""Pages of names."""
