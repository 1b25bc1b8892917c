"""The opening paragraph of a news story."""
