"""Workbooks as bytes, written part by part, so that each oddity of other programs can be put into one."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Cell = str | int | float | bool | None
Rows = Sequence[Sequence[Any]]


class Raw(str):
    """A cell as it stands in the sheet, all but its place: Raw('t="e"><v>#N/A</v>')."""


def formatted(value: float, style: int) -> Raw:
    """A number in one of the workbook's own formats, counted from 1."""
    return Raw(f's="{style}"><v>{value!r}</v>')


def workbook(
    sheets: Mapping[str, Rows | str],
    *,
    states: Mapping[str, str] | None = None,
    formats: Sequence[str] = (),
    strings: Sequence[str] = (),
    behind: Mapping[str, str] | None = None,
    hidden_rows: Sequence[int] = (),
    date1904: bool = False,
    parts: Mapping[str, str | bytes] | None = None,
    main: str = MAIN,
) -> bytes:
    """A workbook. sheets: name -> rows, or its sheetData as it stands; states: name -> hidden; strings: shared ones, as
    XML; behind: name -> what stands behind the rows; parts: more parts, or others in place of ours.
    """
    states, behind = states or {}, behind or {}
    written = dict(_frame(list(sheets), states, date1904, main))
    for place, (name, rows) in enumerate(sheets.items(), start=1):
        content = rows if isinstance(rows, str) else sheet_data(rows, hidden_rows)
        written[f"xl/worksheets/sheet{place}.xml"] = (
            f'<worksheet xmlns="{main}"><dimension ref="A1"/>{content}{behind.get(name, "")}</worksheet>'
        )
    written["xl/styles.xml"] = _styles(formats, main)
    written["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{"".join(strings)}</sst>'
    return zipped({**written, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def sheet_data(rows: Rows, hidden: Sequence[int] = ()) -> str:
    """A sheet's rows; None for a cell that is not there."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            f'<c r="{_letter(place)}{number}" {_cell(cell)}</c>'
            for place, cell in enumerate(row)
            if cell is not None
        )
        lines.append(
            f'<row r="{number}"{" hidden=" + quoteattr("1") if number in hidden else ""}>{cells}</row>'
        )
    return f"<sheetData>{''.join(lines)}</sheetData>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Raw):
        return cell
    if isinstance(cell, bool):
        return f't="b"><v>{int(cell)}</v>'
    if isinstance(cell, str):
        return f't="inlineStr"><is><t>{escape(cell)}</t></is>'
    return f"><v>{cell!r}</v>"


def _letter(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


def _frame(names: Sequence[str], states: Mapping[str, str], date1904: bool, main: str) -> Mapping[str, str]:
    entries, relations, types = [], [], []
    for place, name in enumerate(names, start=1):
        state = f" state={quoteattr(states[name])}" if name in states else ""
        entries.append(f'<sheet name={quoteattr(name)} sheetId="{place}"{state} r:id="rId{place}"/>')
        relations.append(
            f'<Relationship Id="rId{place}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        )
        types.append(
            f'<Override PartName="/xl/worksheets/sheet{place}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{"".join(types)}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" xmlns:r="{_RELATIONS}"><workbookPr date1904="{int(date1904)}"/>'
            f"<sheets>{''.join(entries)}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
        ),
    }


def _styles(formats: Sequence[str], main: str) -> str:
    own = "".join(
        f'<numFmt numFmtId="{200 + place}" formatCode={quoteattr(code)}/>'
        for place, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + place}"/>' for place in range(len(formats)))
    return (
        f'<styleSheet xmlns="{main}"><numFmts>{own}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
    )
