"""An account that has something of everything, so that another can be seen to see nothing of it."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

import database.tables  # noqa: F401  registers all tables
from database import (
    abandonment,
    api_keys,
    audit,
    audit_chain,
    caller_identities,
    connections,
    consent_texts,
    consents,
    conversations,
    finished_calls,
    idempotency,
    identity_providers,
    import_files,
    knowledge,
    lead_hook_messages,
    lead_hooks,
    lead_imports,
    legal_holds,
    limited_suppressions,
    opt_outs,
    person_requests,
    predial_hooks,
    preferences,
    provider_limits,
    provider_sign_ins,
    reported_events,
    retention,
    rule_packs,
    suppression_lists,
    suppressions,
    trunks,
    users,
    webhook_deliveries,
    webhook_endpoints,
)
from database.consents import GivenConsent
from database.identity_providers import OpenedProvider
from database.import_barred import Barred
from database.lead_hook_messages import Content
from database.lead_hooks import NewHook
from database.lead_staging import RowProblem, StagedLead, stage_rows
from database.people import Person
from database.provider_sign_ins import Asked
from database.sealing import KeyRing
from database.session import Database, new_id
from database.users import UserDetails
from database.webhook_endpoints import EndpointSettings
from domain.access import Role
from domain.audit_chain import Link
from domain.audit_seals import Seal
from domain.caller_identities import CallerIdentity
from domain.calls import AttemptState
from domain.campaigns import Purpose
from domain.channels import Channel
from domain.connections import ConnectionKind
from domain.consents import ConsentBasis
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AccountId, CallId, attempt_id
from domain.identity_providers import ProviderRules
from domain.lead_hooks import HookProof
from domain.outcomes import BusinessOutcome
from domain.permits import PERMITS
from domain.person_requests import InCrm, Progress, Receipt, RequestKind, RequestState
from domain.preferences import PreferenceKind, PreferenceSource, PreferenceValue, SaidPreference
from domain.retention import RetentionSettings, kept_for
from domain.suppression_lists import ListKind, NamedList
from domain.suppressions import AddedSuppression, OptOutEvidence, SuppressionScope, SuppressionSource
from startup.rule_packs import read_rule_packs
from tests.database.campaign_rows import CampaignRows, running_campaign

THE_SAME_KEY = "a key that two accounts have"
THEIR_PROVIDER = "https://login.example.com"
QUESTION = "When do you open?"
NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)


def own_rules() -> rule_packs.NewVersion:
    """A version of an account's own that says what the shipped pack says."""
    pack = read_rule_packs().named("us")
    assert pack is not None
    return rule_packs.NewVersion(new_id("rpv"), pack, pack.rule_set, (), None, "key_1", None)


async def rows_of(session: AsyncSession, account_id: AccountId) -> Mapping[str, str]:
    """What each table holds of this account, as a digest."""
    parts = [
        f"SELECT '{table.name}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table.name} t "
        "WHERE account_id = :account_id"
        for table in SQLModel.metadata.sorted_tables
        if "account_id" in table.columns
    ]
    found = await session.execute(text(" UNION ALL ".join(parts)), {"account_id": account_id})
    return {table: digest or "" for table, digest in found}


async def something_of_everything(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> dict[str, list[Any]]:
    """Rows of every table in every state; returns their ids, by the names that arguments have."""
    rows = await running_campaign(database, key_ring, account_id)
    calls = await _calls(rows)
    ids: dict[str, list[Any]] = {
        "call_id": list(calls.values()),
        "attempt_id": [attempt_id(call_id, 1) for call_id in calls.values()],
        "campaign_id": [rows.campaign_id],
        "trunk_id": [rows.trunk_id],
        "token": ["their token"],
        "sent_at": [NOW],
        "number": ["+49305550001"],
    }
    async with database.transaction() as session:
        await _told_of(session, rows, calls[AttemptState.CLOSED])
        agent_id, version_id, script_id = (
            await session.execute(
                text("""
                    SELECT m.agent_id, m.script_version_id, v.script_id
                    FROM campaigns m JOIN script_versions v ON v.id = m.script_version_id WHERE m.id = :id
                """),
                {"id": rows.campaign_id},
            )
        ).one()
        document = await knowledge.add_document(
            session, account_id, agent_id, "hours", ["We open at nine o'clock."]
        )
        connection = await connections.add_connection(
            session,
            account_id,
            ConnectionKind.CRM,
            "hubspot",
            key_ring,
            name="ours",
            identity="them",
            credentials={"token": "t"},
        )
        await session.execute(
            text(
                "UPDATE trunks SET paused_until = :at, paused_because = :why WHERE account_id = :account_id"
            ),
            {"at": NOW, "why": connections.CREDENTIALS_REFUSED, "account_id": account_id},
        )
        trunk = await trunks.get_trunk(session, account_id, rows.trunk_id)
        shown = CallerIdentity("", "+14155552671", trunk.connection_id, (Purpose.SURVEY,))
        caller_id = (await caller_identities.add_caller(session, account_id, shown)).identity.id
        asked_first = predial_hooks.NewPredialHook(
            rows.campaign_id, "https://hooks.example.com/may-we", 2000, "hold", "whsec_dGhlaXJz"
        )
        predial_hook_id = await predial_hooks.add_predial_hook(session, account_id, asked_first, key_ring)
        await abandonment.count_anew(session, account_id, rows.campaign_id)
        key_id = await api_keys.ensure_key(session, account_id, "theirs", f"ok_{account_id}")
        user_id = await users.add_user(
            session, account_id, UserDetails(f"{account_id}@example.com", "Ada"), Role.ADMIN, key_ring
        )
        theirs = OpenedProvider(THEIR_PROVIDER, "us", "their secret", ProviderRules(("theirs.example",)))
        await identity_providers.store_provider(session, account_id, theirs, key_ring)
        identity_id = await identity_providers.bind(
            session, account_id, user_id, THEIR_PROVIDER, "words", key_ring
        )
        await provider_sign_ins.add_code(session, identity_id, f"oc_{account_id}", "their browser", NOW)
        asked = Asked(THEIR_PROVIDER, "us", "their nonce", "their verifier")
        await provider_sign_ins.add_sign_in(
            session, account_id, f"state {account_id}", "their browser", asked, NOW, key_ring
        )
        program = EndpointSettings("https://hooks.example.com/", "reporting")
        endpoint_id = await webhook_endpoints.add_endpoint(
            session, account_id, program, ["opt_out"], "whsec_dGhlaXJz", key_ring
        )
        delivery_id = await webhook_deliveries.add_ping(session, account_id, endpoint_id, NOW, key_ring)
        hook = NewHook(rows.campaign_id, "our page", HookProof.SIGNATURE, {}, "", "", [])
        hook_id = await lead_hooks.add_hook(session, account_id, hook, "whsec_dGhlaXJz", key_ring)
        received, _ = await lead_hook_messages.begin_hook_message(
            session, account_id, hook_id, "theirs", Content("application/json", b"{}"), key_ring
        )
        await audit.record_act(session, account_id, key_id, "first", rows.campaign_id)
        seal = Seal(account_id, Link(1, b"their hash"), NOW, 1, b"their mac")
        await audit_chain.store_seal(session, account_id, seal)
        await idempotency.claim_key(session, account_id, THE_SAME_KEY, b"theirs", "call_theirs", key_ring)
        for permit in PERMITS:
            await provider_limits.set_limit(session, account_id, permit, 1)
        await suppressions.suppress(
            session,
            account_id,
            ["+49305550001"],
            key_ring,
            channel="voice",
            source=SuppressionSource.OPERATOR,
            added=AddedSuppression(key_id, "their note"),
        )
        await limited_suppressions.suppress_within(
            session,
            account_id,
            ["+49305550001"],
            key_ring,
            SuppressionScope(category=Purpose.MARKETING),
            source=SuppressionSource.OPERATOR,
            added=AddedSuppression(key_id, "their note"),
        )
        ours = await rule_packs.add_rule_version(session, account_id, own_rules())
        list_id = await suppression_lists.add_list(
            session,
            account_id,
            NamedList("", "Their list"),
            ListKind.OWN,
            source="",
            added_by=key_id,
        )
        await _filled(session, account_id, list_id, key_ring)
        version = await suppression_lists.begin_version(session, account_id, list_id, NOW.date(), key_id)
        listed = await session.execute(
            text("SELECT id FROM suppressions WHERE account_id = :account_id"), {"account_id": account_id}
        )
        wish = SaidPreference(PreferenceValue(PreferenceKind.WRITING), "Write to me.", NOW)
        preference_id = await preferences.prefer(
            session, account_id, "+49305550001", wish, key_ring, PreferenceSource.OPERATOR
        )
        wording = await consent_texts.add_text(
            session, account_id, new_id("ctext"), "newsletter", "I agree.", key_ring
        )
        agreed = GivenConsent(
            ConsentBasis.WRITTEN, {Purpose.SURVEY}, {Channel.VOICE}, wording.id, evidence="their letter"
        )
        consent_id = new_id("cons")
        await consents.give_consent(
            session, account_id, consent_id, "+49305550001", agreed, key_ring, actor=key_id
        )
        ids |= {
            "list_id": [list_id],
            "version": [version],
            "agent_id": [agent_id],
            "version_id": [version_id],
            "script_version_id": [version_id],
            "script_id": [script_id],
            "document_id": [document.id],
            "connection_id": [connection.id],
            "caller_id": [caller_id],
            "predial_hook_id": [predial_hook_id],
            "key_id": [key_id],
            "user_id": [user_id],
            "endpoint_id": [endpoint_id],
            "hook_id": [hook_id],
            "hook_message_id": [received.id],
            "delivery_id": [delivery_id],
            "preference_id": [preference_id],
            "consent_id": [consent_id],
            "rule_version_id": [ours.id],
            "request_id": [await _asked_for(session, rows)],
            "hold_id": [await _held(session, rows)],
            "run_id": [await _retained(session, rows)],
            "entry_id": list(listed.scalars()),
            "import_id": [
                await _import(session, rows, state, place)
                for place, state in enumerate(lead_imports.ImportState)
            ],
        }
        for name, table in (("lead_id", "leads"), ("message_id", "messages")):
            found = await session.execute(
                text(f"SELECT id FROM {table} WHERE account_id = :account_id ORDER BY id DESC"),
                {"account_id": account_id},
            )
            ids[name] = list(found.scalars())
        await session.execute(
            text(
                "INSERT INTO vendor_breakers (account_id, vendor, failures) VALUES (:id, 'model/openai', 3)"
            ),
            {"id": account_id},
        )
    await rows.lead("+49305550099")
    return ids


async def _asked_for(session: AsyncSession, rows: CampaignRows) -> str:
    """An export that can be fetched."""
    request_id, account_id, ring = new_id("preq"), rows.account_id, rows.key_ring
    await person_requests.add_request(
        session,
        account_id,
        request_id,
        RequestKind.EXPORT,
        "+49305550001",
        ring,
        in_crm=InCrm.CALLS,
        asked_by="key",
    )
    await person_requests.store_bundle(
        session, account_id, request_id, b"{}", ring, expires_at=NOW + timedelta(days=3650)
    )
    await session.execute(
        text(
            """UPDATE person_requests SET deleting = '{"their mark": "2026-12-01T10:00:00Z"}' WHERE id = :id"""
        ),
        {"id": request_id},
    )
    await person_requests.store_progress(session, account_id, request_id, Progress(), ring)
    await person_requests.store_receipt(
        session, account_id, request_id, Receipt(), ring, state=RequestState.WAITING
    )
    return request_id


async def _held(session: AsyncSession, rows: CampaignRows) -> str:
    """A legal hold."""
    return await legal_holds.set_hold(
        session, rows.account_id, "+49305550001", "claim 17", rows.key_ring, set_by="key"
    )


async def _retained(session: AsyncSession, rows: CampaignRows) -> str:
    """A run of retention that goes on, and a cut of the audit log."""
    settings = RetentionSettings(is_on=True)
    await retention.set_settings(session, rows.account_id, settings)
    run_id, _ = await retention.begin_run(
        session, rows.account_id, kept_for(settings, NOW.date()), asked_by="key"
    )
    await retention.note_gone(session, rows.account_id, run_id, {"content/calls": 1})
    for statement in (
        "ALTER TABLE audit_cuts DISABLE TRIGGER USER",
        f"INSERT INTO audit_cuts (account_id, seq, hash, at, key_id, mac) VALUES ('{rows.account_id}', 0, '', now(), 1, '')",
        "ALTER TABLE audit_cuts ENABLE TRIGGER USER",
    ):
        await session.execute(text(statement))
    return run_id


async def _calls(rows: CampaignRows) -> dict[AttemptState, CallId]:
    """A call for each state of an attempt, and the attempt; those that are over wait, are queued or closed."""
    calls = {}
    for place, state in enumerate(AttemptState):
        call_id = calls[state] = await rows.call(f"+4930555{place:04}")
        await rows.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, placing_token,
                                  stream_epoch, media_process)
            SELECT :attempt, l.account_id, c.id, 1, l.number_hash, c.trunk_id, :state,
                   CASE WHEN :state <> 'created' THEN CAST(:at AS timestamptz) END, 'their token', 1, 'media-test'
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """,
            attempt=attempt_id(call_id, 1),
            state=str(state),
            at=NOW,
            call=call_id,
        )
        await rows.run(
            "INSERT INTO messages (id, account_id, call_id, rule, state) VALUES (:message, :account, :call, 0, :state)",
            message=new_id("msg"),
            account=rows.account_id,
            call=call_id,
            state="created" if place % 2 else "sending",
        )
    await rows.run("UPDATE calls SET state = 'dialling' WHERE campaign_id = :id")
    await rows.run(
        "UPDATE calls SET state = 'waiting', not_before = :at, next_attempt_at = now() WHERE id = :call",
        at=NOW + timedelta(days=3650),
        call=calls[AttemptState.ENDED],
    )
    await rows.run(
        "UPDATE calls SET state = 'closed', result = 'talked' WHERE id = :call",
        call=calls[AttemptState.CLOSED],
    )
    await rows.run(
        "UPDATE lines SET call_id = :call, recogniser = 'deepgram', synthesiser = 'elevenlabs' WHERE trunk_id = :trunk AND number = 1",
        call=calls[AttemptState.CREATED],
        trunk=rows.trunk_id,
    )
    return calls


async def _told_of(session: AsyncSession, rows: CampaignRows, call_id: CallId) -> None:
    """The closed call was talked on, its person opted out, and the CRM has it."""
    attempt = attempt_id(call_id, 1)
    verdict = Verdict(BusinessOutcome.OPT_OUT, "Never again.")
    await conversations.store_report(
        session,
        ConversationReport(
            rows.account_id,
            call_id,
            attempt,
            AnsweredBy.PERSON,
            EndReason.FINISHED,
            verdict,
            (),
            NOW,
            NOW + timedelta(seconds=20),
        ),
        rows.key_ring,
        suppression_id=new_id("sup"),
    )
    await opt_outs.store_opt_out(
        session,
        rows.account_id,
        attempt,
        OptOutEvidence("Never again.", NOW, attempt),
        rows.key_ring,
        suppression_id=new_id("sup"),
        source=SuppressionSource.SAID_ON_CALL,
    )
    await finished_calls.store_crm_link(
        session, rows.account_id, call_id, contact_id="their contact", record_id="their record"
    )
    await reported_events.record_event(
        session, rows.account_id, "leg.ended", "their event", campaign_id=rows.campaign_id, call_id=call_id
    )


async def _import(
    session: AsyncSession, rows: CampaignRows, state: lead_imports.ImportState, place: int
) -> str:
    """An import that stands so, with a lead that is held, a problem, a barred number and its file."""
    account_id, key_ring = rows.account_id, rows.key_ring
    await session.execute(
        text("UPDATE lead_imports SET state = 'discarded' WHERE account_id = :id AND state = 'validating'"),
        {"id": account_id},
    )
    import_id = await lead_imports.begin_single(session, account_id, rows.campaign_id)
    person = Person(f"+49305551{place:03}")
    lead = StagedLead(
        new_id("lead"),
        2,
        key_ring.lookup(person.number, account_id),
        key_ring.lookup_on_lists(person.number, account_id),
        key_ring.seal_record(person, account_id),
        "us|America/Los_Angeles|US|CA",
        None if place % 2 else "not_a_zone",
        "",
        (),
    )
    await stage_rows(
        session,
        account_id,
        import_id,
        rows.campaign_id,
        [lead],
        [RowProblem(3, "rejected", "phone", "too_short", "Too short.", "C3", "a repair")],
        number_column="phone",
        barred=[Barred(b"their number", key_ring.seal_record(person, account_id))],
    )
    await import_files.keep_file(session, account_id, import_id, io.BytesIO(b"their file"), key_ring)
    await session.execute(
        text("UPDATE lead_imports SET state = :state, question_sealed = :asks WHERE id = :id"),
        {"state": str(state), "id": import_id, "asks": key_ring.seal_record({}, account_id)},
    )
    return import_id


async def _filled(session: AsyncSession, account_id: AccountId, list_id: str, key_ring: KeyRing) -> None:
    version = await suppression_lists.begin_version(session, account_id, list_id, NOW.date(), "key_1")
    hashes = [key_ring.lookup_on_lists("+49305550001", account_id)]
    await suppression_lists.add_numbers(session, account_id, version, hashes, [], numbers=1, rejected=0)
    await suppression_lists.put_in_force(session, account_id, list_id, version)
