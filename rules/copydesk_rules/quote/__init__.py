"""Quotations: their marks, the punctuation at them, and what stands inside."""
