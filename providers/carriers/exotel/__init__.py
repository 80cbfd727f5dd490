"""Exotel: its words and its media streams; calls are not placed through it yet."""
