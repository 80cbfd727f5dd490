"""The conversation as a pure function: what is heard goes in, what is to be said and done comes out."""
