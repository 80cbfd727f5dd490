"""`outbound retention …` over a served API: times, the plan, on and off, runs and what went by them."""

from typing import Any

from database.retention import end_run, note_gone, open_run
from domain.personal_data import DataClass
from domain.retention_receipts import Receipt, ReceiptLine
from tests.api.conftest import Operator
from tests.api.server import serving
from tests.api.test_console import Terminal


async def test_times_are_set_the_plan_is_seen_and_what_is_over_goes(operator: Operator) -> None:
    async with serving(operator) as port:
        terminal = Terminal(operator, port)
        shown = await terminal.run("retention", "show")
        assert (0, True, True) == (shown.exit_code, "183" in shown.stdout, "16 CFR 310.5" in shown.stdout)
        await terminal.json("retention", "set", "--content", "100", "--audit", "3000")
        changed = await terminal.json("retention", "set", "--country", "de", "--content", "90")
        assert (False, 100, 1827, 3000) == tuple(
            changed[name] for name in ("is_on", "content_days", "evidence_days", "audit_days")
        )
        assert {"DE": {"content_days": 90, "evidence_days": None}} == changed["countries"]
        again = await terminal.json("retention", "set", "--country", "DE", "--evidence", "4000")
        assert {"DE": {"content_days": 90, "evidence_days": 4000}} == again["countries"]
        refused = await terminal.run("retention", "set", "--country", "US", "--evidence", "400")
        assert (1, True) == (refused.exit_code, "1827 days" in " ".join(refused.output.split()))
        assert 1 == (await terminal.run("retention", "run")).exit_code, "it is off"
        assert 1 == (await terminal.run("retention", "on", "--plan-seen", "another")).exit_code
        seen = (await terminal.json("retention", "plan"))["plan"]
        said = await terminal.run("retention", "plan")
        assert (0, True) == (said.exit_code, f"outbound retention on --plan-seen {seen}" in said.stdout)
        on = await terminal.json("retention", "on", "--plan-seen", seen)
        assert (True, 100, 3000) == tuple(on[name] for name in ("is_on", "content_days", "audit_days"))
        run = (await terminal.json("retention", "run"))["id"]
        assert [operator.account_id] == operator.workflows.asked_retention
        assert [None] == [one["receipt"] for one in await terminal.json("retention", "runs")]
        await _is_over(operator, run)
        told = await terminal.run("retention", "runs")
        assert (0, True, True) == (
            told.exit_code,
            "recordings" in told.stdout,
            "Something to note." in told.stdout,
        )
        assert "preferences" not in told.stdout, "of which nothing went and nothing is left"
        off = await terminal.json("retention", "off")
        assert (False, 100, again["countries"]) == (off["is_on"], off["content_days"], off["countries"])


async def _is_over(operator: Operator, run_id: str) -> None:
    lines: list[Any] = [
        ReceiptLine("recordings", DataClass.CONTENT, 7, 1, 0, 0),
        ReceiptLine("preferences", DataClass.CONTENT, 0, 0, 0, 0),
    ]
    async with operator.tools.database.transaction() as session:
        due = await open_run(session, operator.account_id)
        assert run_id == due.run_id
        await note_gone(session, operator.account_id, run_id, {"content/recordings": 7})
        await end_run(session, operator.account_id, run_id, Receipt(lines, ["Something to note."]))
