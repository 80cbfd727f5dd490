"""The voice: one process, many conversations. Pure rules of turn taking beside the sockets that feed them."""
