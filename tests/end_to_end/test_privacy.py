"""Law 8 after a full run: no known number, name or e-mail address in logs, histories or raw table files."""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.end_to_end.house import House, Lead, until
from tests.end_to_end.people import OPTS_OUT, VOICEMAIL, YES
from tests.log_lines import flaws

NAME = "Zebulon Quackenbush"
EMAIL = "zebulon.quackenbush@example.org"


async def test_nobody_can_be_known_from_what_lies_on_disk(house: House, home: Path) -> None:
    """The search looks into compressed and raw bytes alike; a word that must be there proves that it finds words.

    Requirements 155 and 157.
    """
    lead = Lead(YES, NAME, EMAIL)
    rules = [{"text": "Thank you, {{first_name}}.", "delay_seconds": 0, "results": ["talked"]}]
    campaign = await house.campaign_of([lead], sync_crm=True, follow_ups=rules)

    async def is_followed_through() -> bool:
        ledger = await house.ledger()
        return EMAIL in str(ledger["crm"]) and lead.number in {
            message["to"] for message in ledger["messages"]
        }

    await until(is_followed_through)
    await house.finished(campaign)
    (call,) = (await house.calls_of(campaign)).values()
    await house.rows("CHECKPOINT")
    numbers = {known.number.removeprefix("+1").encode() for known in house.leads}
    personal = numbers | {word.encode() for word in (*NAME.split(), EMAIL, "quackenbush")}
    searched: list[Path] = []
    for file, content in stored(home):
        searched.append(file)
        found = {word for word in personal if word in content}
        assert set() == found, file
    assert {"worker.jsonl", "api.jsonl", "media-1.jsonl", "postgres.log"} <= {file.name for file in searched}
    assert any(campaign.encode() in content for file, content in stored(home) if "postgres" in file.parts)
    assert any(
        call["lead_id"].encode() in content for file, content in stored(home) if "temporal" in file.parts
    )
    assert any(call["id"].encode() in content for file, content in stored(home) if "logs" in file.parts)


async def test_every_line_of_a_whole_run_has_the_one_shape(house: House, home: Path) -> None:
    """Of each process, from its start on; and where all went well nobody is called to look: no line is an error.

    Requirements 186 and 187.
    """
    campaign = await house.campaign_of(
        [Lead(YES), Lead(VOICEMAIL), Lead("busy_then_cooperative"), Lead(OPTS_OUT)]
    )
    await house.finished(campaign, limit=100)
    calls = {call["id"] for call in (await house.calls_of(campaign)).values()}
    lines = [(file.stem, line) for file in logs(home) for line in file.read_text("utf-8").splitlines()]
    assert [] == [f"{log}: {flaw}" for log, line in lines for flaw in flaws(line)]
    told = [{**json.loads(line), "log": log} for log, line in lines]
    assert {"api", "codec", "media", "migrate", "worker"} == {line["service"] for line in told}
    assert all(line["log"].startswith(line["service"]) for line in told)
    of_the_run = [line for line in told if line["callLogId"] in calls]
    assert calls == {line["callLogId"] for line in of_the_run if line["event"] == "call.placed"}
    assert (
        set() < {line["callLogId"] for line in of_the_run if line["event"] == "conversation.ended"} <= calls
    )
    assert [] == [line for line in of_the_run if line["level"] == "ERROR"]


def logs(home: Path) -> Iterator[Path]:
    """Those of the product's own processes."""
    names = ("api", "codec", "media", "migrate", "worker")
    yield from (file for file in sorted((home / "logs").glob("*.jsonl*")) if file.stem.startswith(names))


def stored(home: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file that the product, Temporal and PostgreSQL keep; not the world's, which lies outside our walls."""
    for folder in ("logs", "temporal", "postgres"):
        for file in sorted((home / folder).rglob("*")):
            if file.is_file():
                yield file, file.read_bytes()
