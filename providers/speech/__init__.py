"""Speech recognition and speech synthesis: one contract each, one file per vendor."""
