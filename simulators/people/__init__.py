"""The people who are called: data files, who stands behind which number, how they behave on the line."""
