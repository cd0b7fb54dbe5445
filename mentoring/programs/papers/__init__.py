"""Payloads of papers: frozen texts in right cases, made at the moment of decision."""
