"""Numbers, names, addresses, words and secrets that are planted in a whole run, looked for wherever they must not be.

A campaign calls forty people, who say who they are; they are texted and written into the CRM. People of the account's own are
invited, connections and keys made, wrong requests sent. Then all is read that is kept or shown: the processes' logs, figures and
errors, histories and search attributes as Temporal gives them, every row of every table, and the files of both. What only the
simulated world holds is outside. Traces: there are none.
"""

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from benchmarks.access.people import PASSWORD, somewhere
from benchmarks.access.planted import SECRETS, Planted
from benchmarks.report import Figure, Measured
from benchmarks.stage import PLAN, SCRIPT, Say, Stage
from local.postgres import connect
from startup.media_control import control_key
from startup.settings import Settings

_PEOPLE: Final = 40
_LIMIT_SECONDS: Final = 400.0
_LETTERS: Final = "bcdfghjklm"
_FOLLOW_UP: Final = {"text": "Thank you, {{first_name}}.", "delay_seconds": 0, "results": ["talked"]}


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who is called, of whom nothing may be found."""

    number: str
    name: str
    email: str
    street: str
    said: str

    def played(self) -> dict[str, Any]:
        """They answer, say who they are, and take leave."""
        return {
            "name": "planted",
            "pickup": {"rings_s": 0.3},
            "greeting": f"Hello, {self.said} speaking.",
            "waits_ms": 450,
            "replies": [
                {"when": "goodbye", "say": "Bye.", "hang_up": True},
                {"when": r"\?", "say": f"Yes, {self.said}."},
            ],
            "otherwise": {"say": f"{self.said}."},
            "patience_s": 10,
        }


async def measure(stage: Stage, say: Say) -> Measured:
    """Plant, run, look."""
    planted = Planted()
    people = list(_people(stage))
    planted.plant("numbers", *(each.number for each in people))
    planted.plant("names", *(each.name for each in people))
    planted.plant("e-mail addresses", *(each.email for each in people))
    planted.plant("streets", *(each.street for each in people))
    planted.plant("spoken words", *(each.said for each in people))
    await _run(stage, people)
    planted.plant(SECRETS, *[secret async for secret in _secrets(stage)])
    looked = {
        "error bodies": planted.search(await _errors(stage, people)),
        "figures": planted.search(await _shown_figures(stage)),
        "histories and search attributes": planted.search([each async for each in _temporal(stage)]),
        "tables": planted.search(await _tables(stage)),
        "logs": planted.search(_files(stage.system.home / "logs")),
        "files of PostgreSQL, Temporal and recordings": sum(
            planted.search(_files(stage.system.home / folder))
            for folder in ("postgres", "temporal", "recordings")
        ),
    }
    say(
        f"{len(planted)} planted; looked at "
        + ", ".join(f"{what} {size:,} B" for what, size in looked.items())
    )
    told = [f"{word}: {', '.join(sorted(places))}" for word, places in planted.found.items()]
    return Measured(
        [
            Figure("planted words", len(planted), "words", 200, "at least"),
            Figure("planted words found", len(planted.found), "", 0),
            Figure("least bytes of a place searched", min(looked.values()), "bytes", 1_000, "at least"),
        ],
        {
            "found": told,
            "looked": looked,
            "planted": {kind: len(each) for kind, each in planted.words.items()},
        },
        told,
    )


def _people(stage: Stage) -> Iterator[_Person]:
    for place in range(_PEOPLE):
        mark = "".join(_LETTERS[int(digit)] for digit in f"{place:02}")
        name = f"Vex{mark}wobble"
        yield _Person(
            next(stage.numbers),
            name,
            f"{name.lower()}@mail.example.org",
            f"{name}gasse 7",
            f"zuq{mark}lintark",
        )


async def _run(stage: Stage, people: Sequence[_Person]) -> None:
    played = {each.number: each.played() for each in people}
    (await stage.world.put("/control/people", json=played)).raise_for_status()
    script = {**SCRIPT, "questions": [{"key": "who", "text": "Who are you?", "expects": "free"}]}
    parts = await stage.parts(lines=10, calls_per_second=5, script=script)
    plan = {**PLAN, "window": 20, "follow_ups": [_FOLLOW_UP]}
    campaign = await stage.empty_campaign(parts, **plan)
    rows = [f"{each.number},{each.name},{each.email},{each.street}" for each in people]
    await stage.import_rows(campaign, "\n".join(["phone,first_name,email,street", *rows]).encode())
    await stage.start(campaign)
    await stage.calls_ended(campaign, len(people), _LIMIT_SECONDS)
    ledger = await stage.ledger()
    messages = {each["to"] for each in ledger["messages"]} & set(played)
    if len(messages) < len(people) // 2 or people[0].email not in str(ledger["crm"]):
        raise RuntimeError(
            "The run did not reach those who were planted: nothing is proved by finding nobody."
        )


async def _secrets(stage: Stage) -> AsyncIterator[str]:
    """Those that are made for somebody, or given to us, while the system runs; and the keys that it runs by."""
    yield (await stage.post("/api-keys", {"name": "planted"}))["key"]
    email = f"vexuserwobble{os.urandom(3).hex()}@example.org"
    made = await stage.post("/users", {"email": email, "name": "Vexuserwobble", "role": "agent"})
    for word in (email, "Vexuserwobble", made["link"]["token"], PASSWORD):
        yield word
    told = {"token": made["link"]["token"], "password": PASSWORD}
    tokens = (await stage.api.post("/auth/accept", json=told, headers=somewhere())).raise_for_status().json()
    for word in (tokens["access_token"], tokens["refresh_token"]):
        yield word
    token = f"vextokenwobble{os.urandom(8).hex()}"
    credentials = {"account_sid": f"AC{os.urandom(16).hex()}", "auth_token": token}
    connection = {"name": "planted", "kind": "telephony", "vendor": "twilio", "credentials": credentials}
    await stage.post("/connections", connection)
    yield token
    hook = {"url": "https://hooks.example.com/in", "description": "planted"}
    yield (await stage.post("/webhook-endpoints", hook))["secret"]
    number = next(stage.numbers)
    await stage.post("/dnc", {"numbers": [number]})
    yield number
    for name in ("OUTBOUND_API_KEY", "OUTBOUND_SIGNING_KEY", "OUTBOUND_LOOKUP_KEY", "TWILIO_AUTH_TOKEN"):
        yield stage.system.environment[name]
    yield stage.system.environment["OUTBOUND_KEY_RING"].partition(":")[2]


async def _errors(stage: Stage, people: Sequence[_Person]) -> list[tuple[str, bytes]]:
    """What wrong requests are answered that hold what is planted, in every place that a request has."""
    one = people[0]
    words = (one.number, one.name, one.email, one.street, one.said)
    wrong: list[tuple[str, str, Any]] = [
        *(("POST", "/calls/outbound", {"to": word, "name": [word], "agent_id": word}) for word in words),
        *(
            ("POST", "/campaigns", {"name": {word: word}, "plan": word, "default_region": word})
            for word in words
        ),
        *(("POST", "/scripts", {"name": word, "content": word}) for word in words),
        *(("POST", "/users", {"email": f"{word}@", "name": [word], "role": word}) for word in words),
        *(("POST", "/dnc", {"numbers": word, "channel": word}) for word in words),
        *(
            ("POST", "/connections", {"vendor": word, "credentials": {"auth_token": [word]}})
            for word in words
        ),
        *(("POST", "/webhook-endpoints", {"url": f"http://{word}/", "kinds": [word]}) for word in words),
        *(("POST", "/auth/login", {"email": one.email, "password": word}) for word in words),
        *(("POST", "/auth/accept", {"token": word, "password": word}) for word in words),
        *(("GET", f"/calls/{word}", None) for word in words),
        *(("GET", f"/calls?state={word}&cursor={word}", None) for word in words),
        *(("GET", f"/nothing/{word}?{word}={word}", None) for word in words),
    ]
    answers = [await stage.api.request(method, path, json=body) for method, path, body in wrong]
    answers += [
        await stage.api.post(
            "/campaigns", content=word.encode(), headers={"Content-Type": "application/json"}
        )
        for word in words
    ]
    answers.append(await stage.api.get("/calls", headers={"Authorization": f"Bearer {one.email}"}))
    good = [_place(answer) for answer in answers if not answer.is_error]
    if good:
        raise RuntimeError(f"Not refused: {good}")
    return [(_place(answer), answer.content + str(answer.headers).encode()) for answer in answers]


def _place(answer: httpx.Response) -> str:
    path = answer.request.url.path.removeprefix("/api")
    return f"{answer.status_code} of {answer.request.method} {path.split('/')[1]}"


async def _shown_figures(stage: Stage) -> list[tuple[str, bytes]]:
    """What a process tells of itself: of the API, and of each media process at its control address."""
    home = stage.system.environment
    settings = Settings(signing_key=home["OUTBOUND_SIGNING_KEY"])
    found = [("/api/media", (await stage.api.get("/media")).raise_for_status().content)]
    rows = await _rows(stage, "SELECT control_url FROM media_processes")
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {control_key(settings)}"}) as media:
        for (url,) in rows:
            answers = [await media.get(f"{url}{path}") for path in ("/stats", "/phrases")]
            found += [(f"media{each.request.url.path}", each.raise_for_status().content) for each in answers]
    return found


async def _temporal(stage: Stage) -> AsyncIterator[tuple[str, bytes]]:
    """Each run as Temporal keeps it, its payloads as they lie there."""
    async for run in stage.temporal.list_workflows():
        handle = stage.temporal.get_workflow_handle(run.id, run_id=run.run_id)
        yield f"listing of {run.workflow_type}", run.raw_info.SerializeToString() + run.id.encode()
        description = await handle.describe()
        yield f"description of {run.workflow_type}", description.raw_description.SerializeToString()
        async for event in handle.fetch_history_events():
            yield f"history of {run.workflow_type}", event.SerializeToString()


async def _tables(stage: Stage) -> list[tuple[str, bytes]]:
    """Every row of every table as text, its bytes in hexadecimal digits."""
    tables = await _rows(stage, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    found = []
    for (table,) in tables:
        rows = await _rows(stage, f'SELECT t::text FROM "{table}" t')
        found.append((f"table {table}", "\n".join(text for (text,) in rows).encode()))
    return found


async def _rows(stage: Stage, statement: str) -> list[Sequence[Any]]:
    connection = await connect(stage.system.environment["DATABASE_URL"])
    try:
        await connection.execute("CHECKPOINT")
        return list(await connection.fetch(statement))
    finally:
        await connection.close()


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that lies there but the world's own log, which is outside our walls."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.startswith("simulators"):
            yield f"{folder.name}/{file.relative_to(folder)}", file.read_bytes()
