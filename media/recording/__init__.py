"""What is kept of a conversation: its sound, and its flight, by which it can be held again."""
