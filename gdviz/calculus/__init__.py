"""What the lecture says about functions: expressions, their values, derivatives and curves. No Qt."""
