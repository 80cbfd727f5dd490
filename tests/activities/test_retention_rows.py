"""What goes by itself when its time is over, not with a call; and that what forbids a contact stays whatever its age.

Requirement 160.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, Final

import pytest
import pytest_asyncio

from database import consents, preferences, suppressions
from database.consents import GivenConsent, WithdrawnConsent
from database.people import Person
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis
from domain.preferences import PreferenceKind, PreferenceSource, PreferenceValue, SaidPreference
from domain.suppressions import SuppressionSource
from startup.first_connections import open_account
from tests.activities.aged import held, lead_of, turned_on
from tests.activities.scene import Scene, scene_of
from tests.activities.test_retention import FIVE_YEARS, HALF_A_YEAR, hold, swept
from tests.database.campaign_rows import running_campaign

NUMBER, OTHER = "+4930555777100", "+4930555777200"
NOW: Final = datetime(2026, 12, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def old(fresh_database: Database, key_ring: KeyRing) -> AsyncIterator[Scene]:
    """A campaign of the only account that there is; its retention is on."""
    async with fresh_database.transaction() as session:
        account_id = await open_account(session, "one")
    scene = scene_of(await running_campaign(fresh_database, key_ring, account_id))
    await turned_on(scene.campaign)
    yield scene


async def aged(scene: Scene, table: str, days: int, *columns: str, where: str = "true") -> None:
    """These moments of the account's rows lie so many days ago."""
    moments = ", ".join(f"{column} = now() - make_interval(days => {days})" for column in columns)
    await scene.campaign.run(
        f"UPDATE {table} SET {moments} WHERE account_id = '{scene.campaign.account_id}' AND {where}"
    )


async def column(scene: Scene, table: str, name: str) -> list[Any]:
    """What stands in the column, row by row."""
    found = await scene.campaign.rows(
        f"SELECT {name} AS it FROM {table} WHERE account_id = :account_id ORDER BY id"
    )
    return [row["it"] for row in found]


@pytest.mark.parametrize(
    ("state", "days", "gone"),
    [
        ("completed", HALF_A_YEAR, True),
        ("cancelled", HALF_A_YEAR, True),
        ("completed", 100, False),
        ("running", HALF_A_YEAR, False),
        ("paused", HALF_A_YEAR, False),
        ("draft", HALF_A_YEAR, False),
    ],
)
async def test_who_was_never_called_goes_half_a_year_after_the_campaign(
    old: Scene, state: str, days: int, gone: bool
) -> None:
    await old.campaign.lead(NUMBER)
    await aged(old, "leads", 400, "created_at")
    await old.campaign.run(
        "UPDATE campaigns SET state = :state, finished_at = now() - make_interval(days => :days) WHERE id = :id",
        state=state,
        days=days,
    )
    done = await swept(old)
    assert ({"content/leads": 1} if gone else {}) == done.gone
    assert (0 if gone else 1) == len(await column(old, "leads", "id"))
    assert done.receipt is not None
    [line] = [each for each in done.receipt.lines if (each.data_class, each.store) == ("content", "leads")]
    assert (0 if state in ("completed", "cancelled") else 1) == line.in_use


async def test_a_list_that_nobody_committed_goes_with_its_rows_and_its_question(old: Scene) -> None:
    """But for whom a legal hold keeps; the list goes once they may."""
    ring, account = old.campaign.key_ring, old.campaign.account_id
    await old.campaign.lead(NUMBER)
    await old.campaign.lead(OTHER)
    await old.campaign.run(
        """
        INSERT INTO lead_imports (id, account_id, campaign_id, file_name, state, question_sealed)
        VALUES ('imp_1', :account, :id, 'leads.csv', 'asking', :question)
        """,
        account=account,
        question=ring.seal(b"cells", account),
    )
    await old.campaign.run("UPDATE leads SET state = 'staged', import_id = 'imp_1' WHERE campaign_id = :id")
    await old.campaign.run(
        """
        INSERT INTO import_barred (import_id, number_hash, account_id, suppression_id, person_sealed)
        VALUES ('imp_1', :hash, :account, 'sup_1', :person)
        """,
        account=account,
        hash=ring.lookup("+4930555777999", account),
        person=ring.seal_record(Person("+4930555777999", "Ada"), account),
    )
    for table in ("leads", "lead_imports"):
        await aged(old, table, HALF_A_YEAR, "created_at")
    await hold(old, OTHER)
    assert {"content/leads": 1} == (await swept(old)).gone
    assert ["asking"] == await column(old, "lead_imports", "state")
    await old.campaign.run("UPDATE legal_holds SET released_at = now()")
    assert {"content/leads": 1, "operational/lead_imports": 1} == (await swept(old)).gone
    assert [("discarded", None)] == [
        (row["state"], row["question_sealed"])
        for row in await old.campaign.rows("SELECT * FROM lead_imports WHERE account_id = :account_id")
    ]
    await aged(old, "lead_imports", FIVE_YEARS, "created_at")
    await aged(old, "legal_holds", FIVE_YEARS, "released_at")
    assert {"evidence/import_barred": 1, "evidence/legal_holds": 1} == (await swept(old)).gone


async def test_what_forbids_a_contact_stays_for_ever_and_its_words_go(old: Scene) -> None:
    campaign, ring = old.campaign, old.campaign.key_ring
    await held(old, NUMBER, FIVE_YEARS)
    async with campaign.database.transaction() as session:
        await suppressions.suppress(
            session, campaign.account_id, [NUMBER], ring, channel="all", source=SuppressionSource.OPERATOR
        )
        await consents.withdraw_consents(
            session,
            campaign.account_id,
            new_id("cons"),
            NUMBER,
            WithdrawnConsent(evidence="a letter"),
            ring,
            actor="key",
        )
        wish = SaidPreference(PreferenceValue(PreferenceKind.WRITING), "Write to me.", NOW)
        await preferences.prefer(session, campaign.account_id, NUMBER, wish, ring, PreferenceSource.OPERATOR)
    await campaign.run(
        "UPDATE suppressions SET note_sealed = :words", words=ring.seal(b"words", campaign.account_id)
    )
    await aged(old, "suppressions", FIVE_YEARS, "created_at")
    await aged(old, "preferences", FIVE_YEARS, "said_at")
    await campaign.run("ALTER TABLE consents DISABLE TRIGGER USER")
    await aged(old, "consents", FIVE_YEARS, "created_at")
    await campaign.run("ALTER TABLE consents ENABLE TRIGGER USER")
    done = await swept(old)
    assert (1, 1, 1) == tuple(
        done.gone[f"evidence/{store}"] for store in ("calls", "suppressions", "consents")
    )
    assert 1 == done.gone["content/preferences"]
    async with campaign.database.transaction() as session:
        assert await suppressions.is_suppressed(session, campaign.account_id, NUMBER, ring, "voice")
        [line] = await consents.list_consents(
            session, campaign.account_id, ring, number=None, before=None, limit=9, now=NOW
        )
        [entry] = await campaign.rows("SELECT * FROM suppressions WHERE account_id = :account_id")
    assert (NUMBER, None) == (
        ring.open_record(entry["number_sealed"], campaign.account_id, Person).number,
        entry["note_sealed"],
    )
    assert NUMBER == line.number
    assert [None] == await column(old, "preferences", "phrase_sealed")
    assert {} == (await swept(old)).gone, "what is left does not go either"


async def test_what_was_lifted_or_has_expired_goes_after_five_years(old: Scene) -> None:
    campaign, ring = old.campaign, old.campaign.key_ring
    agreed = GivenConsent(ConsentBasis.WRITTEN, {Purpose.SURVEY}, {Channel.VOICE}, expires_at=NOW)
    async with campaign.database.transaction() as session:
        for number in (NUMBER, OTHER):
            await suppressions.suppress(
                session, campaign.account_id, [number], ring, channel="all", source=SuppressionSource.OPERATOR
            )
            await consents.give_consent(
                session, campaign.account_id, new_id("cons"), number, agreed, ring, actor="key"
            )
    await aged(old, "suppressions", FIVE_YEARS, "removed_at", "created_at")
    await campaign.run("ALTER TABLE consents DISABLE TRIGGER USER")
    await aged(old, "consents", FIVE_YEARS, "expires_at")
    await campaign.run("ALTER TABLE consents ENABLE TRIGGER USER")
    await hold(old, OTHER)
    assert {"evidence/suppressions": 1, "evidence/consents": 1} == (await swept(old)).gone
    assert (1, 1) == (len(await column(old, "suppressions", "id")), len(await column(old, "consents", "id")))


async def test_a_consent_that_came_with_a_list_keeps_its_number_when_the_lead_goes(old: Scene) -> None:
    """16 CFR 310.5 wants to know who agreed; their name is not kept."""
    campaign = old.campaign
    called = await held(old, NUMBER, FIVE_YEARS)
    lead = await lead_of(campaign, called)
    never = await campaign.lead(OTHER, consents=("written",))
    await campaign.run(
        """
        INSERT INTO consents (id, account_id, number_hash, lead_id, kind, basis, source)
        SELECT 'cons_1', account_id, number_hash, id, 'given', 'written', 'import' FROM leads WHERE id = :lead
        """,
        lead=lead,
    )
    await campaign.run(
        "UPDATE campaigns SET state = 'completed', finished_at = now() - interval '400 days' WHERE id = :id"
    )
    await aged(old, "leads", 400, "created_at", where=f"id = '{never}'")
    await swept(old)
    assert [] == await column(old, "leads", "id")
    async with campaign.database.transaction() as session:
        lines = await consents.list_consents(
            session, campaign.account_id, campaign.key_ring, number=None, before=None, limit=9, now=NOW
        )
    assert [NUMBER, OTHER] == sorted(line.number for line in lines)
    sealed = await column(old, "consents", "number_sealed")
    assert [Person(NUMBER), Person(OTHER)] == sorted(
        (campaign.key_ring.open_record(each, campaign.account_id, Person) for each in sealed),
        key=lambda one: one.number,
    )
