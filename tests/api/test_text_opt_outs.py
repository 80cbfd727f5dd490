"""STOP by text message binds, whatever is away when it comes: the database, or we ourselves. Law 4."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
import pytest_asyncio

from api.live_events import Tail
from api.tools import ApiTools
from api.upkeep import upkeep
from api.webhooks.text_opt_outs import read_missed
from database.inbox_marks import mark_read, read_until
from database.preferences import PreferenceView, list_preferences, remove_preference
from database.sealing import CannotOpen
from domain.identifiers import AccountId
from domain.preferences import PreferenceKind
from providers.carriers.demonstration import DemonstrationNumbers
from providers.carriers.twilio.account import TwilioAccount
from providers.errors import ProviderUnavailable
from providers.messaging.contract import Inbox, WrittenWish
from providers.messaging.twilio_inbox import TwilioInbox
from providers.telephony import Telephony
from simulators.phone_network.twilio.messages import TextMessages
from simulators.serving import serve_world
from simulators.settings import Credentials, WorldSettings
from startup.connections import Connections
from tests.api.conftest import Operator
from tests.api.dialled_call import DialledCall
from tests.api.dialled_call import dialled as dialled
from tests.api.outages import be_away

pytestmark = pytest.mark.long

PERSON, OURS = "+14155552672", "+14155552671"
NOBODY_LISTENS = "http://127.0.0.1:9/sms-inbound"
A_WHILE_AGO = timedelta(minutes=30)


@dataclass
class Texting:
    """The simulated network whose messages the tools read."""

    operator: Operator
    tools: ApiTools
    messages: TextMessages

    async def write(self, body: str) -> None:
        """A person writes while our webhook is away."""
        await self.messages.arrive(from_=PERSON, to=OURS, body=body, webhook=NOBODY_LISTENS)

    async def mark(self, ago: timedelta = A_WHILE_AGO, owner: str = "") -> None:
        """All was well until a while ago. owner: whose connection it is through which the list is read, none for ours."""
        async with self.tools.database.transaction() as session:
            await mark_read(session, f"{owner}{self.inbox.account}", datetime.now(UTC) - ago)

    async def read_until(self) -> datetime | None:
        """Up to when the list is known to be read."""
        async with self.tools.database.transaction() as session:
            return await read_until(session, self.inbox.account)

    @property
    def inbox(self) -> Inbox:
        """The installation's list."""
        inbox = self.tools.connections.installation("twilio").inbox
        assert inbox is not None
        return inbox


@pytest_asyncio.fixture
async def texting(operator: Operator, tools: ApiTools) -> AsyncIterator[Texting]:
    """An operator with a caller number, and a network of messages."""
    await operator.parts()
    credentials = Credentials()
    async with serve_world(WorldSettings()) as world:
        account = TwilioAccount(
            credentials.twilio_account_sid,
            credentials.twilio_auth_token,
            base_url=world.base_url,
            demonstration_numbers=DemonstrationNumbers(),
        )
        async with aclosing(account):
            reading = _reading(tools, _OfAnAccountOfItsOwn(TwilioInbox(account)))
            yield Texting(operator, reading, world.world.messages)


@dataclass
class _WithInbox:
    """The connections, of which the installation's has another list of messages, and none with other carriers. own: lists
    of accounts' own connections."""

    connections: Connections
    inbox: Inbox
    own: Sequence[tuple[AccountId, Inbox]] = ()

    def installation(self, vendor: str) -> Telephony:
        inbox = self.inbox if vendor == "twilio" else None
        return replace(self.connections.installation("twilio"), inbox=inbox)

    async def own_telephony(self) -> list[Telephony]:
        # Not those of the rows: others' tests have connections, to accounts that are nowhere.
        installation = self.connections.installation("twilio")
        return [replace(installation, account_id=owner, inbox=inbox) for owner, inbox in self.own]


def _reading(tools: ApiTools, inbox: Inbox, *own: tuple[AccountId, Inbox]) -> ApiTools:
    return replace(tools, connections=cast("Connections", _WithInbox(tools.connections, inbox, own)))


@dataclass
class _OfAnAccountOfItsOwn:
    """The simulated account's list, noted under a name that no other test reads."""

    inbox: Inbox
    account: str = field(default_factory=lambda: f"AC{os.urandom(8).hex()}")

    async def wishes(self, *, since: datetime) -> list[WrittenWish]:
        return await self.inbox.wishes(since=since)


async def _channels(operator: Operator) -> list[str]:
    listed = await operator.client.get("/api/dnc", params={"number": PERSON})
    return [entry["channel"] for entry in listed.json()["data"]]


async def test_what_was_written_during_an_outage_binds_after_it(texting: Texting) -> None:
    """Through the list of upkeep that production runs."""
    await texting.mark()
    await texting.write("Stop.")
    async with upkeep(texting.tools, Tail()), asyncio.timeout(10):
        while await _channels(texting.operator) != ["all"]:
            continue


async def test_what_was_written_and_when_is_kept_though_it_is_read_later(texting: Texting) -> None:
    await texting.mark()
    before = datetime.now(UTC).replace(microsecond=0)
    await texting.write("Stop!")
    await read_missed(texting.tools)
    [entry] = (await texting.operator.client.get("/api/dnc", params={"number": PERSON})).json()["data"]
    assert "Stop!" == entry["words"]
    assert before <= datetime.fromisoformat(entry["said_at"]) <= datetime.now(UTC)


async def test_a_message_that_is_read_twice_does_not_undo_what_an_operator_decided(texting: Texting) -> None:
    await texting.mark()
    await texting.write("Stop.")
    await read_missed(texting.tools)
    listed = await texting.operator.client.get("/api/dnc", params={"number": PERSON})
    await texting.operator.client.delete(f"/api/dnc/{listed.json()['data'][0]['id']}")
    await read_missed(texting.tools)
    assert [] == await _channels(texting.operator)


@pytest.mark.parametrize("times", [1, 2])
async def test_what_somebody_wrote_outlives_what_an_operator_had_entered_before(
    texting: Texting, times: int
) -> None:
    """Whoever takes an operator's entry off the list takes nobody's own word with it."""
    client = texting.operator.client
    await texting.operator.made("/api/dnc", {"numbers": [PERSON], "channel": "all"})
    [before] = (await client.get("/api/dnc", params={"number": PERSON})).json()["data"]
    await texting.mark()
    await texting.write("Stop.")
    for _ in range(times):
        await read_missed(texting.tools)
    await client.delete(f"/api/dnc/{before['id']}")
    [after] = (await client.get("/api/dnc", params={"number": PERSON})).json()["data"]
    assert ("api", "sms", "Stop.") == (before["source"], after["source"], after["words"])
    await texting.operator.made("/api/dnc", {"numbers": [PERSON], "channel": "all"})
    assert [after] == (await client.get("/api/dnc", params={"number": PERSON})).json()["data"]


async def test_start_lifts_only_what_was_decided_before_it(texting: Texting) -> None:
    await texting.mark()
    await texting.write("Start")
    await texting.operator.made("/api/dnc", {"numbers": [PERSON], "channel": "sms"})
    await read_missed(texting.tools)
    assert ["sms"] == await _channels(texting.operator)


async def test_stop_binds_every_channel_though_an_operator_listed_one_since(texting: Texting) -> None:
    """An entry for text messages alone, made before the list was read, left the person to be called."""
    await texting.mark()
    await texting.write("Stop.")
    await texting.operator.made("/api/dnc", {"numbers": [PERSON], "channel": "sms"})
    await read_missed(texting.tools)
    assert {"all", "sms"} == set(await _channels(texting.operator))


async def test_how_somebody_wants_to_be_contacted_is_kept_when_they_write_it_and_once(
    texting: Texting,
) -> None:
    """Though the list is read again, and an operator has removed one of them since."""
    account_id, ring = texting.operator.account_id, texting.tools.key_ring
    await texting.mark()
    await texting.write("Please text me instead of calling\n> Text me instead. Once a week is enough.")
    await texting.write("and never before ten")
    await texting.write("Loved \u201cOnce a week is enough\u201d")

    async def kept() -> list[PreferenceView]:
        await read_missed(texting.tools)
        async with texting.tools.database.transaction() as session:
            return await list_preferences(session, account_id, ring, number=PERSON, before=None, limit=9)

    assert {PreferenceKind.WRITING, PreferenceKind.WHEN} == {one.value.kind for one in await kept()}
    when, writing = sorted(await kept(), key=lambda one: one.value.kind)
    assert ("Please text me instead of calling.", "sms") == (writing.phrase, writing.source)
    async with texting.tools.database.transaction() as session:
        await remove_preference(session, account_id, when.id, datetime.now(UTC))
    assert [writing] == await kept()
    assert [] == await _channels(texting.operator), "no opt-out"


async def test_every_carriers_list_is_read(texting: Texting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 4: the installation may have an account with each, and the first one's may have no list."""
    monkeypatch.setattr("api.webhooks.text_opt_outs.CARRIERS", ("another", "twilio"))
    await texting.mark()
    await texting.write("Stop.")
    await read_missed(texting.tools)
    assert ["all"] == await _channels(texting.operator)


async def test_what_is_written_to_an_accounts_own_connection_binds_there_alone(
    texting: Texting, stranger: Operator
) -> None:
    """Both call from the same number, through the same account with the carrier; each has read its list up to elsewhere."""
    await stranger.parts()
    own, theirs = texting.operator.account_id, stranger.account_id
    nothing = _WrittenMeanwhile("AC of the installation")
    tools = _reading(texting.tools, nothing, (own, texting.inbox), (theirs, texting.inbox))
    await texting.mark(owner=f"{own}/")
    await texting.write("Stop.")
    await read_missed(tools)
    assert (["all"], []) == (await _channels(texting.operator), await _channels(stranger))
    await texting.mark(owner=f"{theirs}/")
    assert [] == await _channels(stranger)


async def test_a_list_that_cannot_be_read_holds_no_other_up_and_the_first_is_told_of(
    texting: Texting,
) -> None:
    away = [_AwayOnce(texting.inbox, ProviderUnavailable(code=code)) for code in ("first", "second")]
    owner = texting.operator.account_id
    tools = _reading(texting.tools, away[0], (owner, away[1]), (owner, texting.inbox))
    for each in ("", f"{owner}/"):
        await texting.mark(owner=each)
    await texting.write("Stop.")
    with pytest.raises(ProviderUnavailable) as told:
        await read_missed(tools)
    assert "first" == told.value.code
    assert ["all"] == await _channels(texting.operator)


async def test_what_came_a_moment_before_the_list_was_read_is_read_again(texting: Texting) -> None:
    """Clocks differ, and a list shows a message a moment after it came."""
    await texting.mark(ago=timedelta(minutes=-1))
    await texting.write("Stop.")
    await read_missed(texting.tools)
    assert ["all"] == await _channels(texting.operator)


async def test_start_lifts_what_bars_text_messages_and_nothing_else(dialled: DialledCall) -> None:
    for channel in ("all", "voice", "sms"):
        await dialled.operator.made("/api/dnc", {"numbers": [PERSON], "channel": channel})
    form = {"MessageSid": "SM1", "From": PERSON, "To": OURS, "Body": "START"}
    assert 200 == (await dialled.twilio("/api/webhooks/twilio/sms-inbound", form)).status_code
    assert {"all", "voice"} == set(await _channels(dialled.operator))


async def test_who_writes_to_one_number_of_ours_is_not_barred_from_another(dialled: DialledCall) -> None:
    """The numbers are not taken for each other either."""
    form = {"MessageSid": "SM1", "From": OURS, "To": PERSON, "Body": "STOP"}
    assert 200 == (await dialled.twilio("/api/webhooks/twilio/sms-inbound", form)).status_code
    assert [] == await _channels(dialled.operator)


async def test_the_first_reading_only_notes_where_to_begin(texting: Texting) -> None:
    await texting.write("Stop.")
    await read_missed(texting.tools)
    assert await texting.read_until() is not None
    assert [] == await _channels(texting.operator)


async def test_what_a_provider_that_is_away_did_not_show_counts_as_not_read(texting: Texting) -> None:
    await texting.mark()
    await texting.write("Stop.")
    tools, until = _reading(texting.tools, _AwayOnce(texting.inbox)), await texting.read_until()
    with pytest.raises(ProviderUnavailable):
        await read_missed(tools)
    assert until == await texting.read_until(), "however long it takes"
    await read_missed(tools)
    assert ["all"] == await _channels(texting.operator)


@pytest.mark.parametrize(
    "error",
    [ProviderUnavailable(), CannotOpen(), ConnectionRefusedError()],
    ids=["a provider", "a bad row", "the database"],
)
async def test_what_fails_in_the_upkeep_does_not_end_it_and_is_done_once_more(
    texting: Texting, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """The process would end with it."""
    monkeypatch.setattr("api.upkeep.READ_EVERY", 0.05)
    await texting.mark()
    await texting.write("Stop.")
    tools = _reading(texting.tools, _AwayOnce(texting.inbox, error))
    async with upkeep(tools, Tail()), asyncio.timeout(10):
        while await _channels(texting.operator) != ["all"]:
            continue


@dataclass
class _AwayOnce:
    """A list that cannot be had the first time."""

    inbox: Inbox
    error: Exception = field(default_factory=ProviderUnavailable)
    was_asked: bool = False

    @property
    def account(self) -> str:
        return self.inbox.account

    async def wishes(self, *, since: datetime) -> list[WrittenWish]:
        if self.was_asked:
            return await self.inbox.wishes(since=since)
        self.was_asked = True
        raise self.error


async def test_what_comes_while_the_list_is_read_is_read_the_next_time(texting: Texting) -> None:
    await texting.mark()
    inbox = _WrittenMeanwhile(texting.inbox.account)
    await read_missed(_reading(texting.tools, inbox))
    until = await texting.read_until()
    assert until is not None
    assert inbox.was_read_at is not None
    assert until <= inbox.was_read_at


@dataclass
class _WrittenMeanwhile:
    """A list that shows nothing of what comes after it was read."""

    account: str
    was_read_at: datetime | None = None

    async def wishes(self, *, since: datetime) -> list[WrittenWish]:
        self.was_read_at = datetime.now(UTC)
        return []


@pytest.mark.parametrize("failures", [1, 3])
async def test_stop_waits_out_an_outage_within_the_webhook(
    dialled: DialledCall, failures: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twilio does not repeat it; before, two immediate tries were all."""
    form = {"MessageSid": "SM1", "From": PERSON, "To": OURS, "Body": "Stop"}
    be_away(dialled.operator.tools.database, failures, monkeypatch)
    answer = await dialled.twilio("/api/webhooks/twilio/sms-inbound", form)
    assert (200, ["all"]) == (answer.status_code, await _channels(dialled.operator))


async def test_a_report_of_a_kept_message_waits_out_an_outage(
    dialled: DialledCall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """21610: the person told Twilio to stop."""
    await dialled.run(
        f"INSERT INTO messages (id, account_id, call_id, rule, state) SELECT 'msg_{dialled.call_id}',"
        f" account_id, id, 0, 'sent' FROM calls WHERE id = '{dialled.call_id}'"
    )
    form = {"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "21610"}
    be_away(dialled.operator.tools.database, 3, monkeypatch)
    answer = await dialled.twilio(f"/api/webhooks/twilio/sms/msg_{dialled.call_id}", form)
    assert (204, ["all"]) == (answer.status_code, await _channels(dialled.operator))
    kept = await dialled.row(
        "SELECT m.state, m.reason, s.source, s.call_id FROM attempts a JOIN messages m ON m.call_id = a.call_id "
        "JOIN suppressions s ON s.account_id = a.account_id WHERE a.id = :id"
    )
    assert ("failed", "21610", "sms", dialled.call_id) == tuple(kept)


@pytest.mark.parametrize(
    "status, code, state",
    [("sent", "", "sent"), ("delivered", "", "delivered"), ("undelivered", "30006", "failed")],
)
async def test_how_a_message_fared_is_kept_and_bars_nobody(
    dialled: DialledCall, status: str, code: str, state: str
) -> None:
    await dialled.run(
        f"INSERT INTO messages (id, account_id, call_id, rule, state) SELECT 'msg_{dialled.call_id}',"
        f" account_id, id, 0, 'sent' FROM calls WHERE id = '{dialled.call_id}'"
    )
    form = {"MessageSid": "SM1", "MessageStatus": status, "ErrorCode": code}
    answer = await dialled.twilio(f"/api/webhooks/twilio/sms/msg_{dialled.call_id}", form)
    kept = await dialled.row(
        "SELECT m.state, m.reason FROM attempts a JOIN messages m ON m.call_id = a.call_id WHERE a.id = :id"
    )
    assert (204, state, code or None) == (answer.status_code, *kept)
    assert [] == await _channels(dialled.operator)
