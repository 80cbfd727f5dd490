"""Speech that carries its own words: a synthetic voice with a data tone under it, and the ear that reads it.

A mouth speaks text as µ-law audio; an ear reads the words from the frames it really received, so a lost frame is
a lost word. Nothing here knows a call, a socket or a vendor.
"""
