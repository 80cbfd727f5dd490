"""Where the system keeps something about a person who is called: one table of every store, held to the database's own tables by a test.

From it follows what an erasure leaves (person_requests.py), and whose time retention sees to (retention.py). Users, who sign in, are not persons of this table: they are an account's own
people.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class DataClass(StrEnum):
    """Why something is kept, and so for how long.

    content: what people are and said; evidence: that they were called, by which rules, and what they allowed or forbade; audit: who
    among us did what; operational: what a running system needs for hours or days.
    """

    CONTENT = "content"
    EVIDENCE = "evidence"
    AUDIT = "audit"
    OPERATIONAL = "operational"


class FoundBy(StrEnum):
    """How what is about one person is found. number: by the keyed hash of it in the row; lead, call, attempt: by the ids of theirs;
    looking: by opening what is sealed; account: nobody can tell whose it is, so all of the account's is meant."""

    NUMBER = "number"
    LEAD = "lead"
    CALL = "call"
    ATTEMPT = "attempt"
    LOOKING = "looking"
    ACCOUNT = "account"


class Fate(StrEnum):
    """What an erasure does to it. emptied: the row stays, and nothing in it tells of the person."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    KEPT = "kept"


class Ends(StrEnum):
    """Who sees to it that it is not kept for longer than its time. time: retention, when the time of its class is over (decision 0066);
    days: the running system, within days (api/upkeep.py, the report of a conversation, the commit of a list); never: nobody, since it
    forbids to call; elsewhere: whoever keeps it, by their own rules.
    """

    TIME = "time"
    DAYS = "days"
    NEVER = "never"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class PersonalStore:
    """One store. name: of the table, or of what is kept outside the database; columns: those that tell of the person, of a table; why:
    what stays behind after an erasure and for what reason, as the receipt says it; empty where nothing stays."""

    name: str
    data_class: DataClass
    ends: Ends
    found_by: FoundBy
    fate: Fate
    columns: tuple[str, ...] = ()
    why: str = ""


_CALLED: Final = "that they were called, when and with what result has to be provable for five years; no name, number or words stay"
_FORBIDDEN: Final = "the hash of the number stays, so that the wish not to be called holds for ever; number and words are gone"

TABLES: Final = (
    PersonalStore(
        "leads",
        DataClass.CONTENT,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "list_hash", "person_sealed", "review"),
        "of those who were called a row without number and name stays: their calls point to it, and it says which consents there were",
    ),
    PersonalStore(
        "calls", DataClass.EVIDENCE, Ends.TIME, FoundBy.LEAD, Fate.EMPTIED, ("why", "plan"), _CALLED
    ),
    PersonalStore(
        "attempts", DataClass.EVIDENCE, Ends.TIME, FoundBy.CALL, Fate.KEPT, ("number_hash",), _CALLED
    ),
    PersonalStore("decisions", DataClass.EVIDENCE, Ends.TIME, FoundBy.CALL, Fate.KEPT, ("reasons",), _CALLED),
    PersonalStore(
        "call_events", DataClass.EVIDENCE, Ends.TIME, FoundBy.CALL, Fate.KEPT, ("detail",), _CALLED
    ),
    PersonalStore(
        "messages", DataClass.EVIDENCE, Ends.TIME, FoundBy.CALL, Fate.KEPT, ("provider_id",), _CALLED
    ),
    PersonalStore(
        "conversations",
        DataClass.CONTENT,
        Ends.TIME,
        FoundBy.CALL,
        Fate.EMPTIED,
        ("content_sealed", "sentiment", "language"),
        "that it was held, and what came of it, is evidence; nothing that was said stays",
    ),
    PersonalStore(
        "conversation_snapshots",
        DataClass.CONTENT,
        Ends.TIME,
        FoundBy.ATTEMPT,
        Fate.DELETED,
        ("content_sealed",),
    ),
    PersonalStore(
        "suppressions",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "number_sealed", "words_sealed", "taken_back_sealed", "note_sealed"),
        _FORBIDDEN,
    ),
    PersonalStore(
        "limited_suppressions",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "number_sealed", "note_sealed"),
        _FORBIDDEN,
    ),
    PersonalStore(
        "consents",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "number_sealed", "evidence_sealed"),
        "that they allowed or withdrew it has to be provable for five years; number and words are gone, and what they allowed "
        "allows nothing to whoever has the number next",
    ),
    PersonalStore(
        "suppression_list_numbers",
        DataClass.EVIDENCE,
        Ends.NEVER,
        FoundBy.NUMBER,
        Fate.KEPT,
        ("hash",),
        "lists of hashed numbers that nobody may call, such as a registry, are others' and hold nothing else",
    ),
    PersonalStore(
        "preferences",
        DataClass.CONTENT,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.DELETED,
        ("number_hash", "number_sealed", "value", "phrase_sealed"),
    ),
    PersonalStore(
        "import_barred",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "person_sealed"),
        _FORBIDDEN,
    ),
    PersonalStore(
        "import_files", DataClass.OPERATIONAL, Ends.DAYS, FoundBy.ACCOUNT, Fate.DELETED, ("content_sealed",)
    ),
    PersonalStore(
        "lead_imports",
        DataClass.OPERATIONAL,
        Ends.TIME,
        FoundBy.ACCOUNT,
        Fate.EMPTIED,
        ("question_sealed",),
        "the list's counts and columns stay; of a question about its columns the cells that were shown are gone",
    ),
    PersonalStore(
        "lead_hook_messages",
        DataClass.OPERATIONAL,
        Ends.DAYS,
        FoundBy.ACCOUNT,
        Fate.EMPTIED,
        ("content_sealed",),
        "that a message came stays for a month, so that it has no second effect; what it says is kept only while it waits, for an hour "
        "at most, and an erasure begins behind that",
    ),
    PersonalStore(
        "idempotency_keys",
        DataClass.OPERATIONAL,
        Ends.DAYS,
        FoundBy.LOOKING,
        Fate.EMPTIED,
        ("answer_sealed",),
        "the key stays for its day, so that a request that is sent again has no second effect; what it answered is gone",
    ),
    PersonalStore(
        "webhook_deliveries",
        DataClass.OPERATIONAL,
        Ends.DAYS,
        FoundBy.CALL,
        Fate.EMPTIED,
        ("body_sealed", "answer_sealed"),
        "what programs were told holds ids and no personal data; what they answered is gone",
    ),
    PersonalStore(
        "crm_links", DataClass.OPERATIONAL, Ends.TIME, FoundBy.CALL, Fate.DELETED, ("contact_id", "record_id")
    ),
    PersonalStore(
        "legal_holds",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "number_sealed", "reason_sealed"),
        "that there was a hold, whose and until when; only released ones let an erasure begin",
    ),
    PersonalStore(
        "person_requests",
        DataClass.EVIDENCE,
        Ends.TIME,
        FoundBy.NUMBER,
        Fate.EMPTIED,
        ("number_hash", "number_sealed", "progress_sealed", "receipt_sealed", "bundle_sealed"),
        "that they asked, and the receipt; what was handed out before is gone",
    ),
    PersonalStore(
        "audit_events",
        DataClass.AUDIT,
        Ends.TIME,
        FoundBy.CALL,
        Fate.KEPT,
        ("subject", "detail"),
        "who among us did what; it names calls and leads by ids and nobody by number or name",
    ),
)

OUTSIDE: Final = (
    PersonalStore("recordings", DataClass.CONTENT, Ends.TIME, FoundBy.ATTEMPT, Fate.DELETED),
    PersonalStore("flight records", DataClass.CONTENT, Ends.TIME, FoundBy.ATTEMPT, Fate.DELETED),
    PersonalStore("workflow histories", DataClass.OPERATIONAL, Ends.TIME, FoundBy.CALL, Fate.DELETED),
    PersonalStore("spoken phrases", DataClass.OPERATIONAL, Ends.TIME, FoundBy.ACCOUNT, Fate.DELETED),
    PersonalStore("CRM", DataClass.CONTENT, Ends.ELSEWHERE, FoundBy.CALL, Fate.DELETED),
)
"""What is not a table: object storage, Temporal, the media processes' memory, the CRM."""

NOBODY_WHO_IS_CALLED: Final[Mapping[str, str]] = {
    "abandonment_meters": "counts of calls",
    "accounts": "a customer",
    "agents": "an agent's settings",
    "api_keys": "a program's key",
    "audit_cuts": "hashes",
    "audit_heads": "hashes",
    "audit_seals": "hashes",
    "caller_identities": "numbers of our own that people see",
    "campaign_members": "which of our own people sees a campaign",
    "campaigns": "a campaign's settings",
    "connections": "accounts with vendors",
    "consent_texts": "what everybody agrees to",
    "identities": "our own people",
    "identity_providers": "companies that vouch for our own people",
    "inbox_marks": "up to when messages were read",
    "import_problems": "rows and cells by their place; repeats nothing of them",
    "key_holders": "which process knows which keys",
    "knowledge_documents": "what an agent answers from",
    "knowledge_passages": "what an agent answers from",
    "lead_hooks": "programs",
    "lead_groups": "hours that leads of a campaign have in common",
    "lines": "which call has which line now",
    "media_processes": "processes",
    "one_time_links": "our own people",
    "predial_hooks": "programs",
    "provider_sign_ins": "our own people",
    "provider_limits": "limits",
    "refresh_tokens": "our own people",
    "requests_taken": "who asks the API",
    "retention_runs": "counts of what went",
    "retention_settings": "how long an account keeps things",
    "resealings": "how far rows are sealed again",
    "rule_pack_versions": "an account's own rules",
    "script_versions": "what an agent says to everybody",
    "scripts": "names of scripts",
    "sealing_keys": "which key seals",
    "sessions": "our own people",
    "sign_in_codes": "our own people",
    "sign_in_failures": "our own people",
    "suppression_list_versions": "how much of a list was read, and which lines could not be",
    "suppression_lists": "names of lists",
    "trunks": "ways out to the telephone network",
    "users": "our own people",
    "vendor_breakers": "vendors",
    "webhook_endpoints": "programs",
    "webhook_progress": "a mark",
    "worlds": "whether calls are real",
}
"""The tables that hold nothing about a person who is called, and what they hold instead."""
