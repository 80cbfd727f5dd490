"""One live call: its recogniser, its model, its voice, and the shell that owns their sockets and timers."""
