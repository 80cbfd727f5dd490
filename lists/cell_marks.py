"""What a reader of files says about a cell or a row in place of its text; no file's text has any of these."""

from typing import Final

UNCLOSED_QUOTE: Final = "\x00"
"""Stands alone in a row whose quote is never closed, or that swallowed the rows behind it."""
NO_RESULT: Final = "\x00\x01"
"""A formula of a workbook whose result was not saved."""
ERROR: Final = "\x00\x02"
"""A formula of a workbook whose result is an error, such as #N/A."""
EMPTY_CELLS: Final = frozenset({NO_RESULT, ERROR})
"""Of these a cell is empty, since nothing of them can be printed, and its number is refused with a reason of its own."""
