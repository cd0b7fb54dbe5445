"""Pages of access, one module per group."""
