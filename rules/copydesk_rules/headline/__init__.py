"""What stands over the story."""
