"""What can go wrong with a list beyond the domain's own errors."""

from domain.errors import OutboundError


class ReaderDied(OutboundError):
    """The process that read the file came to an unexpected end; upload the file again."""

    code = "reader_died"
