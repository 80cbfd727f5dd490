"""Exotel on loopback: its voice streams, in its own format."""
