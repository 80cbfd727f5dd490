"""The command line's views and its client of the API."""
