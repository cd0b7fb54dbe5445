"""Rules of programmes, consents and ends: pure functions that read neither the clock nor the database."""
