"""Plain validation of what people type about the staff."""
