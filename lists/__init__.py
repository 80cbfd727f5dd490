"""Lists of people and the work on them: read, staged, committed, mended. A route, a command or a worker runs it; it knows none."""
