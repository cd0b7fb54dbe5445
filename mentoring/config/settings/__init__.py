"""Settings by place: base, local (this machine), test, production."""
