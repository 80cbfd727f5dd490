"""What can go wrong with the local system. Every message says what, where, and how to mend it.

LocalSystemError
├── PartMissing          a part (Temporal, Java, PostgreSQL) could not be had
├── DatabaseUnreachable  DATABASE_URL is set and nobody answers there
├── TemporalUnreachable  TEMPORAL_ADDRESS is set and nobody answers there
├── PortTaken            a port that was asked for belongs to somebody else
├── ChildFailed          a process ended, or was not ready within its limit
└── AlreadyRunning       another supervisor holds the same home folder
"""


class LocalSystemError(Exception):
    """The local system cannot go on."""


class PartMissing(LocalSystemError):
    """A part of the local system could not be had."""


class DatabaseUnreachable(LocalSystemError):
    """DATABASE_URL is set, but no PostgreSQL answers there."""


class TemporalUnreachable(LocalSystemError):
    """TEMPORAL_ADDRESS is set, but no Temporal answers there."""


class PortTaken(LocalSystemError):
    """A port that was asked for is in use."""


class ChildFailed(LocalSystemError):
    """A child process ended, or was not ready in time."""


class AlreadyRunning(LocalSystemError):
    """Another supervisor is running in this home folder."""
