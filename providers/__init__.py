"""Clients of other people's services: one file per vendor, one contract per kind. Vendors' errors stop here."""
