"""Twilio on loopback: calls, callbacks, call documents, media streams and messages, in the vendor's formats."""
