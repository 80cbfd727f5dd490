"""Documents in the record: which passage answers a question, and whose documents are never looked at."""

import base64
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from sqlalchemy import text as sql

from database import knowledge
from database.agents import add_agent
from database.knowledge import MOST_PASSAGES, add_document, delete_document, find_passages, list_documents
from database.session import Database
from domain.errors import Conflict, NotFound, TamperedOrExpired
from domain.identifiers import AccountId, AgentId, attempt_id
from domain.knowledge import passages_in
from domain.timeouts import Timeouts
from startup.media_records import CallRecords
from startup.stream_tokens import StreamClaim, StreamTokens
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.other_account import other_account

CORPUS = {
    "Opening hours": "Our shops are open from nine to six on weekdays. On Saturdays we close at two in the afternoon.",
    "Delivery": "Parcels arrive within three working days. Delivery is free for orders above fifty euros.\n\n"
    "We ship to every country of the European Union and to Switzerland.",
    "Returns": "You may return anything within thirty days. The refund goes to the card that you paid with.",
    "Warranty": "Every machine has a warranty of five years. It covers the motor and the electronics, not the filters.",
    "Payment": "You can pay by card, by bank transfer or by invoice. Instalments are possible from two hundred euros.",
    "Installation": "A technician installs the machine at your home. The visit takes about two hours and costs eighty euros.",
    "Cleaning": "Rinse the water tank every week. Descale the machine every three months with citric acid.",
    "Privacy": "We delete your personal data two years after your last purchase. We never sell it to anybody.",
    "Loyalty": "Members of the club collect points with every purchase. A hundred points are worth five euros.",
    "Careers": "We are looking for drivers and technicians in Lyon. Applications are read within a week.",
}
QUESTIONS = [
    ("When do you close on Saturday?", "Opening hours", 1),
    ("Do you also ship to Switzerland?", "Delivery", 2),
    ("Is the delivery free of charge?", "Delivery", 1),
    ("Can I return it if I do not like it?", "Returns", 1),
    ("How long is the warranty, and does it cover the motor?", "Warranty", 1),
    ("May I pay in instalments?", "Payment", 1),
    ("Who installs it at my home?", "Installation", 1),
    ("How often must I descale the machine?", "Cleaning", 1),
    ("Do you sell my personal data?", "Privacy", 1),
    ("How many euros are my points worth?", "Loyalty", 1),
]
MALFORMED = [
    "What is the capital of Mongolia?",
    "Which football team won yesterday?",
    "flibber gabble wug",
    "Do hotels in Mongolia accept camel stamps, yak butter or points?",  # one word in eight
    "",
    "' & | ! :* \\ (",
    "the of and",
]


async def agent_of(
    database: Database, account_id: AccountId, corpus: dict[str, str], language: str = "en"
) -> AgentId:
    """An agent of this account with these documents."""
    async with database.transaction() as session:
        agent = await add_agent(
            session,
            account_id,
            name=f"Maya {language} {len(corpus)}",
            voice="default",
            voice_model="flash",
            model="small",
            language=language,
            timeouts=Timeouts(),
        )
        for name, text in corpus.items():
            await add_document(session, account_id, agent.id, name, passages_in(text))
    return agent.id


@pytest_asyncio.fixture
async def agent_id(database: Database, account_id: AccountId) -> AgentId:
    return await agent_of(database, account_id, CORPUS)


async def found(
    database: Database, account_id: AccountId, agent_id: str, question: str
) -> Sequence[tuple[str, int]]:
    """Name and place of the passages that answer this."""
    async with database.transaction() as session:
        passages = await find_passages(session, account_id, agent_id, question)
    return [(one.source.name, one.source.place) for one in passages]


async def test_the_right_passage_comes_first_for_each_question(
    database: Database, account_id: AccountId, agent_id: AgentId
) -> None:
    """Requirement 69."""
    answers = {
        question: await found(database, account_id, agent_id, question) for question, _, _ in QUESTIONS
    }
    first = {question: each[0] if each else None for question, each in answers.items()}
    assert {question: (name, place) for question, name, place in QUESTIONS} == first
    assert max(len(each) for each in answers.values()) <= 3


@pytest.mark.parametrize("question", MALFORMED)
async def test_what_is_not_written_is_not_found(
    database: Database, account_id: AccountId, agent_id: AgentId, question: str
) -> None:
    assert [] == await found(database, account_id, agent_id, question)


async def test_nobody_elses_documents_are_found(
    database: Database, account_id: AccountId, agent_id: AgentId
) -> None:
    """Not those of another account, nor of another agent of the same one."""
    stranger = await other_account(database)
    bare = await agent_of(database, account_id, {})
    question = "Do you also ship to Switzerland?"
    assert [] == await found(database, stranger, agent_id, question)
    assert [] == await found(database, account_id, bare, question)
    async with database.transaction() as session:
        assert [] == await list_documents(session, stranger, agent_id)
        with pytest.raises(NotFound):
            await add_document(session, stranger, agent_id, "Mine", ["Now it is mine."])


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        (
            "de",
            "Wir liefern in alle Länder. Die Lieferung dauert drei Tage.",
            "In welches Land liefern Sie?",
        ),
        ("es", "Las tiendas abren a las nueve.", "¿Cuándo abren las tiendas?"),
        ("es-MX", "Las tiendas abren a las nueve.", "¿Cuándo abren las tiendas?"),
        ("it", "I negozi aprono alle nove.", "aprono i negozi?"),
    ],
)
async def test_words_are_compared_as_the_language_bends_them(
    database: Database, account_id: AccountId, language: str, text: str, question: str
) -> None:
    """Where PostgreSQL has no dictionary for us, by how they begin."""
    agent_id = await agent_of(database, account_id, {"One": text}, language)
    assert [("One", 1)] == await found(database, account_id, agent_id, question)


@pytest.mark.parametrize(
    ("language", "text", "question", "is_near"),
    [
        ("it", "I negozianti aprono alle nove.", "negozi?", True),
        ("it", "Il cavallo dorme.", "cav?", False),
        ("en", "We ship to Switzerland.", "ship Mongolia?", True),
        ("en", "We ship to Switzerland.", "ship Mongolia camels yaks?", False),
    ],
    ids=["a word's beginning", "too short a beginning", "one word of two", "one word of four"],
)
async def test_a_passage_is_near_that_speaks_of_enough_of_the_question(
    database: Database, account_id: AccountId, language: str, text: str, question: str, is_near: bool
) -> None:
    """A word that stands in every passage says little, and yet something; one that stands in none, not too much."""
    agent_id = await agent_of(database, account_id, {"One": text}, language)
    assert ([("One", 1)] if is_near else []) == await found(database, account_id, agent_id, question)


async def test_an_agent_knows_whether_it_has_documents(
    database: Database, account_id: AccountId, agent_id: AgentId
) -> None:
    async def has_knowledge() -> bool:
        async with database.engine.connect() as connection:
            found = await connection.exec_driver_sql(
                "SELECT has_knowledge FROM agents WHERE id = $1", (agent_id,)
            )
            return bool(found.scalar_one())

    async with database.transaction() as session:
        documents = await list_documents(session, account_id, agent_id)
    assert (sorted(CORPUS), True) == ([one.name for one in documents], await has_knowledge())
    for document in documents:
        async with database.transaction() as session:
            await delete_document(session, account_id, agent_id, document.id)
    assert not await has_knowledge()
    assert [] == await found(database, account_id, agent_id, "Do you also ship to Switzerland?")


async def test_a_call_looks_into_its_own_agents_documents(scene: Scene) -> None:
    """Requirement 69: its plan tells whose they are, from the rows that are read anyway."""
    campaign = scene.campaign
    call_id = await campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    [row] = await campaign.rows("SELECT agent_id FROM campaigns WHERE account_id = :account_id")
    async with campaign.database.transaction() as session:
        await add_document(
            session, campaign.account_id, row["agent_id"], "Shipping", ["We ship to Switzerland."]
        )
    leg = (await campaign.row("attempts", attempt_id(call_id, 1)))["carrier_call_id"]
    tokens = StreamTokens(base64.b64encode(b"s" * 32).decode())
    claim = StreamClaim(attempt_id(call_id, 1), "twilio", leg, 1)
    token = tokens.issue(claim, datetime.now(UTC))
    records = CallRecords(campaign.database, campaign.key_ring, tokens, "media-1")
    with pytest.raises(TamperedOrExpired):  # where no carrier signs, a token of one that does opens nothing
        await records.open_stream(token, "exotel")
    plan = await records.open_stream(token, "twilio")
    assert leg == plan.carrier_call_id
    assert (row["agent_id"], True) == (plan.agent_id, plan.has_knowledge)
    [passage] = await records.find_passages(plan, "Do you ship to Switzerland?")
    assert ("Shipping", "We ship to Switzerland.") == (passage.source.name, passage.text)


async def test_an_agent_has_only_as_many_passages_as_can_be_searched_in_time(
    database: Database, account_id: AccountId, agent_id: AgentId
) -> None:
    """Law 10."""
    with pytest.raises(Conflict, match="at most 5000 passages"):
        async with database.transaction() as session:
            await add_document(session, account_id, agent_id, "All", ["One."] * MOST_PASSAGES)


async def test_an_agents_documents_are_counted_by_themselves(
    database: Database, account_id: AccountId, agent_id: AgentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the last passage it may have; without any, it has none though another agent has."""
    monkeypatch.setattr(knowledge, "MOST_PASSAGES", 3)
    bare = await agent_of(database, account_id, {})
    async with database.transaction() as session:
        made = [
            await add_document(session, account_id, bare, "A", ["One.", "Two."]),
            await add_document(session, account_id, bare, "B", ["Three."]),
        ]
        with pytest.raises(Conflict):
            await add_document(session, account_id, bare, "C", ["Four."])
        has = []
        for document in made:
            assert document == await delete_document(session, account_id, bare, document.id)
            row = await session.execute(sql("SELECT has_knowledge FROM agents WHERE id = :id"), {"id": bare})
            has.append(row.scalar_one())
    assert [True, False] == has


async def test_a_name_stands_once(database: Database, account_id: AccountId, agent_id: AgentId) -> None:
    with pytest.raises(Conflict, match="of this name"):
        async with database.transaction() as session:
            await add_document(session, account_id, agent_id, "Returns", ["Nothing can be returned."])
