"""What a process does before it serves: settings, telemetry, Temporal client, wiring."""
