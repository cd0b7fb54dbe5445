"""Mentoring of teachers: from a staff list to a signed order, a running programme and its monitoring."""
