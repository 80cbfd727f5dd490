"""An import's problems in groups: the most frequent first, each told once, with the first cells."""

from sqlalchemy import text

from database import import_reports, lead_imports
from database.lead_staging import RowProblem, StagedLead, stage_rows
from database.session import Database, new_id
from domain.identifiers import AccountId
from tests.database.drafts import draft_campaign


async def test_problems_and_offers_are_told_in_groups(database: Database, account_id: AccountId) -> None:
    """A held lead counts as long as it is held, whatever its row was told with."""
    campaign_id = await draft_campaign(database, account_id)
    leads = [
        StagedLead(
            new_id("lead"),
            row,
            bytes([row]),
            b"on lists",
            b"s",
            "us|America/Denver|US|CO",
            review,
            "Write a zone.",
            (),
            "zone",
            f"B{row}",
        )
        for row, review in ((2, "not_a_zone"), (3, "not_a_zone"), (4, None))
    ]
    problems = [
        RowProblem(row, "rejected", "phone", code, "Too short.", f"C{row}", offer)
        for row, code, offer in (
            (8, "too_short", "join"),
            (9, "too_short", "join"),
            (12, "too_short", "join"),
            (10, "too_short", "join"),
            (11, "no_number", "cut"),
        )
    ]
    problems.append(RowProblem(13, "duplicate", "phone", "twice", "Twice.", "C13"))
    async with database.transaction() as session:
        import_id = await lead_imports.begin_single(session, account_id, campaign_id)
        await stage_rows(session, account_id, import_id, campaign_id, leads, problems, number_column="phone")
        groups = await import_reports.group_problems(session, account_id, import_id)
        await session.execute(
            text("UPDATE leads SET state = 'needs_review' WHERE import_id = :id AND review IS NOT NULL"),
            {"id": import_id},
        )
        assert groups == await import_reports.group_problems(session, account_id, import_id)
        offers = await import_reports.group_offers(session, account_id, import_id)
    assert [
        ("rejected", "phone", "too_short", 4, "Too short.", ["C8", "C9", "C10"]),
        ("review", "zone", "not_a_zone", 2, "Write a zone.", ["B2", "B3"]),
        ("rejected", "phone", "no_number", 1, "Too short.", ["C11"]),
        ("duplicate", "phone", "twice", 1, "Twice.", ["C13"]),
    ] == [
        (each.verdict, each.column, each.code, each.rows, each.message, list(each.cells)) for each in groups
    ]
    assert [("join", "phone", 4, ["C8", "C9", "C10"]), ("cut", "phone", 1, ["C11"])] == [
        (each.offer, each.column, each.rows, list(each.cells)) for each in offers
    ]
