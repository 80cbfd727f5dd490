"""What vendors ask of us and tell us: verified, stored, then passed on."""
