"""What the lecture says about functions: expressions, values, derivatives, curves. No Qt."""
