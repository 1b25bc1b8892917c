"""What people are called: first and later references, spellings, the parts of a name."""
