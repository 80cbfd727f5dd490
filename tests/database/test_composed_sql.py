"""Statements are composed of constants and of what stands below; every value is bound. So bandit's B608 may be passed over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = (
    "domain",
    "database",
    "providers",
    "lists",
    "activities",
    "workflows",
    "startup",
    "api",
    "media",
    "console",
    "local",
)
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WITH \w+ AS|CREATE|ALTER|DROP)\b")
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")

# Each is given constants alone by whoever calls it, or is one of two texts chosen on the spot.
KNOWN = {
    ("database/call_views.py", "conditions"),
    ("database/call_views.py", "ids"),
    ("database/call_views.py", "only_theirs('c.campaign_id')"),
    ("database/closing.py", "suppressing(_SUPPRESSED)"),
    ("database/decisions.py", "rows"),
    ("database/dialling.py", "deciding(f'{_DECIDED} postponed')"),
    ("database/dialling.py", "deciding(f'{_DECIDED} slot')"),
    ("database/leads.py", "condition"),
    ("database/leads.py", "conditions"),
    ("database/legal_holds.py", "account_id"),
    ("database/legal_holds.py", "holding(':account_id', ':hash')"),
    ("database/legal_holds.py", "number_hash"),
    ("database/consents.py", "rows"),
    ("database/lead_imports.py", "entering(_AGREED)"),
    ("database/leads.py", "entering(_AGREED)"),
    ("database/live_events.py", "only_theirs('campaign_id')"),
    ("database/live_events.py", "only_theirs('id')"),
    ("database/wallboard.py", "only_theirs('m.campaign_id')"),
    ("database/wallboard.py", "only_theirs('m.id')"),
    ("database/person_finding.py", "condition"),
    ("database/person_finding.py", "counts"),
    ("database/person_finding.py", "table"),
    ("database/placing.py", "only_if"),
    ("database/preflight_facts.py", "barring_calls('l', 'CAST(:purpose AS text)')"),
    ("database/provider_sign_ins.py", "table"),
    ("database/retention.py", "locking"),
    ("database/retention_calls.py", "statement"),
    ("database/retention_calls.py", "table"),
    ("database/retention_plan.py", "' UNION ALL '.join((*_CONTENT_COUNTS, *_EVIDENCE_COUNTS))"),
    ("database/retention_plan.py", "calls"),
    ("database/retention_plan.py", "count"),
    ("database/retention_plan.py", "held"),
    ("database/retention_plan.py", "holding(':account_id', 'l.number_hash')"),
    ("database/retention_plan.py", "joined"),
    ("database/retention_plan.py", "sweep.due"),
    ("database/retention_plan.py", "sweep.since"),
    ("database/retention_rows.py", "change"),
    ("database/retention_rows.py", "sweep.due"),
    ("database/retention_rows.py", "sweep.key"),
    ("database/retention_rows.py", "sweep.key_type"),
    ("database/retention_rows.py", "sweep.number"),
    ("database/retention_rows.py", "sweep.store"),
    ("database/suppressed_leads.py", "barring_calls('ahead', 'ahead.purpose')"),
    ("database/suppressed_leads.py", "deciding(_DECIDED)"),
    ("database/suppressions.py", "', '.join(('words_sealed', 'said_at', *more))"),
    ("database/suppressions.py", "lead"),
    ("database/suppressions.py", "purpose"),
    ("database/suppressions.py", "rows"),
    ("database/opt_outs.py", "suppressing(_OPT_OUT_ROWS)"),
    ("database/users.py", "change"),
    ("database/webhook_deliveries.py", "since"),
    ("database/webhook_endpoints.py", "change"),
    ("local/postgres.py", "name"),
}  # fmt: skip
# Made of the names of tables and columns, as the tables' own classes have them.
OF_TABLES = {"database/resealing.py"}


def composed(source: str) -> Iterator[str]:
    """What a statement of this file is made of that is no constant."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr) and SQL.search(_literal(node)):
            parts = (ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue))
            yield from (part for part in parts if not CONSTANT.fullmatch(part))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            sides = [node.left, node.right]
            if any(
                isinstance(side, ast.Constant | ast.JoinedStr) and SQL.search(_literal(side))
                for side in sides
            ):
                yield from (
                    ast.unparse(side)
                    for side in sides
                    if not isinstance(side, ast.Constant) and not CONSTANT.fullmatch(ast.unparse(side))
                )
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "format"
            and SQL.search(_literal(node.func.value))
        ):
            yield ast.unparse(node)


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_no_statement_holds_a_value() -> None:
    files = [
        file
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        if "migrations" not in file.parts
    ]
    assert len(files) > 300
    found = {
        (str(file.relative_to(ROOT)), part)
        for file in files
        for part in composed(file.read_text(encoding="utf-8"))
    }
    assert {each for each in found if each[0] not in OF_TABLES} == KNOWN


def test_a_value_in_a_statement_is_found() -> None:
    for bad in (
        "f\"SELECT 1 FROM t WHERE id = '{given}'\"",
        '"SELECT 1 FROM t WHERE id = " + given',
        '"SELECT 1 FROM t WHERE id = %s" % given',
        '"DELETE FROM t WHERE id = {}".format(given)',
        'f"UPDATE t SET a = {self.a}"',
    ):
        assert 1 == len(list(composed(bad))), bad
    for good in ('f"SELECT {_COLUMNS} FROM t"', '"SELECT 1 " + _FROM', 'f"not {given}"', '"SELECT 1"'):
        assert [] == list(composed(good)), good
