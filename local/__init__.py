"""The local system: obtains PostgreSQL and Temporal, starts every process, watches over them, ends them.

Nothing here is needed in production, where each process is started on its own.
"""
