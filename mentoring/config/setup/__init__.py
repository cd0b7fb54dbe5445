"""Creating the system and looking at its health."""
