"""Profiles of the agent, and the documents it answers from."""
