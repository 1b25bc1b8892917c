"""Dates: how the house writes them, and whether they can be true."""
