"""Campaigns: planned, started and watched."""
