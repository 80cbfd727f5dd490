"""The simulated world as a process: python -m simulators --port 0 --port-file PATH."""

import argparse
import asyncio
import json
import logging
import signal
from dataclasses import fields
from pathlib import Path

import uvloop

from simulators.phone_network.twilio.accounts import TwilioAccount
from simulators.serving import serve_world
from simulators.settings import PEOPLE_OF_THE_HOUSE, Credentials, WorldSettings


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulators", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to serve on")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--port-file", type=Path, help="where to write the port once the world serves")
    parser.add_argument("--people", type=Path, default=PEOPLE_OF_THE_HOUSE, help="folder of person files")
    parser.add_argument("--cast", type=Path, help="file that maps numbers to people")
    parser.add_argument("--default-person", default="cooperative", help="who answers all other numbers")
    parser.add_argument(
        "--calls-per-second", type=float, help="pace of the phone network, unlimited if absent"
    )
    parser.add_argument("--unlimited-crm", action="store_true", help="HubSpot without its burst limit")
    parser.add_argument("--state", type=Path, help="where the ledger is kept as JSON when the world ends")
    parser.add_argument(
        "--twilio-account",
        type=_twilio_account,
        action="append",
        default=[],
        help="a further account, as SID:TOKEN or SID:TOKEN:NUMBER,NUMBER",
    )
    parser.add_argument("--record-all", action="store_true", help="keep the sound of every call")
    for credential in fields(Credentials):
        parser.add_argument(f"--{credential.name.replace('_', '-')}", default=credential.default)
    return parser.parse_args()


def _twilio_account(text: str) -> TwilioAccount:
    sid, token, numbers = (*text.split(":"), "")[:3]
    return TwilioAccount(sid, token, frozenset(numbers.split(",")) if numbers else None)


def _settings(arguments: argparse.Namespace) -> WorldSettings:
    keys = {credential.name: getattr(arguments, credential.name) for credential in fields(Credentials)}
    return WorldSettings(
        credentials=Credentials(**keys),
        people=arguments.people,
        cast=arguments.cast,
        default_person=arguments.default_person,
        further_twilio_accounts=tuple(arguments.twilio_account),
        calls_per_second=arguments.calls_per_second,
        record_all=arguments.record_all,
        crm_requests_per_ten_seconds=None if arguments.unlimited_crm else 190,
    )


async def _serve(arguments: argparse.Namespace) -> None:
    asked_to_stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    async with serve_world(_settings(arguments), host=arguments.host, port=arguments.port) as served:
        if arguments.port_file is not None:
            _write_whole(arguments.port_file, served.base_url.rsplit(":", 1)[1])
        print(f"simulated world at {served.base_url}", flush=True)
        await asked_to_stop.wait()
        if arguments.state is not None:
            _write_whole(arguments.state, json.dumps(served.world.whole_ledger()))


def _write_whole(path: Path, text: str) -> None:
    """Write so that a reader sees the whole text or no file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(path.suffix + ".new")
    draft.write_text(text + "\n", encoding="utf-8")
    draft.replace(path)


def main() -> None:
    """Serve until SIGINT or SIGTERM."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    arguments = _arguments()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(arguments))


if __name__ == "__main__":
    main()
