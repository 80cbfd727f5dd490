"""Words and rules of outbound calling: pure, typed, without clock, dice or sockets."""
