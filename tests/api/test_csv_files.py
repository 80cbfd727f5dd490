"""Files that are no lists, and what they may cost."""

import io
import tracemalloc
from collections import deque
from collections.abc import Callable

import pytest

from api.leads.csv_files import LONGEST_RECORD, open_csv
from domain.errors import InvalidInput

LONG: dict[str, Callable[[int], bytes]] = {
    "a header of commas": lambda size: b"," * size,
    "a line without an end": lambda size: b"phone\n" + b"x,yz" * (size // 4),
    "a row over many lines": lambda size: b"phone\n" + b'"\n",' * (size // 4),
    "in UTF-16": lambda size: ("phone\n" + "," * (size // 2)).encode("utf-16"),
}


@pytest.mark.parametrize("name", LONG)
def test_an_endless_row_is_refused_before_it_is_read(name: str) -> None:
    """With 50 MB of commas for a header, one request took a second and half a gigabyte."""
    file = io.BytesIO(LONG[name](20_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(InvalidInput) as refused:
            deque(open_csv(file), maxlen=0)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "row_too_long" == refused.value.code
    assert most < 60_000_000


def test_rows_up_to_the_limit_are_read_however_many_there_are() -> None:
    row = ",".join("x" * 2000 for _ in range(200))
    assert len(row) < LONGEST_RECORD
    file = io.BytesIO(("\n".join([row] * 5)).encode())
    assert [200] * 5 == [len(record) for _, record in open_csv(file)]
