"""What every domain stands on and no domain word enters: actor, access, states, commands, registries, background."""
