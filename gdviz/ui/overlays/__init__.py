"""What comes over the window for a moment, in place and never in the way of the keys."""
