"""Composed reads of programmes, consents and orders."""
