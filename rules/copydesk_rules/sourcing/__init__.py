"""Where the words and facts of a story come from."""
