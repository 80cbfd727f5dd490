"""Workbooks are lists as well: what a sheet shows is what is read, within bounds, whatever program wrote it.

Requirements 87, 96.
"""

import gzip
import io
import tracemalloc
import zipfile
from collections import deque
from typing import Any

import openpyxl
import pytest

from domain.errors import InvalidInput
from lists import list_files, workbook_parts, workbooks
from lists.cell_marks import ERROR, NO_RESULT
from lists.errors import ReaderDied
from lists.list_files import OpenList, open_list
from tests.workbooks import MAIN, Raw, formatted, sheet_data, workbook, zipped

LEADS: list[list[Any]] = [
    ["Phone", "Name", "City"],
    ["+14155552672", "Ada", "Reno"],
    ["+14155552673", "Bob", "Elko"],
]
NO_VALUE = Raw("><f>A1</f>")
NO_VALUE_WRITTEN = Raw("><f>A1</f><v></v>")
EMPTY_RESULT = Raw('t="str"><f>IF(A1,"","")</f><v></v>')
A_RESULT = Raw('t="str"><f>CONCAT("+1",A1)</f><v>+14155552672</v>')
NOT_AVAILABLE = Raw('t="e"><f>VLOOKUP(A1,B:C,2)</f><v>#N/A</v>')


def opened(content: bytes, sheet: str = "") -> OpenList:
    return open_list(io.BytesIO(content), sheet=sheet)


def rows_of(content: bytes, sheet: str = "") -> list[list[str]]:
    found = opened(content, sheet)
    try:
        return [row for _, row in found.rows]
    finally:
        found.close()


def refusal(content: bytes, sheet: str = "") -> InvalidInput:
    with pytest.raises(InvalidInput) as refused:
        rows_of(content, sheet)
    return refused.value


@pytest.mark.parametrize(
    "cell, expected",
    [
        (Raw("><v>4155552671</v>"), "4155552671"),
        (Raw("><v>4155552671.0</v>"), "4155552671"),
        (Raw("><v>4.155552671E9</v>"), "4155552671"),
        (Raw("><v>9.19876543210E+11</v>"), "919876543210"),
        ("0049301234567", "0049301234567"),
        (Raw('t="str"><v>02134</v>'), "02134"),
        (Raw('t="s"><v>0</v>'), "Ann Lee"),
        (Raw('t="s"><v>1</v>'), "山田"),
        (Raw("><v>0.1</v>"), "0.1"),
        (Raw("><v>0.30000000000000004</v>"), "0.3"),
        (Raw("><v>1E-7</v>"), "0.0000001"),
        (Raw("><v>-12</v>"), "-12"),
        (Raw("><v>1E400</v>"), "inf"),
        (True, "TRUE"),
        (False, "FALSE"),
        (NOT_AVAILABLE, ERROR),
        (Raw('t="e"><v>#REF!</v>'), ERROR),
        (NO_VALUE, NO_RESULT),
        (NO_VALUE_WRITTEN, NO_RESULT),
        (A_RESULT, "+14155552672"),
        ("a_x000D_b_x0000_", "a\rb"),
        (Raw('t="d"><v>2027-01-15T16:30:00</v>'), "2027-01-15 16:30"),
        (
            Raw('t="inlineStr"><is><r><t>An</t></r><r><t>n</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>'),
            "Ann",
        ),
    ],
)
def test_a_cell_is_read_as_it_is_shown(cell: Any, expected: str) -> None:
    strings = [
        "<si><r><t>Ann</t></r><r><t> Lee</t></r></si>",
        '<si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si>',
    ]
    rows = rows_of(workbook({"One": [["x", "y"], ["1", cell]]}, strings=strings))
    assert ["1", expected] == rows[1]


@pytest.mark.parametrize(
    "value, number_format, expected",
    [
        (2134, "00000", "02134"),
        (21341234, r"00000\-0000", "02134-1234"),
        (123456789, r"000\-00\-0000", "123-45-6789"),
        (919876543210, '"+"0', "+919876543210"),
        (919876543210, r"\+0", "+919876543210"),
        (919876543210, "+0", "+919876543210"),
        (9876543210, '"+91 "0', "+91 9876543210"),
        (49301234567, '"00"0', "0049301234567"),
        (4155552671, "[<=9999999]###-####;(###) ###-####", "4155552671"),
        (4155552671, "(000) 000-0000", "(415) 555-2671"),
        (4155552671, "0", "4155552671"),
        (4155552671, "0.00", "4155552671"),
        (4155552671, "#,##0", "4155552671"),
        (4155552671, "0.00E+00", "4155552671"),
        (4155552671, "General", "4155552671"),
        (4155552671, "@", "4155552671"),
        (4155552671, "yyyy-mm-dd", "4155552671"),
        (0.25, "0%", "25%"),
        (0.255, "0.00%", "25.5%"),
        (12.5, '0.0 "%"', "12.5"),
        (46037, "yyyy-mm-dd", "2026-01-15"),
        (46037, "m/d/yy", "2026-01-15"),
        (46037.6875, "dd.mm.yyyy hh:mm", "2026-01-15 16:30"),
        (46037, "[$-407]d. mmmm yyyy", "2026-01-15"),
        (0.6875, "hh:mm", "16:30"),
        (1.5, "[h]:mm", "36:00"),
        (60, '0 "days"', "60"),
        (-5, "00000", "-5"),
    ],
)
def test_a_number_keeps_what_its_format_shows_of_it(value: float, number_format: str, expected: str) -> None:
    rows = rows_of(workbook({"One": [["x"], [formatted(value, 1)]]}, formats=[number_format]))
    assert [[expected]] == rows[1:]


def test_a_workbook_of_the_other_calendar_keeps_its_days() -> None:
    content = workbook({"One": [["x"], [formatted(44575, 1)]]}, formats=["yyyy-mm-dd"], date1904=True)
    assert [["2026-01-15"]] == rows_of(content)[1:]


def test_a_cell_that_is_merged_over_rows_counts_for_each_of_them_and_for_no_empty_one() -> None:
    rows: list[list[Any]] = [
        ["Company", "Phone"],
        ["Acme", 1],
        [None, 2],
        [None, None, None],
        ["Zed", 3],
        [None, 4],
    ]
    behind = {"One": '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A1:C1"/></mergeCells>'}
    content = workbook({"One": rows}, behind=behind)
    assert [["Acme", "1"], ["Acme", "2"], ["Zed", "3"], ["", "4"]] == rows_of(content)[1:]
    assert ["merged_cells"] == [note.code for note in opened(content).notes]


def test_rows_keep_the_numbers_that_the_sheet_shows() -> None:
    data = '<sheetData><row r="3"><c r="B3"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>2</v></c></row></sheetData>'
    assert [(3, ["", "1"]), (1_000_000, ["2"])] == list(opened(workbook({"One": data})).rows)
    without = (
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row></sheetData>"
    )
    assert [(1, ["1", "2"]), (3, ["3"])] == list(opened(workbook({"One": without})).rows)


def test_hidden_rows_are_read_and_told() -> None:
    found = opened(workbook({"One": LEADS}, hidden_rows=[2, 3]))
    assert 3 == len(list(found.rows))
    assert ["2 rows are hidden in the sheet, by a filter or by hand; they were read as well."] == [
        note.message for note in found.notes
    ]


def test_a_hidden_sheet_is_read_only_if_it_is_named() -> None:
    content = workbook({"Shown": LEADS[:2], "Old": LEADS}, states={"Old": "hidden"})
    assert 2 == len(rows_of(content))
    assert 3 == len(rows_of(content, "Old"))
    only_hidden = workbook({"Shown": [], "Old": LEADS}, states={"Old": "veryHidden"})
    assert "hidden_sheet" == refusal(only_hidden).code
    assert '"Old"' in str(refusal(only_hidden))


def test_a_sheets_name_that_is_somebodys_number_is_kept_nowhere() -> None:
    assert "sheet 1" == opened(workbook({"+1 415 555 2671": LEADS})).sheet


def test_a_stray_cell_far_right_costs_its_own_row_and_little_memory() -> None:
    data = sheet_data(LEADS).replace("</sheetData>", '<row r="9"><c r="XFD9"><v>7</v></c></row></sheetData>')
    rows = rows_of(workbook({"One": data}))
    assert [3, 3, 3, 201] == list(map(len, rows))


def test_openpyxls_own_workbooks_are_read() -> None:
    book = openpyxl.Workbook()
    for row in LEADS:
        book.active.append(row)
    book.active.append([14155552674, "Cy", "=A1"])
    file = io.BytesIO()
    book.save(file)
    assert [*LEADS, ["14155552674", "Cy", NO_RESULT]] == rows_of(file.getvalue())


def test_what_a_list_needs_nothing_of_may_be_wrong() -> None:
    """Exports of other programs: wrong properties, themes, filters, rules, validations, and no styles at all."""
    parts = {
        "docProps/core.xml": "<nonsense/>",
        "xl/theme/theme1.xml": "no xml",
        "xl/styles.xml": "<styleSheet/>",
    }
    behind = {
        "One": "<conditionalFormatting/><dataValidations count='x'><dataValidation type='?'/></dataValidations>"
    }
    assert LEADS == rows_of(workbook({"One": LEADS}, parts=parts, behind=behind))


@pytest.mark.parametrize(
    "content, says",
    [
        (zipped({"list.csv": "phone\n1\n"}), "unpack it"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "xlsb"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "text document"),
        (zipped({"Index/Document.iwa": ""}), "Numbers"),
        (zipped({}), "archive"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (workbook({"One": LEADS})[:-30], "damaged"),
        (workbook({"One": "<sheetData><row><c><v>1</v></c></row><row"}), "damaged after row 1"),
        (workbook({"One": LEADS}, parts={"xl/workbook.xml": "<workbook"}), "damaged"),
        (workbook({"One": [[Raw('t="s"><v>7</v>')]]}), "damaged"),
        (workbook({"One": LEADS}, main="http://purl.oclc.org/ooxml/spreadsheetml/main"), "strict format"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old workbook"),
        (b"<html><body><table><tr><td>Phone", "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook>", "web page or XML"),
        (b"BZh91AY", "another way than gzip"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_what_is_no_list_is_refused_with_the_remedy(content: bytes, says: str) -> None:
    """Law 10."""
    refused = refusal(content)
    assert "unreadable_file" == refused.code
    assert says in str(refused)


def test_a_workbook_without_rows_is_empty() -> None:
    assert "empty_file" == refusal(workbook({"One": [], "Two": [[None]]})).code


def test_a_protected_workbook_is_told_as_such() -> None:
    content = bytearray(workbook({"One": LEADS}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        for part in archive.infolist():  # the flag stands in both headers of each part
            content[part.header_offset + 6] |= 1
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    assert "password" in str(refusal(bytes(content)))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """A hundred kilobytes that say they are ten gigabytes, or are."""
    bomb = zipped({**_parts(workbook({"One": LEADS})), "xl/worksheets/sheet1.xml": b" " * 60_000_000})
    tracemalloc.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(workbook_parts, "MOST_UNPACKED", 50_000_000)
            refused = refusal(bomb)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "too_large" == refused.code
    assert most < 10_000_000


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_workbook_that_lies_about_its_size_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more of a part is read than its entry says, so the bound cannot be lied about."""
    content = workbook({"One": LEADS * 200})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lied = content.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert lied != content
    assert "damaged" in str(refusal(lied))


def test_a_text_that_stands_in_many_cells_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_TEXT", 100_000)
    long = [f"<si><t>{'x' * 30_000}</t></si>"]
    rows: list[list[Any]] = [["x"], *([[Raw('t="s"><v>0</v>')]] * 5)]
    assert "too_large" == refusal(workbook({"One": rows}, strings=long)).code
    wide = workbook({"One": [[Raw('t="s"><v>0</v>')] * 20]}, strings=long)
    assert "row_too_long" == refusal(wide).code


def test_entities_are_not_expanded_without_end() -> None:
    """Expat's own limit, a hundred times what was read, begins to count at eight million."""
    bomb = "".join(f'<!ENTITY e{place} "{f"&e{place - 1};" * 10}">' for place in range(1, 12))
    document = f'<!DOCTYPE sst [<!ENTITY e0 "ha">{bomb}]><sst xmlns="{MAIN}"><si><t>&e11;</t></si></sst>'
    content = workbook({"One": [[Raw('t="s"><v>0</v>')]]}, parts={"xl/sharedStrings.xml": document})
    tracemalloc.start()
    try:
        assert "unreadable_file" == refusal(content).code
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 150_000_000


def test_a_large_workbook_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook({"One": LEADS * 2000, "Two": LEADS})
    here = opened(content)
    monkeypatch.setattr(list_files, "LONG_WORKBOOK_BYTES", 0)
    there = opened(content)
    try:
        assert (False, True) == (here.is_long, there.is_long)
        assert (here.sheet, here.notes) == (there.sheet, there.notes)
        assert list(here.rows) == list(there.rows)
    finally:
        there.close()
    with pytest.raises(InvalidInput, match="no sheet of this name") as refused:
        opened(content, "Three")
    assert ("/sheet", "unknown_sheet") == (refused.value.pointer, refused.value.code)


def test_a_reader_of_workbooks_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_files, "LONG_WORKBOOK_BYTES", 0)
    found = opened(workbook({"One": LEADS * 20_000}))
    try:
        process = found._open  # kept until it is closed
        assert process is not None
        next(found.rows)
        for child in list_files_children():
            child.kill()
        with pytest.raises(ReaderDied):
            deque(found.rows, maxlen=0)
    finally:
        found.close()


def list_files_children() -> list[Any]:
    import psutil

    children = psutil.Process().children(recursive=True)
    return [child for child in children if any("spawn_main" in word for word in child.cmdline())]


@pytest.mark.parametrize("level", [1, 9])
def test_a_list_in_gzip_is_read(level: int) -> None:
    plain = b"phone,name\n+14155552672,Ada\n"
    packed = gzip.compress(plain, level)
    assert [["phone", "name"], ["+14155552672", "Ada"]] == rows_of(packed)
    assert 3 == len(rows_of(packed + gzip.compress(b"+14155552673,Bob\n")))
    assert LEADS == rows_of(gzip.compress(workbook({"One": LEADS})))


@pytest.mark.parametrize(
    "content, says",
    [
        (gzip.compress(b"phone\n+14155552672\n")[:-9], "cut off"),
        (gzip.compress(b"phone\n+14155552672\n" * 9)[:30], "cut off"),
        (b"\x1f\x8b\x08\x00 nothing of the kind", "damaged"),
        (gzip.compress(gzip.compress(b"phone\n1\n")), "twice"),
    ],
    ids=[
        "its end is missing",
        "half of it is missing",
        "damaged",
        "twice",
    ],  # gzip writes the time into its head
)
def test_what_cannot_be_unpacked_is_refused_with_the_remedy(content: bytes, says: str) -> None:
    assert says in str(refusal(content))


def test_a_gzip_bomb_is_refused_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_files, "MOST_UNPACKED", 5_000_000)
    bomb = gzip.compress(b"phone,name\n" + b"+14155552672,Ada\n" * 3_000_000)
    tracemalloc.start()
    try:
        assert "too_large" == refusal(bomb).code
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 15_000_000
