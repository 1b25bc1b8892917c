"""Punctuation: marks and the spaces around them, series, possessives, hyphens and brackets."""
