"""Telephone carriers: place, hang up, look up, read callbacks."""
