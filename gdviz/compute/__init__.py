"""Work that is done in a process of its own: what is asked, who does it, and who waits for it."""
