"""What each command asks the API for, word by word, and that it says what it was told."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
import typer
from typer.testing import CliRunner, Result

from cli import app
from console.exit_codes import Exit
from console.screen import Screen

TERMINAL: Final = CliRunner(env={"OUTBOUND_URL": None, "OUTBOUND_API_KEY": None, "OUTBOUND_HOME": None})
AT: Final = "2027-01-15T16:30:00+01:00"
# Its first line makes it a list, and its lines a document, credentials and a script's fields.
FILE: Final = '{"opening": "Hello."}\n'
PAGE: Final = {"limit": "50"}
COLUMNS: Final = Path(__file__).with_name("columns.txt")
# Each has a file of its own here, or runs for ever.
ELSEWHERE: Final = {
    "up", "doctor", "demo", "calls tail", "calls recording", "calls replay", "campaigns watch", "agents documents add",
    "leads import", "leads report", "dnc import", "dnc lists fill", "consents add-text", "audit export", "audit verify", "keys rotate", "keys status", "people fetch", "retention show", "retention plan",
    "retention set", "retention on", "retention off", "retention runs",
}  # fmt: skip

Wanted = tuple[str, str, Any]
ASKED: Final[dict[str, list[Wanted]]] = {
    "account show": [("GET", "/api/account", {})],
    "account language de": [("PATCH", "/api/account", {"language": "de"})],
    "account language": [("PATCH", "/api/account", {"language": None})],
    "preferences add +4930 --hours mon=17:00-20:00 --hours mon=08:00-09:00 --hours sat=10:00-12:00 --writing sms"
    " --writing email --every-days 7 --words evenings --region DE": [
        ("POST", "/api/preferences", {
            "number": "+4930", "default_region": "DE", "writing": ["sms", "email"], "every_days": 7.0,
            "hours": {"mon": ["17:00-20:00", "08:00-09:00"], "sat": ["10:00-12:00"]}, "words": "evenings",
        })
    ],
    "preferences add +4930 --writing any": [
        ("POST", "/api/preferences", {
            "number": "+4930", "default_region": None, "writing": [], "every_days": None, "hours": None, "words": "",
        })
    ],
    "consents add +4930 --basis written --purpose survey --purpose service --channel voice --text ctext_1"
    " --at 2026-11-02T16:30:00Z --expires 2027-11-02T16:30:00Z --evidence form --region DE": [
        ("POST", "/api/consents", {
            "number": "+4930", "default_region": "DE", "basis": "written", "purposes": ["survey", "service"],
            "channels": ["voice"], "text_id": "ctext_1", "given_at": "2026-11-02T16:30:00Z",
            "expires_at": "2027-11-02T16:30:00Z", "evidence": "form",
        })
    ],
    "consents withdraw +4930": [
        ("POST", "/api/consents/withdrawals", {
            "number": "+4930", "default_region": None, "withdrawn_at": None, "evidence": "",
        })
    ],
    "consents withdraw +4930 --purpose survey --channel sms --at 2026-11-02T16:30:00Z --evidence letter --region DE": [
        ("POST", "/api/consents/withdrawals", {
            "number": "+4930", "default_region": "DE", "withdrawn_at": "2026-11-02T16:30:00Z", "evidence": "letter",
            "purposes": ["survey"], "channels": ["sms"],
        })
    ],
    "consents withdraw cons_1 --evidence letter": [
        ("POST", "/api/consents/cons_1/withdrawal", {"withdrawn_at": None, "evidence": "letter"})
    ],
    "consents list --number +4930": [("GET", "/api/consents", PAGE | {"number": "+4930"})],
    "consents texts": [("GET", "/api/consent-texts", PAGE)],
    "preferences list --number +4930": [("GET", "/api/preferences", PAGE | {"number": "+4930"})],
    "preferences remove pref_1": [("DELETE", "/api/preferences/pref_1", None)],
    f"compliance explain lead_1 --channel sms --at {AT}": [
        ("GET", "/api/leads/lead_1/contactability", {"channel": "sms", "at": AT})
    ],
    "compliance rules list": [("GET", "/api/rule-packs", PAGE)],
    "compliance rules show us": [("GET", "/api/rule-packs/us", {})],
    "compliance rules show us --revision 2": [("GET", "/api/rule-packs/us/versions/2", {})],
    f"compliance rules put us FILE --less-strict-because counsel --valid-from {AT}": [
        ("POST", "/api/rule-packs/us/versions", {"text": FILE, "less_strict_because": "counsel", "valid_from": AT})
    ],
    "compliance explain call_1": [("GET", "/api/calls/call_1/contactability", {"channel": "voice"})],
    "people export +4930 --region DE": [
        ("POST", "/api/people/exports", {"number": "+4930", "default_region": "DE"}),
    ],
    "people erase +4930 --yes": [
        ("POST", "/api/people/erasures", {"number": "+4930", "default_region": None, "in_crm": "contact"}),
    ],
    "people erase +4930 --yes --only-calls-in-crm": [
        ("POST", "/api/people/erasures", {"number": "+4930", "default_region": None, "in_crm": "calls"}),
    ],
    "people list": [("GET", "/api/people/requests", PAGE)],
    "people show preq_1": [("GET", "/api/people/requests/preq_1", {})],
    "people hold +4930 claim": [
        ("POST", "/api/legal-holds", {"number": "+4930", "default_region": None, "reason": "claim"}),
    ],
    "people holds --number +4930": [("GET", "/api/legal-holds", PAGE | {"number": "+4930"})],
    "people release hold_1": [("POST", "/api/legal-holds/hold_1/release", None)],
    "retention run": [("POST", "/api/retention/runs", None)],
    "users invite ada@example.com --name Ada --role agent_manager": [
        ("POST", "/api/users", {"email": "ada@example.com", "name": "Ada", "role": "agent_manager"}),
    ],
    "users list": [("GET", "/api/users", PAGE)],
    "users link usr_1": [("POST", "/api/users/usr_1/link", None)],
    "users role usr_1 admin": [("PATCH", "/api/users/usr_1", {"role": "admin"})],
    "users disable usr_1": [("PATCH", "/api/users/usr_1", {"disabled": True})],
    "users enable usr_1": [("PATCH", "/api/users/usr_1", {"disabled": False})],
    "webhooks add https://a.io/ --kind call.closed --description CRM": [
        ("POST", "/api/webhook-endpoints", {"url": "https://a.io/", "kinds": ["call.closed"], "description": "CRM"}),
    ],
    "lead-hooks add camp_1 --proof secret --map number=tel --from 10.0.0.0/8": [
        (
            "POST",
            "/api/lead-hooks",
            {
                "campaign_id": "camp_1",
                "proof": "secret",
                "mapping": {"number": "tel"},
                "default_region": None,
                "rules": "",
                "networks": ["10.0.0.0/8"],
                "description": "",
            },
        ),
    ],
    "lead-hooks list --campaign camp_1": [("GET", "/api/lead-hooks", PAGE | {"campaign_id": "camp_1"})],
    "lead-hooks show lh_1": [("GET", "/api/lead-hooks/lh_1", {})],
    "lead-hooks rotate lh_1": [("POST", "/api/lead-hooks/lh_1/secret", None)],
    "lead-hooks revoke lh_1": [("DELETE", "/api/lead-hooks/lh_1", None)],
    "lead-hooks messages lh_1": [("GET", "/api/lead-hooks/lh_1/messages", PAGE)],
    "webhooks list": [("GET", "/api/webhook-endpoints", PAGE)],
    "webhooks show wh_1": [("GET", "/api/webhook-endpoints/wh_1", {})],
    "webhooks disable wh_1": [("PATCH", "/api/webhook-endpoints/wh_1", {"disabled": True})],
    "webhooks enable wh_1": [("PATCH", "/api/webhook-endpoints/wh_1", {"disabled": False})],
    "webhooks remove wh_1": [("DELETE", "/api/webhook-endpoints/wh_1", None)],
    "webhooks rotate wh_1": [("POST", "/api/webhook-endpoints/wh_1/secret", None)],
    "webhooks test wh_1": [("POST", "/api/webhook-endpoints/wh_1/test", None)],
    "webhooks deliveries wh_1": [("GET", "/api/webhook-endpoints/wh_1/deliveries", PAGE)],
    "webhooks replay wh_1 --delivery whd_1": [
        ("POST", "/api/webhook-endpoints/wh_1/replay", {"delivery_id": "whd_1", "since": None, "until": None}),
    ],
    f"keys add reporting --scope calls:read --scope campaigns:read --from 10.0.0.0/8 --expires-at {AT}": [
        (
            "POST",
            "/api/api-keys",
            {
                "name": "reporting",
                "scopes": ["calls:read", "campaigns:read"],
                "networks": ["10.0.0.0/8"],
                "expires_at": AT,
            },
        ),
    ],
    "keys add everything": [("POST", "/api/api-keys", {"name": "everything", "scopes": None, "networks": None, "expires_at": None})],
    "users provider show": [("GET", "/api/identity-provider", {})],
    "users provider remove": [("DELETE", "/api/identity-provider", None)],
    "users provider set https://login.example.com --client-id us --client-secret theirs --domain theirs.example "
    "--domain theirs.org --makes-people --default-role agent --group-claim groups --group-role a=b=admin": [
        (
            "PUT",
            "/api/identity-provider",
            {
                "issuer": "https://login.example.com",
                "client_id": "us",
                "client_secret": "theirs",
                "domains": ["theirs.example", "theirs.org"],
                "makes_people": True,
                "default_role": "agent",
                "group_claim": "groups",
                "group_roles": {"a=b": "admin"},
            },
        ),
    ],
    "users provider set https://login.example.com --client-id us --domain theirs.example": [
        (
            "PUT",
            "/api/identity-provider",
            {
                "issuer": "https://login.example.com",
                "client_id": "us",
                "client_secret": None,
                "domains": ["theirs.example"],
                "makes_people": False,
                "default_role": None,
                "group_claim": "",
                "group_roles": {},
            },
        ),
    ],
    "keys list --limit 3": [("GET", "/api/api-keys", {"limit": "3"})],
    "keys remove key_1": [("DELETE", "/api/api-keys/key_1", None)],
    "audit list": [("GET", "/api/audit-log", PAGE)],
    "agents list --limit 3": [("GET", "/api/agents", {"limit": "3"})],
    "agents documents list agent_1": [("GET", "/api/agents/agent_1/documents", {})],
    "agents documents delete agent_1 doc_1": [("DELETE", "/api/agents/agent_1/documents/doc_1", None)],
    "calls place +4930 --name Ada --script sv_1 --agent agent_1 --trunk trunk_1 --region DE --var a=b=c --rules r --queue": [
        ("POST", "/api/calls/outbound", {
            "to": "+4930", "name": "Ada", "default_region": "DE", "variables": {"a": "b=c"}, "rules": "r",
            "script_version_id": "sv_1", "agent_id": "agent_1", "trunk_id": "trunk_1", "queue": True,
        }),
    ],
    "calls place +4930": [
        ("GET", "/api/agents", {"limit": "2"}),
        ("GET", "/api/trunks", {"limit": "2"}),
        ("GET", "/api/scripts", {"limit": "2"}),
        ("POST", "/api/calls/outbound", {
            "to": "+4930", "name": "", "default_region": None, "variables": {}, "rules": "",
            "script_version_id": "only", "agent_id": "only", "trunk_id": "only", "queue": False,
        }),
    ],
    f"calls schedule +4930 --at {AT} --script script_1 --agent agent_1 --trunk trunk_1": [
        ("GET", "/api/scripts/script_1", {}),
        ("POST", "/api/calls/outbound/schedule", {
            "at": AT, "to": "+4930", "name": "", "default_region": None, "variables": {}, "rules": "",
            "script_version_id": "it", "agent_id": "agent_1", "trunk_id": "trunk_1",
        }),
    ],
    "calls list --state closed --outcome interested --sentiment positive --limit 7": [
        ("GET", "/api/calls", {"limit": "7", "state": "closed", "outcome": "interested", "sentiment": "positive"})
    ],
    "calls list --campaign camp_1": [("GET", "/api/campaigns/camp_1/calls", PAGE)],
    "calls list --scheduled": [("GET", "/api/scheduled-calls", PAGE)],
    "calls show call_1": [
        ("GET", "/api/calls/call_1", {}),
        ("GET", "/api/calls/call_1/attempts", {}),
        ("GET", "/api/calls/call_1/decisions", {}),
        ("GET", "/api/calls/call_1/transcript", {}),
    ],
    "calls erase call_1": [("DELETE", "/api/calls/call_1/conversations", None)],
    "calls cancel call_1 --reason enough": [("POST", "/api/calls/call_1/cancel", {"reason": "enough"})],
    f"calls reschedule call_1 --at {AT}": [("PATCH", "/api/scheduled-calls/call_1", {"at": AT})],
    "campaigns create --name Autumn --script sv_1 --agent agent_1 --trunk trunk_1 --region DE --plan FILE": [
        ("POST", "/api/campaigns", {
            "name": "Autumn", "default_region": "DE", "plan": {"opening": "Hello."},
            "script_version_id": "sv_1", "agent_id": "agent_1", "trunk_id": "trunk_1",
        })
    ],
    "campaigns list --state paused": [("GET", "/api/campaigns", PAGE | {"state": "paused"})],
    "campaigns show camp_1": [
        ("GET", "/api/campaigns/camp_1", {}),
        ("GET", "/api/campaigns/camp_1/metrics", {}),
        ("GET", "/api/campaigns/camp_1/preflight", {}),
    ],
    "campaigns launch camp_1": [
        ("GET", "/api/campaigns/camp_1/preflight", {}),
        ("POST", "/api/campaigns/camp_1/start", None),
    ],
    "campaigns pause camp_1": [("POST", "/api/campaigns/camp_1/pause", None)],
    "campaigns resume camp_1": [("POST", "/api/campaigns/camp_1/resume", None)],
    "campaigns cancel camp_1": [("POST", "/api/campaigns/camp_1/cancel", None)],
    "campaigns pace camp_1 7": [("PUT", "/api/campaigns/camp_1/pace", {"window": 7})],
    "connections vendors": [("GET", "/api/connections/vendors", {})],
    "connections list": [("GET", "/api/connections", PAGE)],
    "connections show conn_1": [("GET", "/api/connections/conn_1", {})],
    "connections add own --kind crm --vendor hubspot --credentials FILE": [
        ("POST", "/api/connections", {
            "name": "own", "kind": "crm", "vendor": "hubspot", "credentials": {"opening": "Hello."},
        })
    ],
    "connections change conn_1 --credentials FILE": [
        ("PUT", "/api/connections/conn_1/credentials", {"credentials": {"opening": "Hello."}})
    ],
    "dnc add +4930 +4931 --channel sms --region DE": [
        ("POST", "/api/dnc", {"numbers": ["+4930", "+4931"], "channel": "sms", "default_region": "DE"})
    ],
    "dnc add +4930": [("POST", "/api/dnc", {"numbers": ["+4930"], "channel": "all", "default_region": None})],
    "dnc add +4930 --campaign camp_1 --category marketing --until 2027-01-15T16:30:00Z --note letter": [
        ("POST", "/api/dnc", {
            "numbers": ["+4930"], "channel": "all", "default_region": None, "campaign_id": "camp_1",
            "category": "marketing", "expires_at": "2027-01-15T16:30:00Z", "note": "letter",
        })
    ],
    "dnc list --number +4930": [("GET", "/api/dnc", PAGE | {"number": "+4930"})],
    "dnc lists add Registry --kind registry --channel voice --category marketing --max-age-days 7 --source post": [
        ("POST", "/api/dnc/lists", {
            "name": "Registry", "kind": "registry", "channel": "voice", "category": "marketing", "max_age_days": 7,
            "source": "post",
        })
    ],
    "dnc lists show": [("GET", "/api/dnc/lists", PAGE)],
    "dnc lists remove list_1": [("DELETE", "/api/dnc/lists/list_1", None)],
    "dnc remove sup_1": [("DELETE", "/api/dnc/sup_1", None)],
    "limits list": [("GET", "/api/provider-limits", {})],
    "limits failing": [("GET", "/api/provider-limits/failing", {})],
    "limits set recogniser deepgram 0": [("PUT", "/api/provider-limits/recogniser/deepgram", {"most": 0})],
    "limits lift recogniser deepgram": [("PUT", "/api/provider-limits/recogniser/deepgram", {"most": None})],
    "leads add +4930 --campaign camp_1": [
        ("POST", "/api/campaigns/camp_1/leads", {
            "number": "+4930", "name": "", "email": "", "consents": "", "rules": "", "variables": {},
        })
    ],
    "leads add +4930 --campaign camp_1 --name n --email e --timezone t --country c --state s --postcode p --var k=v"
    " --consents express --region DE --rules r": [
        ("POST", "/api/campaigns/camp_1/leads", {
            "number": "+4930", "name": "n", "email": "e", "consents": "express", "rules": "r", "default_region": "DE",
            "variables": {"k": "v"}, "timezone": "t", "country": "c", "state": "s", "postcode": "p",
        })
    ],
    "leads mend lead_1 --timezone t --country c --state s --postcode p --name n --email e --var k=v": [
        ("PATCH", "/api/leads/lead_1", {
            "timezone": "t", "country": "c", "state": "s", "postcode": "p", "name": "n", "email": "e",
            "variables": {"k": "v"},
        })
    ],
    "leads mend-all --campaign camp_1 --review unknown_country --where country=Merica --country US": [
        ("POST", "/api/campaigns/camp_1/leads/mend", {
            "review": "unknown_country", "where": {"country": "Merica"}, "mend": {"country": "US"},
        })
    ],
    "leads answer imp_1 --confirm": [("POST", "/api/lead-imports/imp_1/answer", {"confirm": True})],
    "leads answer imp_1 --map number=Mobile --region DE --sheet Two": [
        ("POST", "/api/lead-imports/imp_1/answer", {
            "mapping": {"number": "Mobile"}, "default_region": "DE", "sheet": "Two",
        })
    ],
    "leads commit imp_1": [("POST", "/api/lead-imports/imp_1/commit", None)],
    "leads discard imp_1": [("DELETE", "/api/lead-imports/imp_1", None)],
    "leads list --campaign camp_1 --state ready --review unknown_country": [
        ("GET", "/api/campaigns/camp_1/leads", PAGE | {"state": "ready", "review": "unknown_country"})
    ],
    "trunks add main --caller-number +4930 --lines 3 --calls-per-second 2.5 --carrier twilio --connection conn_1": [
        ("POST", "/api/trunks", {
            "name": "main", "caller_number": "+4930", "lines": 3, "calls_per_second": 2.5, "carrier": "twilio",
            "connection_id": "conn_1",
        })
    ],
    "trunks add main --caller-number +4930 --lines 3": [
        ("POST", "/api/trunks", {
            "name": "main", "caller_number": "+4930", "lines": 3, "calls_per_second": 1.0, "connection_id": None,
        })
    ],
    "callers add +4930 --connection conn_1 --purpose survey --purpose service --country DE": [
        ("POST", "/api/caller-identities", {
            "number": "+4930", "connection_id": "conn_1", "purposes": ["survey", "service"], "countries": ["DE"],
        }),
    ],
    "callers add +4930 --connection conn_1 --purpose survey": [
        ("POST", "/api/caller-identities", {
            "number": "+4930", "connection_id": "conn_1", "purposes": ["survey"], "countries": [],
        }),
    ],
    "callers list": [("GET", "/api/caller-identities", PAGE)],
    "callers show cid_1": [("GET", "/api/caller-identities/cid_1", {})],
    "callers verify cid_1": [("POST", "/api/caller-identities/cid_1/verification", None)],
    "callers remove cid_1": [("DELETE", "/api/caller-identities/cid_1", None)],
    "compliance abandonment camp_1": [("GET", "/api/campaigns/camp_1/abandonment", {})],
    "predial add https://h.example --campaign camp_1 --seconds 1.5 --unanswered allow": [
        ("POST", "/api/predial-hooks", {
            "url": "https://h.example", "campaign_id": "camp_1", "timeout_seconds": 1.5, "unanswered": "allow",
        }),
    ],
    "predial add https://h.example": [
        ("POST", "/api/predial-hooks", {
            "url": "https://h.example", "campaign_id": None, "timeout_seconds": 2.0, "unanswered": "hold",
        }),
    ],
    "predial list": [("GET", "/api/predial-hooks", PAGE)],
    "predial remove pdh_1": [("DELETE", "/api/predial-hooks/pdh_1", None)],
    "trunks list": [("GET", "/api/trunks", PAGE)],
    "trunks show trunk_1": [("GET", "/api/trunks/trunk_1", {})],
    "trunks pace trunk_1 2.5": [("PUT", "/api/trunks/trunk_1/pace", {"calls_per_second": 2.5})],
}  # fmt: skip
# What is sent anew if its answer is lost, and must have its effect once.
SPENDING: Final = (
    "calls place",
    "calls schedule",
    "campaigns create",
    "campaigns launch",
    "compliance rules put",
    "leads add",
    "retention run",
    "leads commit",
    "people export",
    "people erase",
    "people hold ",
)
LISTS: Final = ("/attempts", "/decisions", "/documents", "/vendors", "/provider-limits", "/failing")


class Api:
    """Answers everything, and remembers what it was asked. lists: whether an address is a list's."""

    def __init__(self) -> None:
        self.asked: list[Wanted] = []
        self.keys: list[str | None] = []
        self.said: list[Any] = []

    def answer(self, _: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        """Takes the place of the network."""
        assert "Bearer a key" == request.headers["authorization"]
        path, body = request.url.path, request.read()
        query = dict(request.url.params)
        self.asked.append(
            (request.method, path, query if request.method == "GET" else json.loads(body or b"null"))
        )
        self.keys.append(request.headers.get("idempotency-key"))
        if "limit" in query:
            told: Any = {"data": [RECORD | {"id": "only"}], "next_cursor": None, "has_more": False}
        else:
            told = [RECORD] if path.endswith(LISTS) else RECORD
        self.said.append(told)
        return httpx.Response(200, json=told)


RECORD: Final = {
    "id": "it", "name": "Maya", "kind": "crm", "vendor": "hubspot", "state": "staged", "question": None, "plan": {},
    "addresses": {"calls": "https://example.com"}, "warnings": ["It ends soon."], "sentence": "1 callable now.",
    "conversations": [], "needs_review": 3, "link": {"token": "ol_1"}, "token": "ol_1",
}  # fmt: skip


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Api:
    found = Api()
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", lambda *given: found.answer(*given))
    return found


def run(folder: Path, words: str, *more: str) -> Result:
    """What the command did; FILE stands for a file."""
    file = folder / "file.json"
    file.write_text(FILE)
    own = [str(file) if word == "FILE" else word for word in words.split()]
    return TERMINAL.invoke(app, ["--url", "http://api", "--key", "a key", *own, *more])


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The columns of each table that is shown to people."""
    tables: list[str] = []
    rows = Screen.rows

    def noted(screen: Screen, found: Any, columns: Sequence[str], title: str = "") -> None:
        tables.append(" ".join((title, *columns)).strip())
        rows(screen, found, columns, title)

    monkeypatch.setattr(Screen, "rows", noted)
    return tables


@pytest.mark.parametrize("words", ASKED)
def test_a_command_asks_for_what_it_was_told_and_says_the_answer(
    tmp_path: Path, api: Api, shown: list[str], words: str
) -> None:
    """A list shows people these columns of it in this order: the first names what is meant, the last wrap."""
    is_silent = words == "calls erase call_1"
    result = run(tmp_path, words, *([] if is_silent else ["--json"]))
    assert 0 == result.exit_code, result.output
    assert ASKED[words] == api.asked
    assert words.startswith(SPENDING) is (api.keys[-1] is not None)
    if not is_silent:
        _is_told(words, json.loads(result.stdout), api.said[-1])
    if shown:
        tables = [line.split(": ", 1) for line in COLUMNS.read_text().splitlines()]
        assert [columns for name, columns in tables if f"{words} ".startswith(f"{name} ")] == shown


def _is_told(words: str, said: Any, last: Any) -> None:
    """Of several answers the first, with the others in it."""
    if words == "users provider remove":
        assert {"removed": "identity provider"} == said
    elif " remove " in words:
        assert {"removed": words.split()[-1]} == said
    elif " revoke " in words:
        assert {"revoked": words.split()[-1]} == said
    elif words.startswith("calls show"):
        others = {"attempts": [RECORD], "decisions": [RECORD], "conversations": []}
        assert RECORD | others == said
    elif words.startswith("campaigns show"):
        assert RECORD | {"metrics": RECORD, "preflight": "1 callable now. It ends soon."} == said
    else:
        assert (last["data"] if isinstance(last, dict) and "data" in last else last) == said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("calls list --scheduled --state closed", "--scheduled goes with no other filter"),
        ("calls place +4930 --var city", "--var city has no value"),
        ("calls schedule +4930 --at tomorrow", "--at is no moment"),
        ("calls reschedule call_1 --at 2027-01-15T16:30:00", "--at names no time zone"),
        ("leads mend lead_1", "Nothing is to be put right"),
        ("leads mend lead_1 --var city", "city names no value"),
        ("leads answer imp_1 --map number", "--map number names no column"),
        ("campaigns create --name Autumn --plan /nowhere", "/nowhere cannot be read"),
    ],
)
def test_what_is_told_wrongly_asks_for_nothing(tmp_path: Path, api: Api, words: str, says: str) -> None:
    result = run(tmp_path, words)
    assert (Exit.USAGE, True) == (result.exit_code, says in result.stderr)
    assert not [method for method, _, _ in api.asked if method != "GET"]


def test_uploads_carry_their_file_and_what_is_said_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[str, bytes]] = []
    answer = {"id": "imp_1", "state": "staged", "question": None, "rejected": 0}

    def take(_: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        carried.append((request.url.path, request.read()))
        return httpx.Response(200, json=answer)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", take)
    for words in (
        "leads import FILE --campaign camp_1 --map number=Mobile --region DE --sheet Two --rules r --replace"
        " --accept first_number --accept trunk_zero --confirm --commit --json",
        "dnc import FILE --channel voice --map number=Mobile --region DE --sheet Two --category service --note all --json",
        "agents documents add agent_1 FILE --name Prices --json",
        "dnc lists fill list_1 FILE --as-of 2026-12-01 --region DE --json",
    ):
        assert 0 == run(tmp_path, words).exit_code
    paths = [path for path, _ in carried]
    assert [
        "/api/lead-imports",
        "/api/lead-imports/imp_1/commit",
        "/api/dnc/imports",
        "/api/agents/agent_1/documents",
        "/api/dnc/lists/list_1/versions",
    ] == paths
    forms = [_form(body) for _, body in carried if body]
    shared = {"mapping": '{"number": "Mobile"}', "default_region": "DE", "sheet": "Two", "file": FILE}
    of_leads = {
        "campaign_id": "camp_1",
        "rules": "r",
        "accept": "first_number,trunk_zero",
        "confirm": "true",
        "replace": "true",
    }
    assert [
        shared | of_leads,
        shared | {"channel": "voice", "category": "service", "note": "all"},
        {"name": "Prices", "file": FILE},
        {"as_of": "2026-12-01", "default_region": "DE", "file": FILE},
    ] == forms


def _form(body: bytes) -> dict[str, str]:
    found = {}
    for part in body.decode().split(body.decode().partition("\r\n")[0])[1:-1]:
        head, _, value = part.partition("\r\n\r\n")
        found[head.partition('name="')[2].partition('"')[0]] = value.removesuffix("\r\n")
    return found


def test_every_command_is_tried() -> None:
    """A new one is to be added above."""
    tried = {
        name
        for name in _commands(typer.main.get_command(app))
        for words in ASKED
        if f"{words} ".startswith(f"{name} ")
    }
    assert set(_commands(typer.main.get_command(app))) == tried | ELSEWHERE


def _commands(command: Any, name: str = "") -> Iterator[str]:
    if not hasattr(command, "commands"):
        yield name
        return
    for inner, each in command.commands.items():
        yield from _commands(each, f"{name} {inner}".strip())
