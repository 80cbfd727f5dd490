"""Customer relationship systems: find or create the contact, keep one record for each call."""
