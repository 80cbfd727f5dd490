"""Letters: what can take one to somebody. Whom they are for and what stands in them: activities and domain."""
