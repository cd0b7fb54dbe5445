"""Plain validation of what people type about papers and acts."""
