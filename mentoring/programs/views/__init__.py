"""Pages of programmes, consents and orders."""
