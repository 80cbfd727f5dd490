"""Twilio on loopback: REST, signed callbacks, call documents, media streams and messages, in its own formats."""
