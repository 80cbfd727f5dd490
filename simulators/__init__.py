"""The outside world on loopback: phone network, people, speech, language model, CRM, messaging.

Speaks the vendors' wire formats, refuses what they refuse, and keeps the ledger of what really happened.
"""
