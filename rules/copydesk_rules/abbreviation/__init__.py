"""Abbreviations: spelled out first, with the house’s periods, and not where a word would do."""
