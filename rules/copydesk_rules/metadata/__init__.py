"""What stands above the story, for the machines that publish it."""
