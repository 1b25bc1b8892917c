"""Places: how the house writes them, and whether the story agrees with itself about where it happened."""
