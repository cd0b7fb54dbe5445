"""The gallery: every component in every state, with made-up people and the longest words."""
