"""One person is forgotten, or given all that is known of them: with their number, name and words planted in every store there is."""

import asyncio
import json
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers all tables
from activities.crm import CrmActivities
from activities.messages import MessageActivities
from activities.people import PeopleActivities
from database import (
    idempotency,
    legal_holds,
    opt_outs,
    person_erasure,
    person_requests,
    preferences,
    suppressions,
)
from database.consents import (
    GivenConsent,
    WithdrawnConsent,
    give_consent,
    ledgers_of,
    list_consents,
    withdraw_consents,
)
from database.finished_calls import store_crm_link
from database.people import Person
from database.person_finding import Theirs
from database.person_requests import AskedFor, RequestView
from database.sealing import CannotOpen
from database.session import new_id
from domain.calls import CallRef, MessageRequest
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.consents import ConsentBasis
from domain.conversations import EndReason, Verdict
from domain.errors import BeingErased
from domain.identifiers import AttemptId, CallId
from domain.import_notes import ImportQuestion, SampledColumn
from domain.outcomes import BusinessOutcome
from domain.person_requests import InCrm, PersonOrder, RequestKind, RequestState, Step, StepEnd
from domain.preferences import PreferenceKind, PreferenceSource, PreferenceValue, SaidPreference
from domain.script_fields import FieldAnswer, FieldType
from domain.suppressions import OptOutEvidence, SuppressionSource
from domain.transcripts import Speaker, Turn
from providers.errors import ProviderUnavailable
from providers.recordings.archive import Recording
from providers.recordings.segments import Deletion, Take
from startup.first_connections import open_account
from tests.activities.connections import through
from tests.activities.scene import Scene, run, scene_of
from tests.activities.test_crm import RememberedCrm
from tests.database.campaign_rows import running_campaign
from tests.database.locks import locks_taken, until_blocked
from tests.locks import held_to
from tests.providers.recordings import segments

THEIRS = "+4930555777123"
NOBODYS = "+4930555777456"
NAME = "Zebulon Quackenbush"
WORDS = "My rhinoceros is purple."
# Those that look at a legal hold and act on it in one transaction.
STEPS = ("look_for_person", "erase_records", "erase_person", "erase_histories", "tell_crm")
SAID = (Turn(Speaker.AGENT, f"Hello {NAME}.", 0, 900), Turn(Speaker.PERSON, WORDS, 1000, 2000))
MARKS = ("30555777123", "Quackenbush", "rhinoceros")
NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)


@dataclass
class Asked:
    """A request of this person's, and the steps of its workflow."""

    scene: Scene
    id: str
    locks: dict[str, list[str]] = field(default_factory=dict)

    @property
    def order(self) -> PersonOrder:
        return PersonOrder(self.scene.campaign.account_id, self.id)

    async def run(self, name: str) -> Any:
        """The step, once; what it locks is kept."""
        with locks_taken(self.scene.campaign.database) as self.locks[name]:
            return await run(getattr(PeopleActivities(self.scene.tools), name), self.order)

    async def step(self, name: str) -> Step:
        """What came of the step; twice, as a step may run twice."""
        end: StepEnd = await self.run(name)
        again: StepEnd = await run(getattr(PeopleActivities(self.scene.tools), name), self.order)
        return again.step if end is not None and end.step is Step.DONE else end.step

    async def erase(self) -> RequestView:
        """All steps, in the order of the workflow."""
        for name in (
            "look_for_person",
            "end_calls",
            "erase_records",
            "erase_person",
            "erase_histories",
            "tell_crm",
        ):
            assert Step.DONE is await self.step(name), name
        await self.conclude("conclude_erasure")
        return await self.view()

    async def conclude(self, name: str) -> None:
        await self.run(name)
        await run(getattr(PeopleActivities(self.scene.tools), name), self.order)

    async def view(self) -> RequestView:
        campaign = self.scene.campaign
        async with campaign.database.transaction() as session:
            return await person_requests.get_request(session, campaign.account_id, self.id, campaign.key_ring)


async def ask(
    scene: Scene, kind: RequestKind, *, number: str = THEIRS, in_crm: InCrm = InCrm.CONTACT
) -> Asked:
    """Somebody asks."""
    campaign, request_id = scene.campaign, new_id("preq")
    async with campaign.database.transaction() as session:
        await person_requests.add_request(
            session,
            campaign.account_id,
            request_id,
            kind,
            number,
            campaign.key_ring,
            in_crm=in_crm,
            asked_by="key",
        )
    return Asked(scene, request_id)


async def hold(scene: Scene, number: str = THEIRS) -> str:
    """A legal hold on whoever is at this number."""
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        return await legal_holds.set_hold(
            session, campaign.account_id, number, "claim 17", campaign.key_ring, set_by="key"
        )


async def talked(scene: Scene, number: str = THEIRS) -> CallId:
    """A call that was held, recorded and closed, with all that it leaves; the CRM has it."""
    campaign = scene.campaign
    call_id = await campaign.call(number)
    await campaign.run(
        "UPDATE leads SET person_sealed = :sealed WHERE id = 'lead_' || substr(:call, 6)",
        sealed=campaign.key_ring.seal_record(
            Person(number, NAME, "z@quackenbush.example"), campaign.account_id
        ),
        call=call_id,
    )
    await scene.prepared_dial(call_id)
    field = FieldAnswer("pet", FieldType.TEXT, WORDS, WORDS)
    await scene.converse(
        call_id, Verdict(BusinessOutcome.OPT_OUT, WORDS), EndReason.FINISHED, SAID, fields=(field,)
    )
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    assert (await scene.close(call_id)).closed
    await recorded(scene, AttemptId(f"{call_id}-1"))
    async with campaign.database.transaction() as session:
        await store_crm_link(
            session, campaign.account_id, call_id, contact_id="contact 7", record_id=f"record of {call_id}"
        )
    lead = (await campaign.row("calls", call_id))["lead_id"]
    scene.temporal.closed_workflows.add(f"call/{campaign.campaign_id}/{lead}")
    return call_id


async def recorded(scene: Scene, attempt: AttemptId) -> None:
    """What was heard, what it is replayed from, and how it stood a moment before."""
    take = Take(scene.campaign.account_id, attempt, 1)
    for number, segment in enumerate(segments(400)):
        scene.tools.recordings.keep_segment(take, number, segment)
    scene.tools.recordings.flights.keep_part(take, 0, WORDS.encode())
    await scene.campaign.run(
        "INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed) VALUES (:attempt, :account, 1, :words)",
        attempt=attempt,
        account=scene.campaign.account_id,
        words=scene.campaign.key_ring.seal(WORDS.encode(), scene.campaign.account_id),
    )


async def planted(scene: Scene) -> CallId:
    """The person in every store there is."""
    campaign, ring = scene.campaign, scene.campaign.key_ring
    account, call_id = campaign.account_id, await talked(scene)
    lead_id = (await campaign.row("calls", call_id))["lead_id"]
    async with campaign.database.transaction() as session:
        wish = SaidPreference(PreferenceValue(PreferenceKind.WRITING), WORDS, NOW)
        await preferences.prefer(session, account, THEIRS, wish, ring, PreferenceSource.OPERATOR)
        await suppressions.suppress(
            session, account, [THEIRS], ring, channel="sms", source=SuppressionSource.OPERATOR
        )
        for key, answer in (
            ("theirs", {"number": THEIRS}),
            ("call", {"id": call_id}),
            ("lead", {"id": lead_id}),
            ("nobodys", {"number": NOBODYS}),
        ):
            claim = await idempotency.claim_key(session, account, key, b"hash", "call_new", ring)
            await idempotency.keep_answer(session, account, key, claim.since, 201, answer, ring)
        question = ImportQuestion(
            "mostly_refused", "Look.", "phone", [SampledColumn("phone", [THEIRS, NAME])]
        )
        await session.execute(
            text("""
                INSERT INTO lead_imports (id, account_id, campaign_id, file_name, state, question_sealed)
                VALUES (:id, :account, :campaign, 'leads.csv', 'asking', :question)
            """),
            {
                "id": f"imp_{account}",
                "account": account,
                "campaign": campaign.campaign_id,
                "question": ring.seal_record(question, account),
            },
        )
        await session.execute(
            text("""
                INSERT INTO import_files (import_id, place, account_id, content_sealed) VALUES (:id, 0, :account, :content)
            """),
            {
                "id": f"imp_{account}",
                "account": account,
                "content": ring.seal(zlib.compress(f"phone\n{THEIRS}\n".encode()), account),
            },
        )
        await session.execute(
            text("""
                INSERT INTO import_barred (import_id, number_hash, account_id, suppression_id, person_sealed)
                VALUES (:id, :hash, :account, :suppression, :person)
            """),
            {
                "id": f"imp_{account}",
                "hash": ring.lookup(THEIRS, account),
                "account": account,
                "suppression": new_id("sup"),
                "person": ring.seal_record(Person(THEIRS, NAME), account),
            },
        )
        await session.execute(
            text("""
                WITH program AS (
                    INSERT INTO webhook_endpoints (id, account_id, settings_sealed, secret_sealed)
                    VALUES (:wh, :account, :nothing, :nothing) RETURNING id
                )
                INSERT INTO webhook_deliveries (id, account_id, endpoint_id, in_order_with, kind, body_sealed, answer_sealed)
                SELECT :whd, :account, id, :call, 'call.closed', :nothing, :answer FROM program
            """),
            {
                "wh": new_id("wh"),
                "whd": new_id("whd"),
                "account": account,
                "call": call_id,
                "nothing": ring.seal(b"{}", account),
                "answer": ring.seal(f"taken for {NAME}".encode(), account),
            },
        )
    released = await hold(scene)
    async with campaign.database.transaction() as session:
        await legal_holds.release_hold(session, account, released, released_by="key", at=NOW)
    await run(PeopleActivities(scene.tools).gather_export, (await ask(scene, RequestKind.EXPORT)).order)
    return call_id


async def left_of(scene: Scene) -> set[tuple[str, str]]:
    """In which columns of which tables, and under which kinds of objects, a mark of the person is found: all is opened and searched."""
    found = set()
    account, ring = scene.campaign.account_id, scene.campaign.key_ring
    for table in SQLModel.metadata.sorted_tables:
        if "account_id" not in table.columns:
            continue
        for row in await scene.campaign.rows(f"SELECT * FROM {table.name} WHERE account_id = :account_id"):
            for column, value in row.items():
                if any(mark in opened for opened in _opened(value, account, ring) for mark in MARKS):
                    found.add((table.name, column))
    storage = scene.tools.recordings._storage
    for name in storage.objects:  # type: ignore[attr-defined]
        found |= {("objects", name.split("/")[0])} if not name.endswith("deleted") else set()
    return found


def _opened(value: object, account: str, ring: Any) -> Iterator[str]:
    if not isinstance(value, bytes):
        yield str(value)
        return
    yield value.decode(errors="replace")
    try:
        plain = ring.open(value, account)
    except CannotOpen:
        return
    yield plain.decode(errors="replace")
    try:
        yield zlib.decompress(plain).decode(errors="replace")
    except zlib.error:
        return


async def test_after_an_erasure_nothing_is_left_but_what_the_receipt_says(scene: Scene) -> None:
    """Requirement 162. The search finds the person in every store before, and in none afterwards."""
    crm = RememberedCrm()
    scene.tools = through(scene.tools, crm_client=crm)
    call_id = await planted(scene)
    attempt = f"{call_id}-1"
    asked = await ask(scene, RequestKind.ERASURE)
    assert {
        ("leads", "person_sealed"),
        ("conversations", "content_sealed"),
        ("conversation_snapshots", "content_sealed"),
        ("suppressions", "number_sealed"),
        ("suppressions", "words_sealed"),
        ("preferences", "number_sealed"),
        ("preferences", "phrase_sealed"),
        ("import_barred", "person_sealed"),
        ("import_files", "content_sealed"),
        ("lead_imports", "question_sealed"),
        ("idempotency_keys", "answer_sealed"),
        ("webhook_deliveries", "answer_sealed"),
        ("legal_holds", "number_sealed"),
        ("person_requests", "number_sealed"),
        ("person_requests", "bundle_sealed"),
        ("objects", attempt),
        ("objects", "flights"),
    } == await left_of(scene)
    done = await asked.erase()
    held_to("erasure", asked.locks)
    assert set() == await left_of(scene)
    assert done.receipt is not None
    lines = {line.store: (line.found, line.deleted, line.emptied, line.kept) for line in done.receipt.lines}
    assert {
        "leads": (1, 0, 1, 0),
        "calls": (1, 0, 1, 0),
        "attempts": (1, 0, 0, 1),
        "conversations": (1, 0, 1, 0),
        "conversation_snapshots": (1, 1, 0, 0),
        "suppressions": (2, 0, 2, 0),
        "preferences": (1, 1, 0, 0),
        "import_barred": (1, 0, 1, 0),
        "import_files": (1, 1, 0, 0),
        "lead_imports": (1, 0, 1, 0),
        "idempotency_keys": (3, 3, 0, 0),
        "webhook_deliveries": (1, 0, 1, 0),
        "legal_holds": (1, 0, 1, 0),
        "person_requests": (1, 0, 1, 0),
        "crm_links": (1, 1, 0, 0),
        "recordings": (1, 1, 0, 0),
        "flight records": (1, 1, 0, 0),
        "workflow histories": (1, 1, 0, 0),
        "audit_events": (0, 0, 0, 0),
    } == {
        store: counts
        for store, counts in lines.items()
        if store not in ("decisions", "call_events", "messages")
    }
    assert lines["decisions"][3] == lines["decisions"][0] > 0
    assert (RequestState.DONE, [("contact 7", True)]) == (done.state, crm.forgotten)
    assert "The CRM was told and deleted the contact and the records of calls." == done.receipt.crm
    assert ["http://127.0.0.1:9"] * 2 == scene.stage.forgot_phrases
    assert isinstance(scene.tools.recordings.find(scene.campaign.account_id, AttemptId(attempt)), Deletion)
    acts = await scene.campaign.rows(
        "SELECT action, subject FROM audit_events WHERE account_id = :account_id AND actor = 'system'"
    )
    assert [("person.erased", asked.id)] == [tuple(act.values()) for act in acts]


async def test_who_was_erased_is_not_called_again_where_they_forbade_it_and_is_somebody_new_elsewhere(
    scene: Scene,
) -> None:
    """Their entry binds by the hash of the number; the next list may have the number, and knows nothing of the lead before."""
    call_id = await talked(scene)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        assert await suppressions.is_suppressed(
            session, campaign.account_id, THEIRS, campaign.key_ring, "voice"
        )
    new = await campaign.lead(THEIRS, name="Somebody Else")
    before = (await campaign.row("calls", call_id))["lead_id"]
    rows = {
        row["id"]: row for row in await campaign.rows("SELECT * FROM leads WHERE account_id = :account_id")
    }
    opened = {
        lead: campaign.key_ring.open_record(row["person_sealed"], campaign.account_id, Person)
        for lead, row in rows.items()
    }
    assert {before: Person(""), new: Person(THEIRS, "Somebody Else")} == opened
    assert ("erased", "ready") == (rows[before]["state"], rows[new]["state"])
    assert rows[before]["number_hash"] != rows[new]["number_hash"]


async def test_nobody_else_loses_anything(scene: Scene, key_ring: Any) -> None:
    """Neither another number of the account nor the same number of another account."""
    await talked(scene)
    theirs = await talked(scene, NOBODYS)
    other = scene_of(
        await running_campaign(scene.campaign.database, key_ring, await _account(scene)), scene.carrier
    )
    elsewhere = await talked(other)
    before = [await _rows_about(scene, theirs), await _rows_about(other, elsewhere)]
    await (await ask(scene, RequestKind.ERASURE)).erase()
    assert before == [await _rows_about(scene, theirs), await _rows_about(other, elsewhere)]
    for of, call_id in ((scene, theirs), (other, elsewhere)):
        attempt = AttemptId(f"{call_id}-1")
        assert isinstance(of.tools.recordings.find(of.campaign.account_id, attempt), Recording)
        assert of.tools.recordings.flights.is_kept(attempt)


async def _account(scene: Scene) -> Any:
    async with scene.campaign.database.transaction() as session:
        return await open_account(session, new_id("acc"))


async def _rows_about(scene: Scene, call_id: CallId) -> list[Any]:
    campaign = scene.campaign
    lead = (await campaign.row("calls", call_id))["lead_id"]
    return [
        await campaign.row("leads", lead),
        await campaign.row("calls", call_id),
        await campaign.rows(
            "SELECT * FROM conversations WHERE call_id = :call AND account_id = :account_id", call=call_id
        ),
        await campaign.rows(
            "SELECT * FROM suppressions WHERE call_id = :call AND account_id = :account_id", call=call_id
        ),
        await campaign.rows(
            "SELECT * FROM crm_links WHERE call_id = :call AND account_id = :account_id", call=call_id
        ),
    ]


async def test_a_lead_that_nobody_called_is_gone_and_never_claimed(scene: Scene) -> None:
    ready = await scene.campaign.lead(THEIRS)
    other = await scene.campaign.lead(NOBODYS)
    asked = await ask(scene, RequestKind.ERASURE)
    assert Step.DONE is await asked.step("look_for_person")
    claimed = await scene.campaign.claim(round_number=1, hours_keys=["simulation|Europe/Berlin|DE|"], limit=5)
    assert [other] == [claim.lead_id for claim in claimed]
    await asked.erase()
    assert [] == await scene.campaign.rows("SELECT id FROM leads WHERE id = :lead", lead=ready)


async def test_calls_that_go_on_are_ended_before_anything_is_deleted(scene: Scene) -> None:
    """A live call by its own workflow, one without a workflow here; until all are closed nothing is touched."""
    unbegun, live = await scene.campaign.single_call(THEIRS), await scene.campaign.call(THEIRS)
    lead = (await scene.campaign.row("calls", live))["lead_id"]
    workflow = f"call/{scene.campaign.campaign_id}/{lead}"
    scene.temporal.open_workflows.add(workflow)
    asked = await ask(scene, RequestKind.ERASURE)
    await asked.step("look_for_person")
    assert Step.AGAIN is await asked.step("erase_person")
    assert Step.AGAIN is await asked.step("end_calls")
    assert workflow in scene.temporal.cancelled
    assert ["claimed", "closed"] == [
        (await scene.campaign.row("calls", call))["state"] for call in (live, unbegun)
    ]
    assert Step.AGAIN is await asked.step("erase_person")
    await scene.campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=live)
    assert [Step.DONE, Step.DONE] == [await asked.step(name) for name in ("end_calls", "erase_person")]
    assert Step.AGAIN is await asked.step("erase_histories")
    scene.temporal.open_workflows.clear()
    assert Step.DONE is await asked.step("erase_histories")
    assert workflow in scene.temporal.forgotten


async def test_who_comes_in_meanwhile_is_looked_for_first(scene: Scene) -> None:
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    await asked.step("look_for_person")
    other = await running_campaign(
        scene.campaign.database, scene.campaign.key_ring, scene.campaign.account_id
    )
    await other.lead(THEIRS, name=NAME)
    assert Step.AGAIN is await asked.step("erase_person")
    done = await asked.erase()
    assert done.receipt is not None
    assert (2, 1, 1) == next(
        (one.found, one.deleted, one.emptied) for one in done.receipt.lines if one.store == "leads"
    )
    assert set() == await left_of(scene)


async def test_what_was_deleted_in_an_earlier_round_is_in_the_receipt(scene: Scene) -> None:
    """Somebody of theirs came in behind the recordings: they are looked for anew, and their recordings are gone by then."""
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    for name in ("look_for_person", "end_calls", "erase_records"):
        assert Step.DONE is await asked.step(name)
    other = await running_campaign(
        scene.campaign.database, scene.campaign.key_ring, scene.campaign.account_id
    )
    await other.lead(THEIRS, name=NAME)
    assert Step.AGAIN is await asked.step("erase_person")
    done = await asked.erase()
    assert done.receipt is not None
    lines = {line.store: (line.found, line.deleted, line.kept) for line in done.receipt.lines}
    assert [(1, 1, 0)] * 2 == [lines["recordings"], lines["flight records"]]


@pytest.mark.parametrize(
    "late", ["look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories", "tell_crm"]
)
async def test_a_legal_hold_wins_over_an_erasure_at_each_of_its_steps(scene: Scene, late: str) -> None:
    crm = RememberedCrm()
    scene.tools = through(scene.tools, crm_client=crm)
    call_id = await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    steps = ["look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories", "tell_crm"]
    for name in steps[: steps.index(late)]:
        assert Step.DONE is await asked.step(name)
    before = await left_of(scene), list(scene.temporal.forgotten)
    await hold(scene)
    assert Step.HELD is await asked.step(late)
    await asked.conclude("keep_person")
    held = {("legal_holds", "number_sealed")}
    without_number = {("person_requests", "number_sealed")}
    assert (before[0] - without_number, before[1]) == (await left_of(scene) - held, scene.temporal.forgotten)
    assert [] == crm.forgotten
    done = await asked.view()
    assert done.receipt is not None
    assert RequestState.HELD is done.state
    kept = {line.store: line.kept for line in done.receipt.lines}
    assert 1 == kept["attempts"]
    assert (1 if late in steps[:3] else 0) == kept["recordings"]
    assert (await scene.campaign.row("calls", call_id))["state"] == "closed"


@pytest.mark.parametrize("place", range(6), ids=lambda place: ("gather_export", *STEPS)[place])
async def test_each_step_waits_for_whoever_decides_about_the_number(scene: Scene, place: int) -> None:
    """A dial, a hold, another request of theirs: none comes between what a step looks at and what it does."""
    scene.tools = through(scene.tools, crm_client=RememberedCrm())
    await talked(scene)
    step = ("gather_export", *STEPS)[place]
    asked = await ask(scene, RequestKind.EXPORT if step == "gather_export" else RequestKind.ERASURE)
    for name in STEPS[: max(0, place - 1)]:
        assert Step.DONE is await asked.step(name)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await legal_holds.lock_number(session, campaign.key_ring.lookup(THEIRS, campaign.account_id))
        waiting = asyncio.create_task(run(getattr(PeopleActivities(scene.tools), step), asked.order))
        await until_blocked(campaign.database)
        assert not waiting.done()
    await waiting


@pytest.mark.parametrize("step", ["erase_records", "erase_histories", "tell_crm"])
async def test_no_legal_hold_is_set_while_something_is_being_deleted(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Told that it holds, they would rely on what is on its way out. Meanwhile nobody waits for a lock: neither a dial nor they."""
    scene.tools = through(scene.tools, crm_client=(crm := RememberedCrm()))
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    for name in ("look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories"):
        if name == step:
            break
        assert Step.DONE is await asked.step(name)
    deletes: tuple[object, str] = {
        "erase_records": (scene.stage, "forget_phrases"),
        "erase_histories": (scene.temporal, "forget"),
        "tell_crm": (crm, "forget_person"),
    }[step]
    delete, refused = getattr(*deletes), 0

    async def meanwhile(*given: object, **named: object) -> object:
        nonlocal refused
        with pytest.raises(BeingErased):
            await hold(scene)
        await hold(scene, NOBODYS)
        refused += 1
        return await delete(*given, **named)

    monkeypatch.setattr(*deletes, meanwhile)
    end: StepEnd = await run(getattr(PeopleActivities(scene.tools), step), asked.order)
    assert Step.DONE is end.step
    assert refused
    await hold(scene)


async def test_two_executions_of_a_step_mark_each_its_own_deletion(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of one is not the end of the other, and what fails deletes nothing any more."""
    scene.tools = through(scene.tools, crm_client=(crm := RememberedCrm()))
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    for name in ("look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories"):
        assert Step.DONE is await asked.step(name)
    activities, inside, goes_on = PeopleActivities(scene.tools), asyncio.Event(), asyncio.Event()

    async def stalled(*given: object, **named: object) -> None:
        inside.set()
        await goes_on.wait()
        raise ProviderUnavailable("the CRM is down")

    with monkeypatch.context() as first:
        first.setattr(crm, "forget_person", stalled)
        slow = asyncio.create_task(run(activities.tell_crm, asked.order))
        await asyncio.wait_for(inside.wait(), 10)
    await run(activities.tell_crm, asked.order)
    with pytest.raises(BeingErased):
        await hold(scene)
    goes_on.set()
    with pytest.raises(ProviderUnavailable):
        await slow
    await hold(scene)


async def test_a_deletion_whose_process_died_keeps_no_hold_away_for_ever(scene: Scene) -> None:
    await talked(scene)
    asked, campaign = await ask(scene, RequestKind.ERASURE), scene.campaign
    theirs = campaign.key_ring.lookup(THEIRS, campaign.account_id)
    async with campaign.database.transaction() as session:
        assert await legal_holds.begin_deleting(session, campaign.account_id, asked.id, theirs, "died")
    for left, refused in ((timedelta(seconds=1), True), (timedelta(0), False)):
        longest = legal_holds.LONGEST_DELETION + timedelta(minutes=1) - left
        async with campaign.database.transaction() as session:
            await session.execute(
                text("""
                    UPDATE person_requests SET deleting = (
                        SELECT jsonb_object_agg(key, now() - CAST(:longest AS interval)) FROM jsonb_object_keys(deleting) AS key
                    ) WHERE id = :id
                """),
                {"longest": longest, "id": asked.id},
            )
        with pytest.raises(BeingErased) if refused else nullcontext():
            await hold(scene)


async def test_a_released_hold_or_somebody_elses_keeps_nothing(scene: Scene) -> None:
    await talked(scene)
    released = await hold(scene)
    await hold(scene, NOBODYS)
    async with scene.campaign.database.transaction() as session:
        account = scene.campaign.account_id
        assert await legal_holds.release_hold(session, account, released, released_by="key", at=NOW)
        assert not await legal_holds.release_hold(session, account, released, released_by="key", at=NOW)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    assert {("legal_holds", "number_sealed")} >= await left_of(scene)


async def test_a_report_that_comes_afterwards_binds_and_brings_nothing_back(scene: Scene) -> None:
    """Law 5: the leg ended, the call was closed, the person erased; then the media server's report arrives."""
    call_id = await scene.campaign.call(THEIRS)
    await scene.prepared_dial(call_id)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    await scene.cancel(call_id)
    await scene.campaign.run("UPDATE attempts SET state = 'closed' WHERE call_id = :call", call=call_id)
    await scene.campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    report = scene.report(call_id, Verdict(BusinessOutcome.OPT_OUT, WORDS), EndReason.FINISHED, SAID)
    wish = SaidPreference(PreferenceValue(PreferenceKind.WRITING), WORDS, NOW)
    await scene.store(replace(report, preferences=(wish,)))
    assert set() == await left_of(scene)
    campaign = scene.campaign
    (conversation,) = await campaign.rows("SELECT * FROM conversations WHERE account_id = :account_id")
    assert "opt_out" == conversation["outcome"]
    async with campaign.database.transaction() as session:
        assert await suppressions.is_suppressed(
            session, campaign.account_id, THEIRS, campaign.key_ring, "voice"
        )


async def test_words_that_take_an_opt_out_back_afterwards_are_not_kept(scene: Scene) -> None:
    """The media server could not store them while the database was away; it may, once the person is erased. They lift the entry."""
    campaign, call_id = scene.campaign, await scene.campaign.call(THEIRS)
    attempt = AttemptId(f"{call_id}-1")
    await scene.prepared_dial(call_id)
    await _opt_out(scene, attempt)
    await campaign.run("UPDATE attempts SET state = 'closed' WHERE call_id = :call", call=call_id)
    await campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    await _take_back(scene, attempt)
    assert set() == await left_of(scene)
    (entry,) = await campaign.rows("SELECT removed_at FROM suppressions WHERE account_id = :account_id")
    assert NOW == entry["removed_at"]


@pytest.mark.parametrize("demands", ["opt_out", "taken_back"])
async def test_what_is_demanded_while_a_person_is_forgotten_binds_and_keeps_nothing_of_them(
    scene: Scene, demands: str
) -> None:
    """Law 4: a media server that was away stores what was said at the very moment at which the erasure commits."""
    campaign, call_id = scene.campaign, await scene.campaign.call(THEIRS)
    attempt = AttemptId(f"{call_id}-1")
    await scene.prepared_dial(call_id)
    if demands == "taken_back":
        await _opt_out(scene, attempt)
    await campaign.run("UPDATE attempts SET state = 'closed' WHERE call_id = :call", call=call_id)
    await campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    asked = await ask(scene, RequestKind.ERASURE)
    for name in ("look_for_person", "end_calls", "erase_records"):
        assert Step.DONE is await asked.step(name)
    async with campaign.database.transaction() as session:
        view = await person_requests.read_asked(session, campaign.account_id, asked.id, campaign.key_ring)
        known = Theirs(view.progress.leads, view.progress.calls)
        step = await person_erasure.erase_rows(
            session, campaign.account_id, view.number_hash, known, campaign.key_ring, at=NOW
        )
        assert Step.DONE is step
        said = asyncio.create_task(
            _opt_out(scene, attempt) if demands == "opt_out" else _take_back(scene, attempt)
        )
        blocked = asyncio.create_task(until_blocked(campaign.database))
        await asyncio.wait({said, blocked}, return_when=asyncio.FIRST_COMPLETED)
    await said
    blocked.cancel()
    await asked.step("erase_histories")
    await asked.step("tell_crm")
    await asked.conclude("conclude_erasure")
    assert set() == await left_of(scene)
    async with campaign.database.transaction() as session:
        assert (demands == "opt_out") is await suppressions.is_suppressed(
            session, campaign.account_id, THEIRS, campaign.key_ring, "voice"
        )


async def _opt_out(scene: Scene, attempt: AttemptId) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await opt_outs.store_opt_out(
            session,
            campaign.account_id,
            attempt,
            OptOutEvidence(WORDS, NOW),
            campaign.key_ring,
            suppression_id=new_id("sup"),
            source=SuppressionSource.SAID_ON_CALL,
        )


async def _take_back(scene: Scene, attempt: AttemptId) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        taken_back = OptOutEvidence(f"Oh no, {WORDS}", NOW, attempt)
        await opt_outs.take_back_opt_out(session, campaign.account_id, taken_back, campaign.key_ring)


async def test_an_export_that_is_put_together_meanwhile_hands_nothing_out(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both were asked for; the erasure comes to its end while the export counts what there is."""
    await talked(scene)
    export, erasure = await ask(scene, RequestKind.EXPORT), await ask(scene, RequestKind.ERASURE)
    counted = PeopleActivities._counted

    async def meanwhile(
        steps: PeopleActivities, order: PersonOrder, asked: AskedFor, theirs: Theirs
    ) -> dict[str, int]:
        if order == export.order:
            await erasure.erase()
        return await counted(steps, order, asked, theirs)

    monkeypatch.setattr(PeopleActivities, "_counted", meanwhile)
    await run(PeopleActivities(scene.tools).gather_export, export.order)
    assert RequestState.DONE is (await export.view()).state
    assert set() == await left_of(scene)


async def test_what_they_allowed_allows_nothing_to_whoever_has_the_number_next(scene: Scene) -> None:
    """What they took back binds the number still; decisions find the entry that they name, and it is listed without a number."""
    campaign, ring = scene.campaign, scene.campaign.key_ring
    account, number_hash = campaign.account_id, ring.lookup(THEIRS, campaign.account_id)
    lead = await campaign.lead(THEIRS, consents=("written",))
    async with campaign.database.transaction() as session:
        await give_consent(
            session,
            account,
            new_id("cons"),
            THEIRS,
            GivenConsent(ConsentBasis.EXPRESS, [Purpose.SURVEY], [Channel.VOICE], evidence=WORDS),
            ring,
            actor="key",
        )
        taken_back = WithdrawnConsent([Purpose.SURVEY], [Channel.SMS], evidence=WORDS)
        await withdraw_consents(session, account, new_id("cons"), THEIRS, taken_back, ring, actor="key")
        before = await list_consents(session, account, ring, number=None, before=None, limit=9, now=NOW)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    assert set() == await left_of(scene)
    async with campaign.database.transaction() as session:
        ledger = (await ledgers_of(session, account, [number_hash]))[number_hash]
        after = await list_consents(session, account, ring, number=None, before=None, limit=9, now=NOW)
    assert ((), 1) == (ledger.entries, len(ledger.withdrawals))
    assert f"cons_{lead.removeprefix('lead_')}" in [line.id for line in after]
    assert [replace(line, number="", evidence="", holds=False) for line in before] == [
        replace(line, holds=False) for line in after
    ]


async def test_what_still_follows_a_call_finds_nobody(scene: Scene) -> None:
    """A CRM that was down, a message that was deferred: neither is told of somebody who was erased."""
    crm = RememberedCrm()
    scene.tools = through(scene.tools, crm_client=crm)
    call_id = await talked(scene)
    await (await ask(scene, RequestKind.ERASURE)).erase()
    await run(CrmActivities(scene.tools).sync_crm, CallRef(scene.campaign.account_id, call_id))
    sent = await run(
        MessageActivities(scene.tools).send_message, MessageRequest(scene.campaign.account_id, call_id, 0)
    )
    assert ({}, False) == (crm.records, sent.sent)


async def test_a_crm_that_takes_nothing_is_told_again_and_the_receipt_says_so(scene: Scene) -> None:
    crm = RememberedCrm(ProviderUnavailable(code="503"))
    scene.tools = through(scene.tools, crm_client=crm)
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE, in_crm=InCrm.CALLS)
    for name in ("look_for_person", "end_calls", "erase_records", "erase_person", "erase_histories"):
        await asked.step(name)
    with pytest.raises(ProviderUnavailable):
        await asked.step("tell_crm")
    assert 1 == len(await scene.campaign.rows("SELECT call_id FROM crm_links WHERE account_id = :account_id"))
    crm.failure = None
    assert Step.DONE is await asked.step("tell_crm")
    assert [("contact 7", False)] == crm.forgotten
    await asked.conclude("conclude_erasure")
    receipt = (await asked.view()).receipt
    assert receipt is not None
    assert "The CRM was told and deleted the records of calls." == receipt.crm


@pytest.mark.parametrize("is_connected", [True, False])
async def test_a_crm_that_was_never_told_is_named_in_the_receipt(scene: Scene, is_connected: bool) -> None:
    crm = RememberedCrm(ProviderUnavailable(code="503")) if is_connected else None
    scene.tools = through(scene.tools, crm_client=crm)
    await talked(scene)
    asked = await ask(scene, RequestKind.ERASURE)
    for name in (
        "look_for_person",
        "end_calls",
        "erase_records",
        "erase_person",
        "erase_histories",
        "tell_crm",
    ):
        try:
            await asked.step(name)
        except ProviderUnavailable:
            assert name == "tell_crm"
    await asked.conclude("conclude_erasure")
    receipt = (await asked.view()).receipt
    assert receipt is not None
    assert ("503" in receipt.crm and "in vain" in receipt.crm) if is_connected else "No CRM" in receipt.crm
    assert (1, 0, 0, 1) == next(
        (one.found, one.deleted, one.emptied, one.kept) for one in receipt.lines if one.store == "crm_links"
    )


async def test_an_export_has_all_that_is_known_and_nobody_elses(scene: Scene) -> None:
    """Requirement 162."""
    call_id = await planted(scene)
    await talked(scene, NOBODYS)
    asked = await ask(scene, RequestKind.EXPORT)
    await asked.conclude("gather_export")
    held_to("export", asked.locks)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        bundle = await person_requests.read_bundle(
            session, campaign.account_id, asked.id, campaign.key_ring, at=datetime.now(UTC)
        )
        late = await person_requests.read_bundle(
            session,
            campaign.account_id,
            asked.id,
            campaign.key_ring,
            at=datetime.now(UTC) + timedelta(days=7, seconds=1),
        )
    assert bundle is not None
    assert late is None
    told = json.loads(bundle)
    assert (THEIRS, NAME) == (told["number"], told["leads"][0]["person"]["name"])
    assert [call_id] == [call["id"] for call in told["calls"]]
    assert WORDS == told["conversations"][0]["content"]["turns"][1]["text"]
    assert [WORDS] == [wish["words"] for wish in told["preferences"]]
    assert [f"{call_id}-1"] == [one["attempt_id"] for one in told["recordings"]]
    counted = {name: len(rows) for name, rows in told.items() if name != "number"}
    assert {
        "leads": 1,
        "calls": 1,
        "attempts": 1,
        "conversations": 1,
        "suppressions": 2,
        "preferences": 1,
        "crm": 1,
    } == {
        name: counted[name]
        for name in ("leads", "calls", "attempts", "conversations", "suppressions", "preferences", "crm")
    }
    assert NOBODYS[1:] not in bundle.decode()
    assert (await asked.view()).state is RequestState.DONE
