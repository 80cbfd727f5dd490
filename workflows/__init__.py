"""Durable stories of campaigns and calls; deterministic. Each file is one waiting story."""
