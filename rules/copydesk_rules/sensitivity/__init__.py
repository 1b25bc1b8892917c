"""Sensitivity: words about people, and people whom news does not name."""
