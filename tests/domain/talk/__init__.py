"""What people say in each language, by what it is: data for tests/domain/test_talk.py."""
