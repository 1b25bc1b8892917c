"""Numbers: words or figures, how the house prints them, and whether they add up."""
