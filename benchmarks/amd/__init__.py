"""Who answered: persons and machines generated from a seed, and how well the media server tells them apart."""
