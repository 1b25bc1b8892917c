"""What a draft is and what is said of it: pure data, standard library only."""
