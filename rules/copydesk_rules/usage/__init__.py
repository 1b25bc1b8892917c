"""Usage: spellings of either English, words taken for each other, grammar, and the narrator's voice."""
