"""The voice under load: our media server beside a pipecat bot, between callees and vendors that number their audio."""
