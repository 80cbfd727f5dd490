"""What people say: how well it is understood, by a corpus of our own, and what teaches the classifier of wordings from it."""
