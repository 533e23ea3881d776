"""Writing files so that nothing is lost: whole or not at all, several together or none, never over someone else's change."""
