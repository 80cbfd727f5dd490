"""Each language that agents speak has a dictionary, and passages are kept by the same ones that questions are asked by."""

from sqlalchemy import text

from database.dictionaries import DICTIONARIES
from database.session import Database
from database.tables import SEARCHED
from domain.language.tables.every import EVERY


def test_every_language_that_agents_speak_has_a_dictionary() -> None:
    assert {one.tag for one in EVERY} == DICTIONARIES.keys()


async def test_postgresql_ships_each_of_them(database: Database) -> None:
    async with database.transaction() as session:
        shipped = await session.execute(text("SELECT cfgname FROM pg_ts_config"))
        assert set() == set(DICTIONARIES.values()) - set(shipped.scalars())


async def test_the_migrated_column_stems_by_the_same_dictionaries(database: Database) -> None:
    """A dictionary that no migration brought into the column finds nothing that was stored."""
    async with database.transaction() as session:
        await session.execute(
            text(f"""
                CREATE TEMPORARY TABLE wanted (
                    language text, content text, search tsvector GENERATED ALWAYS AS ({SEARCHED}) STORED
                ) ON COMMIT DROP
            """)
        )
        found = await session.execute(
            text("""
                SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef
                JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
                WHERE attname = 'search' AND adrelid IN ('wanted'::regclass, 'knowledge_passages'::regclass)
            """)
        )
        wanted, migrated = found.scalars()
    assert wanted == migrated
