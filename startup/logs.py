"""Logs as JSON lines on standard output, one event with its keys on each."""

import logging
import sys
from typing import Final

import structlog


class _WithoutWords(logging.Filter):
    """Of an exception that a server tells of, its kind alone: its message may quote what was sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; it is always written."""
        if record.exc_info and record.exc_info[0]:
            first_line = record.getMessage().partition("\n")[0]
            record.msg, record.args = f"{first_line}: {record.exc_info[0].__name__}", ()
            record.exc_info = None
        return True


_WITHOUT_WORDS: Final = _WithoutWords()


def configure_logs(level: str) -> None:
    """Write events of this level and above; libraries that log by themselves write the same kind of lines."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(sys.stdout),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    renderer = structlog.processors.JSONRenderer()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=shared))
    logging.getLogger("uvicorn.error").addFilter(_WITHOUT_WORDS)
    logging.captureWarnings(True)
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[handler], force=True)
