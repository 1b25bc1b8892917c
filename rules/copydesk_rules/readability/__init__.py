"""How much a reader is asked to hold at once."""
