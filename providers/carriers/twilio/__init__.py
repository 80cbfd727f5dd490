"""Twilio: one account, its calls and what it tells us about them."""
