"""What people are called for the office they hold: capitals, short forms, and whether they hold it."""
