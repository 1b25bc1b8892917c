"""The order of the page."""
