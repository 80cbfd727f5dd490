"""Everything SQL: tables, queries for each noun, migrations. Query functions never commit; the account comes second."""
