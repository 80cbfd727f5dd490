"""What is made up and sent to the doors that strangers may knock at: crafted access tokens, forged callbacks and hook messages; between
them genuine ones, each of which must be taken."""

import json
import os
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx
import jwt
from standardwebhooks import Webhook
from twilio.request_validator import RequestValidator

from benchmarks.access.people import signed_in, somewhere
from benchmarks.report import Figure, Measured
from benchmarks.stage import Say, Stage
from database.sealing import KeyRing
from domain.access import Role
from providers.carriers.twilio.addresses import HOOKS
from startup.access_tokens import PURPOSE
from tests.startup.crafted_tokens import Forge

FORGED: Final = 2_000
GENUINE: Final = 100
_BETWEEN: Final = FORGED // GENUINE
_REFUSED: Final = (401, 403)
_SIGNATURE: Final = "X-Twilio-Signature"


@dataclass(frozen=True, slots=True)
class Message:
    """One request to a door; headers: its proof with them."""

    path: str
    body: str
    headers: Mapping[str, str]

    def but(self, *, body: str | None = None, **headers: str | None) -> "Message":
        """The same with another body or other headers; None leaves one out."""
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        kept = {name: value for name, value in {**self.headers, **changed}.items() if value is not None}
        return Message(self.path, self.body if body is None else body, kept)


async def measure(stage: Stage, say: Say) -> Measured:
    """Tokens after one that is good; forged messages by turns, with a genuine one after every twentieth."""
    tokens = await _crafted(stage)
    taken = [name for name, token in tokens.items() if await _status(stage, token) != 401]
    doors: list[Hook | Carrier] = [await _hook(stage), _carrier(stage)]
    chance = random.Random(13)
    accepted: list[str] = []
    refused: list[str] = []
    for turn in range(FORGED):
        door = doors[turn % len(doors)]
        name, message = forged(door.message(f"forged {turn}"), chance)
        status = await _sent(stage, message)
        if status not in _REFUSED:
            accepted.append(f"{name}: {status}")
        if turn % _BETWEEN == 0:
            door = doors[turn // _BETWEEN % len(doors)]
            status = await _sent(stage, door.message(f"genuine {turn}"))
            if not 200 <= status < 300:
                refused.append(f"{type(door).__name__}: {status}")
    say(f"{len(tokens)} crafted tokens, {FORGED} forged messages, {GENUINE} genuine ones")
    return Measured(
        [
            Figure("crafted tokens", len(tokens), "tokens", 40, "at least"),
            Figure("crafted tokens accepted", len(taken), f"of {len(tokens)}", 0),
            Figure("webhooks forged accepted", len(accepted), f"of {FORGED}", 0),
            Figure("webhooks genuine refused", len(refused), f"of {GENUINE}", 0),
        ],
        {"tokens": taken, "accepted": accepted, "refused": refused},
        [*taken, *sorted(set(accepted)), *sorted(set(refused))],
    )


async def _crafted(stage: Stage) -> dict[str, str]:
    """Of a session that is good, by the keys that the system itself signs with."""
    environment = stage.system.environment
    keys = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"]).derived(
        PURPOSE
    )
    person = await signed_in(stage, Role.ADMIN)
    if await _status(stage, person.access_token) != 200:
        raise RuntimeError("A good token was refused: nothing is proved by refusing others.")
    claims = jwt.decode(person.access_token, options={"verify_signature": False})
    return Forge(person.access_token, claims, keys[keys.signing], keys.signing, os.urandom(32)).tokens()


async def _status(stage: Stage, token: str) -> int:
    return (await stage.api.get("/me", headers={"Authorization": f"Bearer {token}".strip()})).status_code


class Hook:
    """A program that signs what it adds to a campaign, by the standard's own library."""

    def __init__(self, hook_id: str, secret: str) -> None:
        self._path, self._secret = f"/hooks/leads/{hook_id}", secret

    def message(self, name: str) -> Message:
        """A lead, the same each time: one of them is added, and the others are told to be there."""
        body = json.dumps({"phone": "+12025550123", "first_name": "Ann"})
        return Message(self._path, body, {"content-type": "application/json", **self._signed(name, body)})

    def _signed(self, name: str, body: str) -> dict[str, str]:
        at = datetime.now(UTC)
        return {
            "webhook-id": name,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Webhook(self._secret).sign(name, at, body),
        }


class Carrier:
    """The carrier, telling of a leg by the address of the whole account, signed by the carrier's own library."""

    def __init__(self, public_url: str, token: str) -> None:
        self._path, self._validator = f"/api{HOOKS}", RequestValidator(token)
        self._url = f"{public_url}{self._path}"

    def message(self, name: str) -> Message:
        """A leg that moved on."""
        form = {
            "CallSid": f"CA{name.encode().hex():0<32}"[:34],
            "CallStatus": "ringing",
            "SequenceNumber": "1",
        }
        body = str(httpx.QueryParams(form))
        headers = {"content-type": "application/x-www-form-urlencoded"}
        return Message(
            self._path,
            body,
            headers | {"x-twilio-signature": self._validator.compute_signature(self._url, form)},
        )


async def _hook(stage: Stage) -> Hook:
    campaign_id = await stage.empty_campaign(await stage.parts(lines=1, calls_per_second=1))
    made = await stage.post("/lead-hooks", {"campaign_id": campaign_id, "rules": "simulation"})
    return Hook(made["id"], made["secret"])


def _carrier(stage: Stage) -> Carrier:
    environment = stage.system.environment
    return Carrier(environment["OUTBOUND_PUBLIC_URL"], environment["TWILIO_AUTH_TOKEN"])


def forged(message: Message, chance: random.Random) -> tuple[str, Message]:
    """The message with one thing altered, by what that is; its proof fits no more."""
    return chance.choice(list(_forgeries(message, chance)))


def _forgeries(message: Message, chance: random.Random) -> Iterator[tuple[str, Message]]:
    proof = "webhook-signature" if "webhook-signature" in message.headers else "x-twilio-signature"
    said = message.headers[proof]
    place = chance.randrange(len(message.body))
    other = chr((ord(message.body[place]) - 32 + chance.randrange(1, 90)) % 94 + 33)
    yield "a sign of the body", message.but(body=message.body[:place] + other + message.body[place + 1 :])
    yield "more behind the body", message.but(body=message.body + "&a=b")
    yield "half a body", message.but(body=message.body[: len(message.body) // 2])
    place = chance.randrange(len("v1,"), len(said) - 3)
    letter = "A" if said[place] != "A" else "B"
    altered = said[:place] + letter + said[place + 1 :]
    for name, value in {
        "a letter of the proof": altered,
        "no proof": None,
        "an empty proof": "",
        "half a proof": said[: len(said) // 2],
        "the proof reversed": said[::-1],
        "a proof by chance": f"v1,{os.urandom(32).hex()}",
    }.items():
        yield name, message.but(**{proof: value})
    if "webhook-id" in message.headers:
        yield from _of_hooks(message, said)


def _of_hooks(message: Message, said: str) -> Iterator[tuple[str, Message]]:
    stamp = int(message.headers["webhook-timestamp"])
    now = datetime.now(UTC)
    stranger = Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    yield "another id", message.but(webhook_id="another")
    yield "no id", message.but(webhook_id=None)
    yield "a second later", message.but(webhook_timestamp=str(stamp + 1))
    yield "an hour ago", message.but(webhook_timestamp=str(stamp - 3_600))
    yield "no moment", message.but(webhook_timestamp=None)
    yield "another version", message.but(webhook_signature=said.replace("v1,", "v2,"))
    yield (
        "another's secret",
        message.but(webhook_signature=stranger.sign(message.headers["webhook-id"], now, message.body)),
    )
    for off in (timedelta(hours=-1), timedelta(hours=1)):
        yield (
            "another's, of another time",
            message.but(
                webhook_timestamp=str(int((now + off).timestamp())),
                webhook_signature=stranger.sign(message.headers["webhook-id"], now + off, message.body),
            ),
        )


async def _sent(stage: Stage, message: Message) -> int:
    base = str(stage.api.base_url).split("/api")[0]
    headers = {"Authorization": "", **message.headers, **somewhere()}
    answer = await stage.api.post(f"{base}{message.path}", content=message.body.encode(), headers=headers)
    return answer.status_code
