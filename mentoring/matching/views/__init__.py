"""Pages of matching: needs, own requests, mentors, readiness, pairs."""
