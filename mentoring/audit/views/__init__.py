"""Pages of the journal and of background work."""
