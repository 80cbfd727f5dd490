"""How people want to be contacted, as operators note it, see it on the lead and take it off again."""

from typing import Any

import pytest

from tests.api.conftest import Operator

NUMBER = "+14155552671"


async def noted(operator: Operator, **wished: Any) -> str:
    """The id of a new preference of the number's."""
    return str((await operator.made("/api/preferences", {"number": NUMBER, **wished}))["id"])


async def listed(operator: Operator, **filters: str) -> list[dict[str, Any]]:
    return list((await operator.client.get("/api/preferences", params=filters)).json()["data"])


async def test_a_preference_is_shown_with_its_words_and_the_last_of_a_kind_is_current(
    operator: Operator,
) -> None:
    await noted(
        operator, hours={"mon": ["17:00-24:00"], "sat": ["09:00-10:00", "12:00-13:00"]}, words="evenings"
    )
    await noted(operator, hours={"tue": ["00:00-24:00"]})
    newest, first = await listed(operator, number="+1 (415) 555-2671")
    assert ("when", "api", "evenings", False) == (
        first["kind"],
        first["source"],
        first["words"],
        first["current"],
    )
    assert {"mon": ["17:00-24:00"], "sat": ["09:00-10:00", "12:00-13:00"]} == first["hours"]
    assert ({"tue": ["00:00-24:00"]}, True, None) == (newest["hours"], newest["current"], newest["words"])
    assert [] == await listed(operator, number="+14155552672")


@pytest.mark.parametrize(
    ("wished", "shown"),
    [
        ({"hours": {"mon": ["17:00-24:00"]}}, {"kind": "when"}),
        ({"writing": []}, {"kind": "writing"}),
        ({"writing": ["email", "sms", "email"]}, {"kind": "writing", "writing": ["email", "sms"]}),
        ({"every_days": 7.5}, {"kind": "how_often"}),
    ],
)
async def test_a_preference_is_shown_as_what_it_is_and_nothing_else(
    operator: Operator, wished: dict[str, Any], shown: dict[str, Any]
) -> None:
    kept = await noted(operator, words="  as they said ", **wished)
    nothing = dict.fromkeys(("hours", "writing", "every_days", "call_id", "attempt_id"))
    rest = {"understood": True, "current": True, "source": "api", "words": "as they said"}
    [told] = await listed(operator)
    assert {"id": kept, "number": NUMBER, **nothing, **rest, **wished, **shown} == {
        name: value for name, value in told.items() if name not in ("said_at", "created_at")
    }


@pytest.mark.parametrize(
    "wished, code, pointer",
    [
        ({"hours": {}}, "never", "/hours"),
        ({"hours": {"mon": ["20:00-09:00"]}}, None, "/hours"),
        ({"hours": {"mon": ["25:00-26:00"]}}, None, "/hours"),
        ({"hours": {"monday": ["09:00-10:00"]}}, None, None),
        ({"every_days": 0}, None, "/every_days"),
        ({"every_days": 367}, None, "/every_days"),
        ({"writing": ["fax"]}, None, "/writing/0"),
        ({"writing": [], "number": "nonsense"}, None, "/number"),
    ],
)
async def test_what_is_no_preference_is_refused_with_its_place(
    operator: Operator, wished: dict[str, Any], code: str | None, pointer: str | None
) -> None:
    refused = await operator.client.post("/api/preferences", json={"number": NUMBER, **wished})
    assert 422 == refused.status_code
    (error,) = refused.json()["errors"]
    assert code in (None, error["code"])
    assert pointer is None or pointer.strip("/") == error["pointer"].strip("/")
    assert [] == await listed(operator)


@pytest.mark.parametrize("wished", [{}, {"writing": [], "every_days": 7}])
async def test_one_thing_is_wished_at_a_time(operator: Operator, wished: dict[str, Any]) -> None:
    refused = await operator.client.post("/api/preferences", json={"number": NUMBER, **wished})
    assert (422, "one_of") == (refused.status_code, refused.json()["code"])
    assert [] == await listed(operator)


async def test_a_lead_shows_what_its_person_prefers(operator: Operator) -> None:
    campaign = await operator.made(
        "/api/campaigns", {"name": "spring", "default_region": "US", **await operator.parts()}
    )
    await operator.upload(campaign["id"], b"phone,city\n+14155552671,Reno\n", rules="simulation")
    await noted(operator, writing=["email"], words="mail me")
    [lead] = (await operator.client.get(f"/api/campaigns/{campaign['id']}/leads")).json()["data"]
    shown = (await operator.client.get(f"/api/leads/{lead['id']}")).json()
    assert lead == {name: value for name, value in shown.items() if name != "preferences"}
    assert [("mail me", ["email"])] == [(each["words"], each["writing"]) for each in shown["preferences"]]


async def test_a_removed_preference_is_gone_with_what_it_replaced(operator: Operator) -> None:
    await noted(operator, every_days=7)
    often, writing = await noted(operator, every_days=30), await noted(operator, writing=[])
    for _ in range(2):
        assert 204 == (await operator.client.delete(f"/api/preferences/{often}")).status_code
    assert [writing] == [each["id"] for each in await listed(operator)]


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_what_was_wished_later_stays_when_an_earlier_wish_is_removed(
    operator: Operator, place: int
) -> None:
    """Nor is anything gone that somebody else wished."""
    wished = [await noted(operator, every_days=days) for days in (7, 30, 90)]
    other = await operator.made("/api/preferences", {"number": "+14155552672", "every_days": 7})
    assert 204 == (await operator.client.delete(f"/api/preferences/{wished[place]}")).status_code
    assert [other["id"], *reversed(wished[place + 1 :])] == [each["id"] for each in await listed(operator)]


async def test_preferences_are_their_accounts_alone(operator: Operator, stranger: Operator) -> None:
    kept = await noted(operator, writing=[])
    assert [] == await listed(stranger)
    assert 404 == (await stranger.client.delete(f"/api/preferences/{kept}")).status_code
    assert [kept] == [each["id"] for each in await listed(operator)]
