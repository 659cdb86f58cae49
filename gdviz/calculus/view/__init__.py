"""What a plot shows: which part of the plane, where its axes are marked, what is worth seeing."""
