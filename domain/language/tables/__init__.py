"""What is said in each language: a file of tables for each, all of one shape, read by the modules beside this package."""
