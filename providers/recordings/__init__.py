"""Recordings of calls in object storage: sealed segments, manifests, and the sound made of them."""
