"""The telephone network on loopback: calls, lines and people; each carrier's own formats in its folder."""
