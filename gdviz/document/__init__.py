"""What is saved, undone and shared. No Qt."""
