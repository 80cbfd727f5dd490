"""Sound itself, pure: frames read for voices and tones, and the agent's audio on its way to the ear."""
