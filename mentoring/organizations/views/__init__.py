"""Pages of the register, of one organisation, of territories, of the installation."""
