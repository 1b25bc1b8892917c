"""Law: accusation and conviction in the right words, and copy that a lawyer should see. This is no legal advice."""
