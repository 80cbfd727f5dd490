"""The words of time in each language, one file each."""
