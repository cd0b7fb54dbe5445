"""Pure rules of proposals: they read facts and thresholds, never the clock or the database, and decide nothing."""
