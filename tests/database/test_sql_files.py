"""The functions and views that statements call are those of the files in database/sql (decision 0032)."""

import hashlib
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

import database.sql_files
from database.session import Database
from database.sql_files import create

_FOLDER = Path(database.sql_files.__file__).parent / "sql"
# Databases hold what a file said when they were migrated: a change needs a new version, and its line here.
_RELEASED = {
    "check_audit_cut_v1": "744581e5cb3183737967cb3a2471195528df6b6927ec25c8d80c66204642809f",
    "cut_audit_v1": "a90e4388d32d0d1cc9400e8f39efeab2d0bd99e97410d4ac4dc94b3c4d76e98d",
    "is_nobodys_v2": "bde1d68842d3d64bdb681125ff1d051aee0097037a3bde55e1ea2ac98b1f49a2",
    "keep_evidence_v1": "f66cbedcbd5a30edff49a6d2696e67f84cea0f5c6feedec8dc434d258d02744c",
    "refuse_act_change_v2": "a5ef1486b60b0d16d8b92f0335e83b63d7a682a784f3069068ff164c6134522d",
    "act_hash_v1": "df0c7bf9cba9c5f2b9374ce1d3b9e1e024ae70b11b91ea784b66ce0986f91604",
    "attempt_end_v1": "0ef27fb2e41d94aaaa67ae169fa17ff4f5cf21d4828facdb9bc84b666998c65c",
    "attempt_end_v2": "980654ea70c06ad36e4a5075be69d2b4a0d0cba6457060c64b547319d8a5b021",
    "call_facts_v2": "608d78b073e39b80b107ad485386cdc0b9a1f0e4d0167e3504d19c042aea662e",
    "call_facts_v3": "34c811538b2dd42ee9939b791dd1b5e51379e540142cb6887c0af597dc518905",
    "call_facts_v4": "e979c995f0729a58d1b762e7f7557d7445a9cee8ea248546997745b5ad0774be",
    "call_facts_v5": "1c50d49b2156e63dab90f9e0e203f61a140fda0daf6cf4f7422d5821d68cbe1f",
    "call_facts_v6": "f7cc21f2ba004806749e89a3f99c62b260440b6db3a4bf20483b553d5a62b8a8",
    "call_facts_v7": "80e7e3ca4aa0954b156241eec28d3f1685652d7cd8154a3cc70c152acc974186",
    "call_made_with_v1": "c1a319d32d607af903389af16ab64e5c8cb4d381a78b3a5562e7c5490b07c317",
    "chain_act_v1": "f3a940b270acbff6c149d6d706435d37745e4c395b7ebe37123b7dc94ea1c2ed",
    "keep_consents_v1": "bf10dbaa4952a2b96c3c32a039096148f4b92b3ec8df463f6e52512db2aa1041",
    "is_nobodys_v1": "6b47faf29c86200141538854cf4f9d1c12c5b0512be717c5fe8fd38ba6573272",
    "lock_attempt_v1": "7aa5ea9d5347099c474f4cf0b51009ff1f76df75aa973486cb744ab866d988ca",
    "permits_left_v1": "638b3b73c9fc02ffbd1800cd2c690cca13e5171f0b90c5263fcf4b0421f013ec",
    "refuse_act_change_v1": "93820049571c9510a0ccdbe57a3667023d3b2329540fd525555931ffff8d63ef",
    "rules_in_force_v1": "fcd764b73a464533034a1d1e8f0ca23598f7538525025208d8a52fdb366e38f2",
    "set_campaign_state_v1": "2d4ac488601aa79056a050aac0fe01b426c546e72ae97965e61528afccc6bca3",
    "store_report_v2": "686598b0d291d307458a692da7d09ec70c0976ba116e6c5e4fb728ee383dd581",
    "store_report_v3": "1f87d8bb933b68671e2c2229b6494dea088d0f81bee62ae4915d6a8339e1dcb2",
    "store_report_v4": "821410fc5e8b2df0663f3875b3d8f31fc2e1c9fed2a71e9c0cdcca2c1384b64c",
    "suppressing_v1": "d258b0791efd2173005a13982963b4fe87ad338c853b276cac84863d9c7b9934",
    "suppressions_in_force_v1": "1ff12629247b1698ca9b278e81d0455db1552440ba82f553eb98f6c9b12986d8",
    "take_request_v1": "64c71166ee2dacfec00cd6b0649c0a2159b40f4a82370fe88765063678d907cf",
    "take_turns_v1": "91875b95fa52a780a81a1bedbc7ab9ca87626f837c1146e2117f91d397d53ec3",
    "vendor_held_v1": "2558b89ead91cb479d163ee54c3d4fb3df28cae146e95971962a1f3c9ac379e7",
}
_INSTALLED = """
    SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN pg_namespace s ON s.oid = p.pronamespace WHERE s.nspname = :schema AND p.proname ~ '_v[0-9]+$'
    UNION ALL SELECT viewname, definition FROM pg_views WHERE schemaname = :schema
"""


async def _installed(session: AsyncSession, schema: str) -> dict[str, str]:
    found = await session.execute(text(_INSTALLED), {"schema": schema})
    return {row.name: row.definition.replace(f"{schema}.", "") for row in found}


async def test_what_the_migrations_installed_is_what_the_files_say(fresh_database: Database) -> None:
    async with fresh_database.transaction() as session:
        migrated = await _installed(session, "public")
        await session.execute(text("CREATE SCHEMA anew"))
        await session.execute(text("SET LOCAL search_path TO anew, public"))
        for name in _RELEASED:
            await session.execute(text(create(name)))
        assert await _installed(session, "anew") == migrated


def test_a_file_that_was_released_is_not_edited() -> None:
    found = {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in _FOLDER.iterdir()}
    assert found == _RELEASED
