"""Leads and the lists they come from."""
