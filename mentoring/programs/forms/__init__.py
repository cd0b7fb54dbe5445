"""Plain validation of what people type about programmes, terms, signatures and ends."""
