"""What people agreed to, as operators and programs enter it, see it and take it back: as easily as it was given."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.conftest import Operator

NUMBER = "+14155552671"
AGREED = {"basis": "express", "purposes": ["survey"], "channels": ["voice"]}
BEFORE = "2026-11-02T16:30:00Z"


def ahead(days: int) -> str:
    """A moment so far from now."""
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


async def given(operator: Operator, **said: Any) -> str:
    """The id of a new consent of the number's."""
    return str((await operator.made("/api/consents", {"number": NUMBER, **AGREED, **said}))["id"])


async def ledger(operator: Operator) -> list[dict[str, Any]]:
    return list((await operator.client.get("/api/consents", params={"number": NUMBER})).json()["data"])


async def test_a_consent_is_shown_with_the_words_it_was_given_to(operator: Operator) -> None:
    """And who entered it; requirement 113."""
    words = {"name": "newsletter", "text": "I agree to calls by an AI voice."}
    [first, second] = [await operator.made("/api/consent-texts", words) for _ in range(2)]
    assert [("newsletter", 1), ("newsletter", 2)] == [
        (each["name"], each["version"]) for each in (first, second)
    ]
    shown = (await operator.client.get("/api/consent-texts")).json()["data"]
    assert [words["text"]] * 2 == [each["text"] for each in shown]
    consent = await given(
        operator,
        basis="written",
        purposes=["marketing", "survey", "marketing"],
        text_id=first["id"],
        given_at=BEFORE,
        expires_at=ahead(9),
        evidence=" form 7 ",
    )
    [line] = await ledger(operator)
    nothing = dict.fromkeys(("import_id", "lead_id", "withdraws"))
    assert {
        "id": consent,
        "number": NUMBER,
        "kind": "given",
        "basis": "written",
        "purposes": ["marketing", "survey"],
        "channels": ["voice"],
        "holds": True,
        "at": BEFORE,
        "text_id": first["id"],
        "source": "api",
        "evidence": "form 7",
        **nothing,
    } == {name: value for name, value in line.items() if name not in ("actor", "expires_at", "created_at")}
    assert line["actor"].startswith("key_")


async def test_no_more_than_a_number_takes_everything_back(operator: Operator) -> None:
    """What is given afterwards holds; requirement 113."""
    await given(operator)
    await operator.made("/api/consents/withdrawals", {"number": NUMBER})
    taken, was = await ledger(operator)
    assert ("withdrawn", [], [], False) == tuple(
        taken[name] for name in ("kind", "purposes", "channels", "holds")
    )
    assert not was["holds"]
    again = await given(operator)
    assert [again] == [line["id"] for line in await ledger(operator) if line["holds"]]


@pytest.mark.parametrize(
    "said, holds",
    [
        ({"purposes": ["survey"]}, False),
        ({"purposes": ["marketing"]}, True),
        ({"channels": ["voice"], "evidence": "letter"}, False),
        ({"channels": ["sms"]}, True),
        ({"withdrawn_at": BEFORE}, True),
    ],
)
async def test_a_withdrawal_ends_what_it_is_about(
    operator: Operator, said: dict[str, Any], holds: bool
) -> None:
    await given(operator)
    await operator.made(
        "/api/consents/withdrawals", {"number": "(415) 555-2671", "default_region": "US", **said}
    )
    taken, was = await ledger(operator)
    assert (holds, said.get("evidence", "")) == (was["holds"], taken["evidence"])


@pytest.mark.parametrize("body", [None, {}, {"evidence": "by phone"}])
async def test_one_consent_is_taken_back_by_its_name(operator: Operator, body: dict[str, Any] | None) -> None:
    consent = await given(operator, given_at=BEFORE)
    answer = await operator.client.post(f"/api/consents/{consent}/withdrawal", json=body)
    taken, was = await ledger(operator)
    assert (201, taken["id"], consent, False) == (
        answer.status_code,
        answer.json()["id"],
        taken["withdraws"],
        was["holds"],
    )
    assert (body or {}).get("evidence", "") == taken["evidence"]
    early = {"withdrawn_at": "2026-11-02T16:29:59Z"}
    refused = await operator.client.post(f"/api/consents/{consent}/withdrawal", json=early)
    assert (422, "/withdrawn_at") == (refused.status_code, refused.json()["errors"][0]["pointer"])
    absent = await operator.client.post("/api/consents/cons_none/withdrawal")
    assert 404 == absent.status_code


REFUSED = [
    ("", {**AGREED, "purposes": []}, "/purposes"),
    ("", {**AGREED, "channels": []}, "/channels"),
    ("", {**AGREED, "channels": ["fax"]}, "/channels/0"),
    ("", {**AGREED, "basis": "none"}, "/basis"),
    ("", {**AGREED, "given_at": ahead(1)}, "/given_at"),
    ("", {**AGREED, "expires_at": ahead(-1)}, "/expires_at"),
    ("", {**AGREED, "given_at": BEFORE, "expires_at": BEFORE}, "/expires_at"),
    ("", {**AGREED, "text_id": "ctext_none"}, "/text_id"),
    ("", {**AGREED, "number": "nonsense"}, "/number"),
    ("/withdrawals", {"number": "nonsense"}, "/number"),
    ("/withdrawals", {"withdrawn_at": ahead(1)}, "/withdrawn_at"),
    ("/withdrawals", {"purposes": []}, "/purposes"),
    ("/withdrawals", {"channels": []}, "/channels"),
]


@pytest.mark.parametrize("path, said, pointer", REFUSED, ids=map(str, range(len(REFUSED))))
async def test_what_can_be_no_line_of_the_ledger_is_refused_with_its_place(
    operator: Operator, path: str, said: dict[str, Any], pointer: str
) -> None:
    refused = await operator.client.post(f"/api/consents{path}", json={"number": NUMBER, **said})
    assert (422, pointer) == (refused.status_code, refused.json()["errors"][0]["pointer"])
    assert [] == await ledger(operator)


US = {"country": "US", "state": "TX", "timezone": "America/Chicago"}


async def test_what_was_withdrawn_is_not_given_again_by_a_list_that_does_not_say_when(
    operator: Operator,
) -> None:
    """One number in two lists, with a consent and without; then it is withdrawn, and the first list comes again. A consent of now
    is what it takes."""

    async def refused_for() -> list[str]:
        found = (await operator.client.get(f"/api/campaigns/{campaign['id']}/preflight")).json()
        return [reason["code"] for reason in found["refused_because"]]

    async def called_for(rows: bytes) -> dict[str, Any]:
        campaign = await operator.campaign(**parts)
        staged = (await operator.upload(campaign["id"], rows)).json()
        await operator.made(f"/api/lead-imports/{staged['id']}/commit", {})
        return campaign

    parts = await operator.parts()
    header, row = b"phone,city,country,state,consent\n", b"+14155552671,Reno,US,NV,"
    campaign = await called_for(header + row + b"\n")
    assert ["consent_missing"] == await refused_for()
    await called_for(header + row + b"yes\n")
    assert [] == await refused_for(), "the person agreed, whichever list says so"
    await operator.made("/api/consents/withdrawals", {"number": NUMBER})
    campaign = await called_for(header + row + b"yes\n")
    assert ["consent_withdrawn"] == await refused_for()
    assert ["import", "api", "import"] == [line["source"] for line in await ledger(operator)]
    await given(operator)
    assert [] == await refused_for()


async def test_a_single_call_rests_on_what_its_order_says_until_that_is_withdrawn(operator: Operator) -> None:
    order = {
        **await operator.parts(),
        "to": NUMBER,
        "variables": {"city": "Reno"},
        "consents": ["express"],
        "at": ahead(2),
        **US,
    }
    call = await operator.made("/api/calls/outbound/schedule", order)
    [line] = await ledger(operator)
    assert ("call", call["lead_id"], None) == (line["source"], line["lead_id"], line["at"])
    await operator.made("/api/consents/withdrawals", {"number": NUMBER})
    refused = await operator.client.post("/api/calls/outbound/schedule", json=order)
    assert (409, "may_not_be_called") == (refused.status_code, refused.json()["code"])
    assert "withdrew" in refused.json()["detail"]
