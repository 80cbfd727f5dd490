"""To one account the things of another are as things that do not exist: every function of `database/` is asked."""

import importlib
import inspect
import io
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from sqlalchemy.exc import IntegrityError, NoResultFound

import database as room
from database.api_keys import KeyRules
from database.attempts import AttemptEnd, read_attempt_end
from database.audit_chain import FIRST
from database.call_facts import CallFacts, read_facts
from database.call_views import CallFilter
from database.campaigns import CampaignChange, get_campaign
from database.closing import AttemptVerdict
from database.consents import GivenConsent, WithdrawnConsent
from database.direct_calls import DirectCall
from database.held_leads import HeldLead
from database.identity_providers import OpenedProvider
from database.import_barred import Barred
from database.lead_hook_messages import Content
from database.lead_hooks import NewHook
from database.lead_imports import ImportCounts
from database.people import Person
from database.person_finding import Theirs
from database.predial_hooks import NewPredialHook
from database.provider_sign_ins import Asked
from database.retention_calls import DueCall
from database.retention_rows import ROW_SWEEPS
from database.sealing import KeyRing
from database.session import Database, new_id
from database.users import UserDetails
from database.webhook_deliveries import TryEnd
from database.webhook_endpoints import EndpointSettings
from domain.access import Role
from domain.audit_chain import Link
from domain.audit_seals import Seal
from domain.audit_verification import Judge
from domain.caller_identities import CallerIdentity
from domain.campaigns import CampaignPlan, CampaignState, Purpose
from domain.connections import ConnectionKind
from domain.consents import ConsentBasis
from domain.contactability import LISTED, Channel, Contactability, ContactVerdict
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.errors import OutboundError
from domain.identifiers import AccountId, CallId, attempt_id
from domain.identity_providers import ProviderRules
from domain.lead_hooks import HookProof
from domain.outcomes import BusinessOutcome, Outcome, TechnicalResult
from domain.permits import PERMITS, TRUNK
from domain.person_requests import InCrm, Progress, Receipt, RequestKind, RequestState
from domain.preferences import PreferenceKind, PreferenceValue, SaidPreference
from domain.retention import RetentionSettings, kept_for
from domain.retention_receipts import Receipt as RetentionReceipt
from domain.suppression_lists import ListKind, NamedList
from domain.suppressions import AddedSuppression, OptOutEvidence, SuppressionScope, SuppressionSource
from domain.timeouts import Timeouts
from domain.webhook_rules import WhyDisabled
from startup.first_connections import open_account
from tests.database.campaign_rows import OPEN, SCRIPT, CampaignRows, running_campaign
from tests.database.everything import (
    NOW,
    QUESTION,
    THE_SAME_KEY,
    THEIR_PROVIDER,
    own_rules,
    rows_of,
    something_of_everything,
)

Function = Callable[..., Any]
WISH = SaidPreference(PreferenceValue(PreferenceKind.WRITING), "Write to me.", NOW)
SAYS_WHOSE = ("account_id", "facts", "end", "report")

# They write a row of the caller's own beside one that the caller has read, and need not ask again whose that is; an act's
# number is counted over all accounts.
BESIDE_WHAT_WAS_READ = {
    "add_direct_lead",
    "bar_numbers",
    "begin_hook_message",
    "claim_key",
    "close_attempt",
    "keep_file",
    "open_message",
    "record_act",
    "record_event",
    "stage_rows",
    "store_crm_link",
    "store_decision",
    "tell_of_mended",
}


def _functions() -> Iterator[Function]:
    for module in pkgutil.iter_modules(room.__path__):
        if not module.ispkg:
            found = vars(importlib.import_module(f"database.{module.name}"))
            for name, function in found.items():
                is_own = inspect.iscoroutinefunction(function) and function.__module__.endswith(module.name)
                if is_own and not name.startswith("_") and set(SAYS_WHOSE) & set(_parameters(function)):
                    yield function


def _parameters(function: Function) -> list[str]:
    return list(inspect.signature(function).parameters)


class Stranger:
    """An account with one campaign of its own; facts and end are of its own call and its attempt."""

    def __init__(self, rows: CampaignRows, facts: CallFacts, end: AttemptEnd, parts: CampaignChange) -> None:
        self.rows, self.facts, self.end, self.parts = rows, facts, end, parts

    def arguments(self, function: Function, ids: Mapping[str, Any]) -> dict[str, Any]:
        """What the stranger gives to this function who names these things."""
        own = self._of_its_own(function.__name__, ids)
        known = {**self._plain(ids), **ids, **own}
        required = inspect.signature(function).parameters.values()
        return {
            each.name: known[each.name]
            for each in required
            if each.name != "session" and (each.default is each.empty or each.name in ids or each.name in own)
        }

    def _of_its_own(self, name: str, ids: Mapping[str, Any]) -> dict[str, Any]:
        """Where a name means something else in this one function."""
        theirs = CampaignChange(
            "Autumn", ids["version_id"], ids["agent_id"], ids["trunk_id"], None, CampaignPlan()
        )
        over = DueCall(ids["call_id"], ids["lead_id"], ids["campaign_id"], (), "")
        differing: dict[str, dict[str, Any]] = {
            "add_campaign": {"wanted": theirs},
            "change_campaign": {"wanted": self.parts},
            "set_campaign_state": {"state": CampaignState.CANCELLED},
            "list_calls": {"wanted": CallFilter()},
            "set_language": {"language": "fr"},
            "outcome_of_call": {"name": "confirmed"},
            "list_scheduled": {"after": None},
            "events_of": {"after": 0},
            "events_after": {"after": 0},
            "settle_message": {"state": "sent"},
            "record_act": {"actor": "key_1"},
            "add_sign_in": {"state": "own state"},
            "add_key": {"maker": ids["key_id"], "rules": KeyRules(None, None, None)},
            "prefer": {"said": WISH},
            "give_consent": {"consent_id": new_id("cons")},
            "remove_suppression": {"suppression_id": ids["entry_id"]},
            "add_trunk": {"connection_id": self.facts.connection.id, "lines": 1},
            "add_direct_lead": {"lead_id": "lead_of_its_own"},
            "open_message": {"message_id": new_id("msg")},
            "suppress": {"call_id": None},
            "add_request": {"request_id": new_id("preq"), "kind": RequestKind.EXPORT},
            "store_receipt": {"state": RequestState.DONE},
            "read_bundle": {"at": NOW},
            "keep_from_calling": {"leads": [ids["lead_id"]]},
            "replay_range": {"until": NOW + timedelta(days=9999)},
            "disable_endpoint": {"why": WhyDisabled.ASKED},
            "store_try": {"end": TryEnd(ids["delivery_id"], 1, 500, "refused", b"no", NOW)},
            "refuse_listed": {"reason": LISTED},
            "add_rule_version": {"new": own_rules()},
            "get_rule_version": {"name": "us", "revision": 1},
            "list_rule_versions": {"name": "us"},
            "rule_versions_of": {"ids": [ids["rule_version_id"]]},
            "add_list": {"wanted": NamedList("", "Their list"), "kind": ListKind.OWN},
            "add_numbers": {"numbers": 1},
            "forget_content": {"calls": [over]},
            "delete_calls": {"calls": [over]},
            "calls_with_content": {"after": None},
            "calls_to_delete": {"after": None},
            "beginning_to_cut": {"days": 1},
            "cut_beginning": {"key_id": 1},
            "set_settings": {"settings": RetentionSettings(content_days=99)},
            "end_run": {"receipt": RetentionReceipt()},
            "add_predial_hook": {
                "new": NewPredialHook(
                    ids["campaign_id"], "https://own.example.com/", 2000, "allow", "whsec_b3du"
                )
            },
        }
        return differing.get(name, {})

    def _plain(self, ids: Mapping[str, Any]) -> dict[str, Any]:
        rows, key_ring = self.rows, self.rows.key_ring
        refused = Contactability(ContactVerdict.REFUSE, NOW, (LISTED,), "simulation@1")
        person, sealed = Person(ids["number"]), key_ring.seal_record(Person("+49301"), rows.account_id)
        call_id, attempt = ids["call_id"], ids["attempt_id"]
        named = {"call_id": call_id, "trunk_id": ids["trunk_id"], "campaign_id": ids["campaign_id"]}
        proof = OptOutEvidence("Never.", NOW, attempt)
        talked, none = TechnicalResult.TALKED, Outcome.of(None)
        return {
            "call_ids": [call_id],
            "caller": CallerIdentity("", "+14155552697", ids["connection_id"], (Purpose.SURVEY,)),
            "held_as": None,
            "calls": [call_id],
            "keys": [THE_SAME_KEY],
            "number_hash": key_ring.lookup(ids["number"], rows.account_id),
            **dict.fromkeys(("theirs", "known"), Theirs((ids["lead_id"],), (call_id,))),
            "in_crm": InCrm.CALLS,
            "progress": Progress(),
            "mark": "their mark",
            "receipt": Receipt(),
            "bundle": b"{}",
            "expires_at": NOW + timedelta(days=9999),
            **dict.fromkeys(("asked_by", "set_by", "released_by"), "key_1"),
            "account_id": rows.account_id,
            "kept": kept_for(RetentionSettings(), NOW.date()),
            "days": {"*": 1},
            "sweep": ROW_SWEEPS[0],
            "gone": {},
            "link": Link(1, b"hash"),
            "key_ring": key_ring,
            "facts": replace(self.facts, **named, attempts_made=1),
            "end": replace(self.end, **named, attempt_id=attempt),
            "verdict": AttemptVerdict(talked, none, "w", None, None, False, False, False, "rules", proof),
            "report": ConversationReport(
                rows.account_id,
                call_id,
                attempt,
                AnsweredBy.PERSON,
                EndReason.FINISHED,
                Verdict(BusinessOutcome.NOT_INTERESTED, "No."),
                (),
                NOW,
                NOW + timedelta(seconds=9),
            ),
            "call": DirectCall(
                CallId("call_of_its_own"),
                self.facts.lead_id,
                ids["trunk_id"],
                ids["version_id"],
                ids["agent_id"],
                CampaignPlan(),
                True,
                None,
            ),
            "person": person,
            "details": UserDetails("grace@example.com", "Grace"),
            "role": Role.AGENT,
            "disabled": True,
            "decision": refused,
            "evidence": proof,
            "mended": [HeldLead(ids["lead_id"], ids["campaign_id"], person, OPEN, "")],
            "given": GivenConsent(ConsentBasis.WRITTEN, {Purpose.SURVEY}, {Channel.VOICE}),
            "withdrawn": WithdrawnConsent(),
            "withdrawal_id": new_id("cons"),
            "text_id": new_id("ctext"),
            "hashes": [key_ring.lookup(ids["number"], rows.account_id)],
            "purpose": Purpose.SURVEY,
            "barred": [Barred(b"their number", sealed)],
            "view": ImportCounts(9, 9, 9, 9),
            "permit": PERMITS[0],
            "numbers": [ids["number"]],
            "ids": [call_id, ids["campaign_id"]],
            "rule_sets": {OPEN: "simulation@1"},
            "hours_keys": [OPEN],
            "file": io.BytesIO(b"own file"),
            "content": replace(SCRIPT, opening="Other words."),
            "timeouts": Timeouts(),
            "kind": ConnectionKind.CRM,
            "channel": Channel.VOICE,
            "result": talked,
            "state": None,
            "plan": CampaignPlan(),
            "key": THE_SAME_KEY,
            "request_hash": b"own",
            "credentials": {"token": "t"},
            "identity": "them",
            "not_before": NOW,
            "at": NOW + timedelta(days=9999),
            "now": NOW,
            "moment": NOW - timedelta(days=9),
            "pause": timedelta(days=1),
            "wanted": CallFilter(),
            "waits_for": TRUNK,
            "source": SuppressionSource.SAID_ON_CALL,
            "scope": SuppressionScope(campaign_id=ids["campaign_id"]),
            "added": AddedSuppression("key_1"),
            "as_of": date(2026, 12, 1),
            "on": date(2026, 12, 1),
            "rejected": 0,
            "question": QUESTION,
            "before": None,
            "after": "",
            "suppression_id": new_id("sup"),
            "reviews": "not_a_zone",
            "review": "not_a_zone",
            "passages": ["words"],
            "leads": [],
            "problems": [],
            "notes": [],
            "consents": [],
            "said": [WISH],
            "mapping": {},
            "reading": {},
            "body": {},
            "detail": "{}",
            **dict.fromkeys(
                ("limit", "until", "window", "round_number", "act", "most", "after_row", "rows"), 99
            ),
            **dict.fromkeys(("attempt", "rule", "open_keys", "lines", "ahead", "head_start", "status"), 1),
            **dict.fromkeys(("replace", "fictional"), True),
            **dict.fromkeys(("first", "last"), 1),
            "place": FIRST,
            "judge": Judge({1: b"k" * 32}, NOW),
            "seal": Seal(rows.account_id, Link(1, b"hash"), NOW, 1, b"mac"),
            "calls_per_second": 1.0,
            **dict.fromkeys(_TEXTS, "words"),
            "secret": "ok_of_its_own",
            "email_hash": b"nobody's",
            "provider": OpenedProvider(THEIR_PROVIDER, "us", "own secret", ProviderRules(())),
            "issuer": THEIR_PROVIDER,
            "browser": "own browser",
            "asked": Asked(THEIR_PROVIDER, "us", "own nonce", "own verifier"),
            "settings": EndpointSettings("https://own.example.com/", ""),
            "kinds": ["opt_out"],
            "hook": NewHook(ids["campaign_id"], "", HookProof.SIGNATURE, {}, "", "", []),
            "entered": SimpleNamespace(scalars=lambda: SimpleNamespace(all=lambda: [ids["entry_id"]])),
            "sent": Content("application/json", b"{}"),
            "since": NOW - timedelta(days=9999),
            "vendor": "hubspot",
            "carrier": "twilio",
        }


_TEXTS = [
    "reason",
    "name",
    "wording",
    "voice",
    "voice_model",
    "model",
    "language",
    "contact_id",
    "record_id",
    "why",
    "actor",
    "added_by",
    "action",
    "subject",
    "dedupe_key",
    "hours_key",
    "file_name",
    "sheet",
    "because",
    "number_column",
    "caller_number",
    "carrier_call_id",
    "resource_id",
]


class _Undone(Exception):
    """Carries an answer out of a transaction that is rolled back."""


async def _answers(
    database: Database, stranger: Stranger, ids: Mapping[str, Any], watched: AccountId | None
) -> dict[str, tuple[str, bool]]:
    """What each function answers to whoever names these things, and whether it left what is watched alone."""
    answers = {}
    async with database.transaction() as session:
        before = await rows_of(session, watched) if watched else {}
    for function in _functions():
        given, untouched = stranger.arguments(function, ids), True
        try:
            async with database.transaction() as session:
                said = await function(session, **given)
                untouched = not watched or before == await rows_of(session, watched)
                raise _Undone(repr(said))
        except (_Undone, OutboundError, NoResultFound) as answer:
            answers[function.__name__] = (_without_ids(f"{type(answer).__name__}: {answer}"), untouched)
        except IntegrityError:
            answers[function.__name__] = ("it refers to nothing", untouched)
    return answers


def _without_ids(said: str) -> str:
    """Ids and moments are new each time."""
    said = re.sub(r"\b[a-z]+_(?:[0-9a-z]{26}|of_nobody)(?:-\d)?", "ID", said)
    return re.sub(r"datetime\.datetime\([^)]*\)|0x[0-9a-f]+|b'[^']*'|b\"[^\"]*\"", "MOMENT", said)


async def _stranger(database: Database, key_ring: KeyRing) -> Stranger:
    async with database.transaction() as session:
        account_id = await open_account(session, "a stranger")
    rows = await running_campaign(database, key_ring, account_id)
    call_id = await rows.call("+4930777001")
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id)
        SELECT :attempt, l.account_id, c.id, 1, l.number_hash, c.trunk_id
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        attempt=attempt_id(call_id, 1),
        call=call_id,
    )
    await rows.run(
        "INSERT INTO idempotency_keys (account_id, key, request_hash) VALUES (:account, :key, 'own')",
        account=account_id,
        key=THE_SAME_KEY,
    )
    async with database.transaction() as session:
        facts = await read_facts(session, account_id, call_id, key_ring)
        end = await read_attempt_end(session, account_id, attempt_id(call_id, 1), key_ring)
        view = await get_campaign(session, account_id, rows.campaign_id)
    assert facts is not None
    assert end is not None
    parts = CampaignChange("Own", view.script_version_id, view.agent_id, view.trunk_id, None, CampaignPlan())
    return Stranger(rows, facts, end, parts)


async def test_nobody_sees_or_changes_what_another_account_has(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Every answer is the one about things of nobody, given before there was another account; and none of its rows moves."""
    stranger = await _stranger(fresh_database, key_ring)
    async with fresh_database.transaction() as session:
        other = await open_account(session, "somebody else")
    nobodys: dict[str, Any] = dict.fromkeys(
        [
            "call_id",
            "campaign_id",
            "trunk_id",
            "agent_id",
            "version_id",
            "script_version_id",
            "script_id",
            "document_id",
            "connection_id",
            "caller_id",
            "predial_hook_id",
            "key_id",
            "user_id",
            "endpoint_id",
            "hook_id",
            "hook_message_id",
            "delivery_id",
            "preference_id",
            "consent_id",
            "rule_version_id",
            "request_id",
            "run_id",
            "hold_id",
            "entry_id",
            "import_id",
            "lead_id",
            "list_id",
            "message_id",
        ],
        "thing_of_nobody",
    )
    nobodys |= {
        "attempt_id": "thing_of_nobody-1",
        "version": 0,
        "token": "nobody's",
        "sent_at": NOW,
        "number": "+49305550001",
    }
    expected = await _answers(fresh_database, stranger, nobodys, None)
    theirs = await something_of_everything(fresh_database, key_ring, other)
    for place in range(len(theirs["call_id"])):
        ids = {name: found[place % len(found)] for name, found in theirs.items()}
        answers = await _answers(fresh_database, stranger, ids, other)
        assert [] == [name for name, (_, untouched) in answers.items() if not untouched]
        said = {name: answer for name, (answer, _) in answers.items() if name not in BESIDE_WHAT_WAS_READ}
        assert {name: expected[name][0] for name in said} == said
