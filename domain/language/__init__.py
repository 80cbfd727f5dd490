"""What people say and what it means: phrases, wishes, dictation, dates; in each language an agent speaks."""
