"""Files that are no lists, and what they may cost."""

import io
import tracemalloc
from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInput
from lists.cell_marks import UNCLOSED_QUOTE
from lists.column_mapping import find_header
from lists.csv_files import LONGEST_RECORD, open_csv

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


def rows_of(content: bytes) -> list[tuple[int, list[str]]]:
    return list(open_csv(io.BytesIO(content)))


MARKED = [UNCLOSED_QUOTE]


@pytest.mark.parametrize(
    "content, rows",
    [
        ('p,n\n1,"Ann\n2,Bob\n3,Cy\n', [["p", "n"], MARKED, ["2", "Bob"], ["3", "Cy"]]),
        ('n,p\n"Ann,1\n"Bob",2\nCy,3\n', [["n", "p"], MARKED, ["Bob", "2"], ["Cy", "3"]]),
        ('p\n"1\n2\n', [["p"], MARKED, ["2"]]),
        ('p,n\n1,Ann\n2,"Bob', [["p", "n"], ["1", "Ann"], ["2", "Bob"]]),
        ('p,n\n1,"Ann\nLee, Jr"\n2,Bob\n', [["p", "n"], ["1", "Ann\nLee, Jr"], ["2", "Bob"]]),
        ('p,n\n1,5" pipe\n2,"5"" pipe"\n', [["p", "n"], ["1", '5" pipe'], ["2", '5" pipe']]),
        (
            'n,p,x\nAnn,+14155552671,"likes\nBob,+12125550142,tea"\nCy,+12125550143,x\n',
            [["n", "p", "x"], MARKED, MARKED, ["Cy", "+12125550143", "x"]],
        ),
    ],
)
def test_an_unclosed_quote_is_found_and_swallows_no_row(content: str, rows: list[list[str]]) -> None:
    assert rows == [row for _, row in rows_of(content.encode())]


@given(
    st.lists(st.integers(2_000_000, 9_999_999), min_size=2, max_size=30), st.integers(0, 29), st.booleans()
)
def test_no_row_is_lost_to_a_stray_quote(numbers: list[int], place: int, quoted: bool) -> None:
    """Every row comes out, as it is or marked, in its place."""
    lines = [f'+1415{number},"Ann {number}"' if quoted else f"+1415{number},Ann" for number in numbers]
    place %= len(lines)
    lines[place] = f'"{lines[place]}'
    rows = rows_of("\n".join(("phone,name", *lines)).encode())
    assert [*range(1, len(lines) + 2)] == [number for number, _ in rows]
    for number, row in rows[1:]:
        assert row == MARKED or f"+1415{numbers[number - 2]}" in row[0]


@pytest.mark.parametrize(
    "encoding, line",
    [
        ("cp1252", "José – Müller"),
        ("cp1252", "Søren Ærø"),
        ("mac_roman", "José Müller"),
        ("cp1250", "Michał Świątek"),
        ("cp1251", "Иван Петров"),
        ("koi8_r", "Иван Петров"),
        ("cp1253", "Γιώργος Παπαδόπουλος"),
        ("cp1254", "Ayşe Yıldız Öğüt"),
        ("cp1256", "محمد علي"),
        ("cp932", "山田太郎"),
        ("gb18030", "王伟"),
        ("utf-32", "Ann"),
        ("utf-16", "山田太郎"),
    ],
)
def test_names_are_read_in_the_encoding_they_were_written_in(encoding: str, line: str) -> None:
    assert line == rows_of(f"phone,name\n+14155552671,{line}\n".encode(encoding))[1][1][1]


@pytest.mark.parametrize(
    "content",
    [
        b"sep=;\r\nphone;name\r\n1;A\r\n",
        b'\xef\xbb\xbf"sep=;"\nphone;name\n1;A\n',
        b"\xef\xbb\xbf\xef\xbb\xbfphone;name\n1;A\n",
        b"phone;name\n1;A\n\x1a",
        b' "phone"; "name"\n 1;"A"\n',
        b"phone;name\n1;A\n" + bytes(40),
    ],
)
def test_what_programs_add_to_a_file_is_none_of_its_rows(content: bytes) -> None:
    assert [(1, ["phone", "name"]), (2, ["1", "A"])] == rows_of(content)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_text_is_named(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="not text") as refused:
        rows_of(content)
    assert "unreadable_file" == refused.value.code


@pytest.mark.parametrize(
    "content, header",
    [
        (b"Lead list November,,\nphone,name,city\n1,A,B\n", ["phone", "name", "city"]),
        (b"Lead list\n\nphone;name\n1;A\n", ["phone", "name"]),
        (b"phone;name\nLee, Ann;2\n", ["phone", "name"]),
    ],
)
def test_titles_above_the_header_are_left_out(content: bytes, header: list[str]) -> None:
    found, mapping, rows = find_header(open_csv(io.BytesIO(content)), {})
    assert (header, "phone", 1) == (found, mapping["number"], len(list(rows)))


def test_whoever_names_the_column_has_no_other_dialled() -> None:
    content = b"Phone,Mobile,name\n+14155552671,,Ann\n"
    _, mapping, _ = find_header(open_csv(io.BytesIO(content)), {"number": "Mobile"})
    assert {"number": "Mobile", "name": "name"} == mapping
