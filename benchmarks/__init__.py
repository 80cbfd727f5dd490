"""Measurements of the running system against their bars; `python -m benchmarks.loop` takes those of the main loop."""
