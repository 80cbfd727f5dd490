"""Calls: placed singly, planned, shown; and their recordings."""
