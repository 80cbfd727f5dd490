"""Who may do what, measured on the running system: leaks, races, limits, and what signing in and counting cost."""
