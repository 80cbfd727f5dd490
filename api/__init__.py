"""HTTP for people and programs, callbacks from vendors, live updates."""
