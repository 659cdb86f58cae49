"""What is live: the store, the scene it resolves to, the player."""
