"""Hooks: made, shown, rotated, revoked; and what becomes of what programs send through them."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import event, text

from api.upkeep import _take_waiting
from database.import_questions import begin_again
from database.lead_imports import ImportCounts, begin_import, note_progress
from tests.api.conftest import PUBLIC_URL, Operator
from tests.api.declared import application
from tests.api.lead_hooks import FORM, PATH, Program, hooked, numbers, post, signed, somewhere

ADA = {"phone": "+14155552673", "name": "Ada Lovelace", "city": "Reno"}


@pytest.fixture
async def campaign(operator: Operator) -> dict[str, Any]:
    """One that runs, with a lead of a list."""
    return await operator.running_campaign()


@pytest.fixture
async def program(operator: Operator, campaign: dict[str, Any]) -> Program:
    return await hooked(operator, campaign["id"])


async def test_a_hook_is_made_and_its_secret_is_shown_once(
    operator: Operator, campaign: dict[str, Any]
) -> None:
    made = await operator.made(
        PATH,
        {
            "campaign_id": campaign["id"],
            "mapping": {"number": "phone_1"},
            "networks": ["2001:DB8::/32"],
            "description": "our page",
        },
    )
    assert made.pop("secret").startswith("whsec_")
    assert made["url"].endswith(f"/hooks/leads/{made['id']}")
    assert ("signature", ["2001:db8::/32"]) == (made["proof"], made["networks"])
    assert made == (await operator.client.get(f"{PATH}/{made['id']}")).json()
    assert [made] == (await operator.client.get(PATH)).json()["data"]
    assert [] == (await operator.client.get(PATH, params={"campaign_id": "other"})).json()["data"]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"mapping": {"shoe": "size"}}, "/mapping"),
        ({"mapping": {"number": "+14155552671"}}, "/mapping/number"),
        ({"rules": "us"}, "/rules"),
        ({"networks": ["10.0.0.1/8"]}, "/networks/0"),
        ({"proof": "none"}, "/proof"),
    ],
)
async def test_what_no_hook_may_be_is_refused(
    operator: Operator, campaign: dict[str, Any], more: dict[str, Any], pointer: str
) -> None:
    refused = await operator.client.post(PATH, json={"campaign_id": campaign["id"]} | more)
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])


async def test_nobody_makes_a_hook_for_anothers_campaign(
    operator: Operator, stranger: Operator, campaign: dict[str, Any]
) -> None:
    assert 404 == (await stranger.client.post(PATH, json={"campaign_id": campaign["id"]})).status_code


async def test_a_signed_lead_is_added_and_the_running_campaign_is_told(
    program: Program, campaign: dict[str, Any]
) -> None:
    """Requirement 6: verified, stored, answered with the report of a list of one row, then told."""
    workflows = program.operator.workflows
    told = len(workflows.updates)
    answer = await program.sign(ADA)
    assert 200 == answer.status_code, answer.text
    body = answer.json()
    report = body["report"]
    assert ("added", 1, 1, 0) == (body["state"], report["rows"], report["accepted"], report["rejected"])
    assert ("committed", program.made["id"]) == (report["state"], report["file_name"])
    assert {"number": "phone", "name": "name"} == report["mapping"]
    assert ["+14155552672", "+14155552673"] == await numbers(program.operator, campaign["id"])
    assert told + 1 == len(workflows.updates)
    acts = (await program.operator.client.get("/api/audit-log")).json()["data"]
    assert [(program.made["id"], "leads.received", report["id"])] == [
        (act["actor"], act["action"], act["subject"]) for act in acts if act["action"] == "leads.received"
    ]


@pytest.mark.parametrize(("of_hook", "number"), [("DE", "+493012345678"), (None, "+13012345678")])
async def test_numbers_without_a_country_are_of_the_hooks_else_of_the_campaigns(
    operator: Operator, campaign: dict[str, Any], of_hook: str | None, number: str
) -> None:
    """A German form may feed an American campaign."""
    program = await hooked(operator, campaign["id"], default_region=of_hook)
    written = number.removeprefix("+49").removeprefix("+1")
    answer = await program.sign(ADA | {"phone": f"0{written}" if of_hook else written})
    assert 1 == answer.json()["report"]["accepted"], answer.text
    assert number in await numbers(operator, campaign["id"])


async def test_the_report_is_that_of_a_list_of_the_same_rows(
    program: Program, operator: Operator, stranger: Operator
) -> None:
    """Repaired, held, refused with the cell, twice in a message and there already: as an import says it."""
    rows = [
        ADA | {"phone": "+1 (415) 555-2674 ext. 9"},
        ADA | {"phone": "+14155552675", "city": ""},
        ADA | {"phone": "12"},
        ADA | {"phone": "+14155552672"},
        ADA | {"phone": "+1 415 555 2674"},
        ADA | {"phone": "+14155552676", "do not call": "yes"},
    ]
    found = (await program.sign(rows)).json()["report"]
    other = await stranger.running_campaign()
    header = ["phone", "name", "city", "do not call"]
    lines = [",".join(header), *(",".join(f'"{row.get(name, "")}"' for name in header) for row in rows)]
    staged = await stranger.upload(other["id"], "\n".join(lines).encode(), rules="simulation", confirm="true")
    expected = staged.json()
    for name in ("rows", "accepted", "rejected", "duplicates", "problems", "repairs", "offers", "mapping"):
        assert expected[name] == found[name], name
    assert 1 == expected["barred"]
    assert (await operator.client.get("/api/dnc")).json()["data"][0]["number"] == "+14155552676"


async def test_consents_of_a_message_are_entered_as_a_lists_are(program: Program, operator: Operator) -> None:
    await program.sign(ADA | {"consents": "written"})
    [entry] = (await operator.client.get("/api/consents", params={"number": "+14155552673"})).json()["data"]
    assert ("written", "import") == (entry["basis"], entry["source"])


async def test_a_form_is_read_as_browsers_send_it(program: Program, campaign: dict[str, Any]) -> None:
    answer = await program.sign(urlencode(ADA | {"name": "Zoë & Co"}), kind=FORM)
    assert 1 == answer.json()["report"]["accepted"]
    [_, lead] = reversed(
        (await program.operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    )
    assert ("+14155552673", "Zoë & Co", {"city": "Reno"}) == (
        lead["number"],
        lead["name"],
        lead["variables"],
    )


async def test_the_mapping_names_the_programs_own_fields(
    operator: Operator, campaign: dict[str, Any]
) -> None:
    program = await hooked(operator, campaign["id"], mapping={"number": "data.tel", "name": "data.who"})
    answer = await program.sign(
        {
            "type": "form",
            "data": {"tel": "+14155552673", "who": "Ada", "city": "Reno"},
            "variables": {"city": "Elko"},
        }
    )
    assert 1 == answer.json()["report"]["accepted"], answer.text
    lead = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"][0]
    assert ("+14155552673", "Ada", "Elko") == (lead["number"], lead["name"], lead["variables"]["city"])


@pytest.mark.parametrize("basic", [False, True])
async def test_a_program_that_cannot_sign_carries_the_secret(
    operator: Operator, campaign: dict[str, Any], basic: bool
) -> None:
    program = await hooked(operator, campaign["id"], proof="secret")
    assert 200 == (await program.carry(ADA, basic=basic)).status_code
    assert 2 == len(await numbers(operator, campaign["id"]))
    assert 401 == (await program.sign(ADA)).status_code


async def test_a_hook_that_takes_signatures_takes_no_secret(program: Program) -> None:
    """A secret that travels with each request proves less than one that never does."""
    assert 401 == (await program.carry(ADA)).status_code


async def test_a_message_that_comes_twice_adds_its_leads_once(
    program: Program, campaign: dict[str, Any]
) -> None:
    first = await program.sign(ADA)
    again = await program.sign(ADA, at=datetime.now(UTC) + timedelta(seconds=1))
    assert first.json() == again.json()
    assert 2 == len(await numbers(program.operator, campaign["id"]))
    other = await program.sign(ADA | {"phone": "+14155552679"})
    assert (409, "message_id_reused") == (other.status_code, other.json()["code"])


async def test_of_many_deliveries_at_once_one_adds_the_lead(
    program: Program, campaign: dict[str, Any]
) -> None:
    answers = await asyncio.gather(*(program.sign(ADA) for _ in range(12)))
    assert {200} == {answer.status_code for answer in answers}
    assert 1 == len({answer.json()["message_id"] for answer in answers})
    assert ["+14155552672", "+14155552673"] == await numbers(program.operator, campaign["id"])


async def test_without_an_id_a_number_is_a_lead_once(operator: Operator, campaign: dict[str, Any]) -> None:
    program = await hooked(operator, campaign["id"], proof="secret")
    reports = [(await program.carry(ADA)).json()["report"] for _ in range(2)]
    assert [(1, 0), (0, 1)] == [(each["accepted"], each["duplicates"]) for each in reports]
    named = [await program.carry(ADA, name="k") for _ in range(2)]
    assert named[0].json() == named[1].json()


@pytest.mark.parametrize("off", [timedelta(minutes=-6), timedelta(minutes=6), timedelta(days=-40_000 // 24)])
async def test_a_message_of_another_time_is_refused(program: Program, off: timedelta) -> None:
    assert 401 == (await program.sign(ADA, at=datetime.now(UTC) + off)).status_code


@pytest.mark.parametrize("off", [timedelta(minutes=-4), timedelta(minutes=4)])
async def test_clocks_may_differ(program: Program, off: timedelta) -> None:
    assert 200 == (await program.sign(ADA, at=datetime.now(UTC) + off)).status_code


async def test_forged_messages_change_nothing(program: Program, campaign: dict[str, Any]) -> None:
    """Each part of a signed message, altered; another hook's; none at all."""
    text_ = '{"phone": "+14155552673", "city": "Reno"}'
    good = signed(program.secret, text_, "msg_1") | {"content-type": "application/json"}
    other = await hooked(program.operator, campaign["id"])
    forged = [
        (text_.replace("2673", "2674"), good),
        (text_, good | {"webhook-id": "msg_2"}),
        (text_, good | {"webhook-timestamp": str(int(good["webhook-timestamp"]) + 1)}),
        (text_, good | {"webhook-timestamp": "now"}),
        (text_, good | {"webhook-timestamp": "٣"}),
        (text_, good | {"webhook-signature": good["webhook-signature"].replace("v1,", "v2,")}),
        (text_, good | {"webhook-signature": "v1,"}),
        (text_, good | {"webhook-signature": ""}),
        (text_, {name: value for name, value in good.items() if name != "webhook-signature"}),
        (text_, {name: value for name, value in good.items() if name != "webhook-id"}),
        (text_, signed(other.secret, text_, "msg_1")),
        (text_, {"authorization": f"Bearer {program.operator.key}"}),
        (text_, {"authorization": f"Bearer {program.secret}"}),
        ("\udcff", good),
    ]
    for body, headers in forged:
        sent = {name: value.encode() for name, value in headers.items()}
        answer = await program.post(body.encode(errors="surrogateescape"), sent)  # type: ignore[arg-type]
        assert 401 == answer.status_code, (body, headers, answer.text)
    assert 401 == (await post(program.operator, other.made["id"], text_.encode(), good)).status_code
    assert 1 == len(await numbers(program.operator, campaign["id"]))
    assert 200 == (await program.post(text_.encode(), good)).status_code


async def test_two_signatures_are_two_tries(program: Program) -> None:
    body = '{"phone": "+14155552673", "city": "Reno"}'
    good = signed(program.secret, body, "msg_1")
    both = good | {"webhook-signature": f"v1,bm9uZQ== {good['webhook-signature']}"}
    assert 200 == (await program.post(body.encode(), both)).status_code


async def test_while_a_secret_rotates_both_are_good_for_a_day(program: Program, operator: Operator) -> None:
    new = await operator.made(f"{PATH}/{program.made['id']}/secret", {})
    assert 200 == (await program.sign(ADA, name="old")).status_code
    assert 200 == (await program.sign(ADA, name="new", secret=new["secret"])).status_code
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("UPDATE lead_hooks SET former_until = now() WHERE id = :id"), {"id": program.made["id"]}
        )
    assert 401 == (await program.sign(ADA, name="old2")).status_code
    assert 200 == (await program.sign(ADA, name="new2", secret=new["secret"])).status_code


async def test_a_revoked_hook_is_gone_for_everybody(program: Program, operator: Operator) -> None:
    one = f"{PATH}/{program.made['id']}"
    assert 204 == (await operator.client.delete(one)).status_code
    assert 404 == (await program.sign(ADA)).status_code
    assert {404} == {
        (await operator.client.request(method, path)).status_code
        for method, path in (
            ("GET", one),
            ("DELETE", one),
            ("POST", f"{one}/secret"),
            ("GET", f"{one}/messages"),
        )
    }
    assert [] == (await operator.client.get(PATH)).json()["data"]


async def test_secrets_are_sealed(program: Program, operator: Operator) -> None:
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(text("SELECT h::text FROM lead_hooks h"))
        assert not any(program.secret.removeprefix("whsec_")[:10] in row for row in rows.scalars())


@pytest.mark.parametrize(
    ("host", "let_in"),
    [
        ("192.0.2.77", True),
        ("::ffff:192.0.2.77", True),
        ("2001:db8:7::1", True),
        ("198.51.100.7", False),
        ("2001:db8:8::1", False),
    ],
)
async def test_a_hook_is_taken_from_its_networks_only(
    operator: Operator, campaign: dict[str, Any], host: str, let_in: bool
) -> None:
    program = await hooked(operator, campaign["id"], networks=["192.0.2.0/24", "2001:db8:7::/48"])
    program.host = host
    assert (200 if let_in else 403) == (await program.sign(ADA)).status_code


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ("{", "application/json", 422, "json_invalid"),
        ("[]", "application/json", 422, "no_lead"),
        ("7", "application/json", 422, "no_object"),
        ('{"city": "Reno"}', "application/json", 422, "no_number_column"),
        ('{"+14155552671": "x"}', "application/json", 422, "no_header"),
        ('{"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}', "application/json", 422, "too_deep"),
        ("[" * 100_000, "application/json", 422, "json_invalid"),
        ("[" + ",".join(['{"phone": "1"}'] * 101) + "]", "application/json", 422, "too_many_leads"),
        ("a=" + "9" * 10 + "&b=1" * 300, FORM, 422, "unreadable"),
        ("phone=1", "text/plain", 415, "refused"),
        ('{"phone": "' + "1" * 500_000 + '"}', "application/json", 413, "too_large"),
    ],
)
async def test_what_is_no_lead_is_told_and_kept_nowhere(
    program: Program, campaign: dict[str, Any], body: str, kind: str, status: int, code: str
) -> None:
    answer = await program.sign(body, kind=kind)
    assert (status, code) == (answer.status_code, answer.json()["code"])
    assert [] == await messages(program)
    assert 1 == len(await numbers(program.operator, campaign["id"]))


async def test_a_campaign_that_is_over_takes_nothing(program: Program, campaign: dict[str, Any]) -> None:
    await program.operator.finish(campaign["id"])
    assert 409 == (await program.sign(ADA)).status_code
    assert [] == await messages(program)


async def messages(program: Program) -> list[dict[str, Any]]:
    answer = await program.operator.client.get(f"{PATH}/{program.made['id']}/messages")
    return list(answer.json()["data"])


async def test_while_a_list_is_read_a_message_waits_and_is_added_behind_it(
    program: Program, operator: Operator, campaign: dict[str, Any]
) -> None:
    """It was taken, so that it is not forgotten, whatever its program does next."""
    async with operator.tools.database.transaction() as session:
        listed = await begin_import(
            session, operator.account_id, campaign["id"], file_name="long.csv", replace=False
        )
    answers = [await program.sign(ADA) for _ in range(2)]
    assert [202, 202] == [answer.status_code for answer in answers]
    assert "waiting" == answers[0].json()["state"]
    await _take_waiting(operator.tools)
    [waiting] = await messages(program)
    assert ("waiting", None) == (waiting["state"], waiting["settled_at"])
    assert 204 != (await operator.client.delete(f"{PATH}/none")).status_code
    assert (await operator.client.delete(f"/api/lead-imports/{listed}")).is_success
    told = len(operator.workflows.updates)
    await asyncio.gather(*(_take_waiting(operator.tools) for _ in range(3)))
    [added] = await messages(program)
    assert "added" == added["state"]
    assert ["+14155552672", "+14155552673"] == await numbers(operator, campaign["id"])
    assert told + 1 == len(operator.workflows.updates)
    again = await program.sign(ADA)
    assert (200, added["import_id"]) == (again.status_code, again.json()["report"]["id"])
    assert await nothing_kept(operator)


async def nothing_kept(operator: Operator) -> bool:
    """Whether no message's words are kept any more."""
    async with operator.tools.database.transaction() as session:
        kept = await session.execute(
            text("SELECT count(*) FROM lead_hook_messages WHERE content_sealed IS NOT NULL")
        )
    return bool(kept.scalar_one() == 0)


async def test_a_message_whose_campaign_ends_while_it_waits_is_refused(
    program: Program, operator: Operator, campaign: dict[str, Any]
) -> None:
    async with operator.tools.database.transaction() as session:
        listed = await begin_import(
            session, operator.account_id, campaign["id"], file_name="long.csv", replace=False
        )
    await program.sign(ADA)
    assert (await operator.client.delete(f"/api/lead-imports/{listed}")).is_success
    await operator.finish(campaign["id"])
    await _take_waiting(operator.tools)
    [refused] = await messages(program)
    assert ("refused", "conflict") == (refused["state"], refused["refusal"])
    assert await nothing_kept(operator)
    assert "refused" == (await program.sign(ADA)).json()["state"]


async def test_a_message_is_added_when_the_process_that_read_the_list_has_died(
    program: Program, operator: Operator, campaign: dict[str, Any]
) -> None:
    """It was answered 202: it is not forgotten, however long it waited, and neither it nor an erasure waits for ever."""
    async with operator.tools.database.transaction() as session:
        listed = await begin_import(
            session, operator.account_id, campaign["id"], file_name="long.csv", replace=False
        )
    assert 202 == (await program.sign(ADA)).status_code
    await _pass(operator, "lead_hook_messages", "received_at", minutes=300)
    await _pass(operator, "lead_imports", "read_at", minutes=14)
    await _take_waiting(operator.tools)
    assert ["waiting"] == [message["state"] for message in await messages(program)]
    await _pass(operator, "lead_imports", "read_at", minutes=16)
    await _take_waiting(operator.tools)
    assert ["added"] == [message["state"] for message in await messages(program)]
    assert ["+14155552672", "+14155552673"] == await numbers(operator, campaign["id"])
    assert "failed" == (await operator.client.get(f"/api/lead-imports/{listed}")).json()["state"]


async def test_a_list_that_is_still_read_is_not_given_up(
    operator: Operator, campaign: dict[str, Any]
) -> None:
    """Each chunk that is stored says so; so does a list that is read again with other columns."""
    async with operator.tools.database.transaction() as session:
        listed = await begin_import(
            session, operator.account_id, campaign["id"], file_name="long.csv", replace=False
        )
    await _pass(operator, "lead_imports", "read_at", minutes=16)
    async with operator.tools.database.transaction() as session:
        await note_progress(session, operator.account_id, listed, ImportCounts(1, 1, 0, 0))
    await _take_waiting(operator.tools)
    assert "validating" == (await operator.client.get(f"/api/lead-imports/{listed}")).json()["state"]
    await _pass(operator, "lead_imports", "read_at", minutes=16)
    async with operator.tools.database.transaction() as session:
        await session.execute(text("UPDATE lead_imports SET state = 'asking' WHERE id = :id"), {"id": listed})
        await begin_again(session, operator.account_id, listed)
    await _take_waiting(operator.tools)
    assert "validating" == (await operator.client.get(f"/api/lead-imports/{listed}")).json()["state"]


async def _pass(operator: Operator, table: str, column: str, *, minutes: int) -> None:
    """So many minutes have gone by since."""
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text(f"UPDATE {table} SET {column} = now() - make_interval(mins => :minutes)"),
            {"minutes": minutes},
        )


async def test_a_hook_has_its_own_limit_and_strangers_have_theirs(
    program: Program, operator: Operator
) -> None:
    """A flood of a stranger's network uses up nothing of the program's."""
    elsewhere = somewhere()
    statuses = [
        (await post(operator, program.made["id"], b"{}", {}, host=elsewhere)).status_code for _ in range(601)
    ]
    assert {401, 429} == set(statuses)
    assert 429 == statuses[-1]
    answers = [await program.sign({"phone": "1", "city": "x"}, name=f"m{place}") for place in range(121)]
    assert {200} == {answer.status_code for answer in answers[:120]}
    assert 429 == answers[120].status_code
    assert int(answers[120].headers["retry-after"]) > 0
    assert "RateLimit" in answers[0].headers


async def test_nothing_of_a_message_is_read_before_its_program_may_send_one(
    program: Program, operator: Operator
) -> None:
    class Unread:
        def __aiter__(self) -> None:
            raise AssertionError("the body was read")

    transport = httpx.ASGITransport(application(operator.tools), client=(somewhere(), 1))
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL) as client:
        for hook in ("lh_none", program.made["id"]):
            answer = await client.post(f"/hooks/leads/{hook}", content=Unread())  # type: ignore[arg-type]
            assert answer.status_code in (401, 404)


async def test_what_is_answered_is_durable(program: Program, operator: Operator) -> None:
    """Rows of a file are committed later together; what comes at once is committed at once."""
    statements: list[str] = []
    engine = operator.tools.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    assert 200 == (await program.sign(ADA)).status_code
    assert statements
    assert not any("synchronous_commit" in each for each in statements)
