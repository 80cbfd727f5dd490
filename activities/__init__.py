"""Durable steps of calls and campaigns: each may be repeated. Classes receive their tools from worker.py."""
