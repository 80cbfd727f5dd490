"""`outbound demo`: the whole system, a campaign of about sixty leads, and the proof that ledger and database agree."""

import asyncio
import json
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.live import Live
from rich.text import Text

from console import demo_screen
from console.books import Books, read_books
from console.client import Address, ApiClient, Record
from console.comparison import Disagreement, compare
from console.demo_campaign import (
    EXAMPLES,
    DemoCampaign,
    end_earlier_demonstrations,
    forget_earlier_opt_outs,
    launch,
    make_campaign,
)
from console.exit_codes import CommandFailed, Exit
from console.kept_file import keep
from console.ledger import Ledger, fetch_ledger, read_ledger
from database.sealing import KeyRing
from local.errors import LocalSystemError
from local.system import LocalSystem
from local.up import build_dashboard, choices_from_environment, end_on_signals, first_admin, introduction

_LOOK_EVERY: Final = 0.5  # seconds
_DUE_WITHIN: Final = 60.0  # seconds
_LONGEST: Final = 900.0  # seconds; a campaign that is not through by then is shown as it is
_SETTLE: Final = 20.0  # seconds, for the ledger's last lines
_SHOWN_OUTCOMES: Final = ("interested", "callback", "opt_out")
_LISTENED_TO: Final = 10
_DISAGREES: Final = 4
_WORLD: Final = ("--people", str(EXAMPLES / "people"), "--unlimited-crm")


def run(home: Path, *, once: bool) -> int:
    """Run the demonstration; the exit code: 0 when everything agrees, 4 when not, 3 when the system did not start."""
    try:
        return asyncio.run(_run(home, once=once))
    except (LocalSystemError, CommandFailed) as error:
        Console(stderr=True).print(str(error), markup=False)
        return int(error.exit_code) if isinstance(error, CommandFailed) else int(Exit.UNREACHABLE)
    except asyncio.CancelledError:
        return 0


async def _run(home: Path, *, once: bool) -> int:
    console = Console(markup=False, emoji=False)
    began = time.monotonic()
    choices = replace(choices_from_environment(simulate=True), world_arguments=_WORLD)
    system = LocalSystem(home, choices, say=lambda line: console.print(line, markup=False, highlight=False))
    end_on_signals(system, lambda line: console.print(line, markup=False))
    stop = threading.Event()
    if not once:
        await build_dashboard(lambda line: console.print(line, markup=False, highlight=False))
    async with system:
        if not once:
            await _show_way_in(console, system)
        story = Story(console, system, stop, began)
        try:
            figures = await asyncio.to_thread(story.play)
            books, disagreements = await story.compare()
            code = await asyncio.to_thread(story.finish, figures, books, disagreements)
            if not once:
                for line in introduction(system):
                    console.print(line, markup=False, highlight=False)
                await asyncio.Event().wait()
        finally:
            stop.set()
    return code


async def _show_way_in(console: Console, system: LocalSystem) -> None:
    """Whoever looks on in a browser may do so from the first call on."""
    for line in [f"  {'dashboard':<18} {system.addresses['dashboard']}", *await first_admin(system)]:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


class Story:
    """The demonstration on a system that runs."""

    def __init__(self, console: Console, system: LocalSystem, stop: threading.Event, began: float) -> None:
        self._console, self._system, self._stop, self._began = console, system, stop, began
        environment = system.environment
        self._api = ApiClient(Address(system.addresses["api"], environment["OUTBOUND_API_KEY"]))
        self._world = system.addresses["simulators"]
        self._campaign = DemoCampaign("", {})
        self._calls: list[Record] = []
        self._ledger = Ledger()

    def play(self) -> Record:
        """Import, launch, and watch until no call is due any more; the figures so far."""
        end_earlier_demonstrations(self._api)
        forget_earlier_opt_outs(self._api)
        self._campaign = make_campaign(self._api)
        self._console.print(demo_screen.import_report(self._campaign.report))
        self._console.print(f"\n{launch(self._api, self._campaign)}\n", markup=False)
        return self._watch()

    async def compare(self) -> tuple[Books, list[Disagreement]]:
        """The database's side, and where the ledger differs from it once both have come to rest."""
        give_up = time.monotonic() + _SETTLE
        while True:
            books, found = await self._compared()
            if not found or time.monotonic() > give_up:
                return books, found
            await asyncio.sleep(_LOOK_EVERY)

    def finish(self, figures: Record, books: Books, disagreements: list[Disagreement]) -> int:
        """Show and keep the summary; the exit code."""
        figures = {
            **figures,
            "ledger_mismatches": len(disagreements),
            "seconds": round(time.monotonic() - self._began, 1),
        }
        self._show_transcripts()
        self._console.print(demo_screen.summary(figures))
        for disagreement in disagreements:
            self._console.print(Text(f"{disagreement.subject} {disagreement.text}", style="red"))
        self._keep(figures)
        if note := demo_screen.missed_words(self._ledger, books):
            self._console.print(Text(note, style="yellow"))
        self._console.print(Text(f"\n{demo_screen.verdict(books, disagreements)}", style="bold"))
        return _DISAGREES if disagreements else 0

    def _watch(self) -> Record:
        give_up = time.monotonic() + _LONGEST
        with Live(console=self._console, refresh_per_second=4, transient=True) as live:
            while True:
                numbers = self._api.get(f"/api/campaigns/{self._campaign.campaign_id}/metrics")
                self._calls = self._api.pages(f"/api/campaigns/{self._campaign.campaign_id}/calls", 1000)
                seconds = time.monotonic() - self._began
                live.update(demo_screen.progress(numbers, self._calls, seconds, height=self._console.height))
                claimed = numbers["leads"].get("ready", 0) == 0
                if claimed and not demo_screen.due_soon(self._calls, datetime.now(UTC), _DUE_WITHIN):
                    return self._figures(numbers)
                if time.monotonic() > give_up or self._stop.wait(_LOOK_EVERY):
                    return self._figures(numbers)

    def _figures(self, numbers: Record) -> Record:
        report = self._campaign.report
        results, outcomes = numbers["attempt_results"], numbers["outcomes"]
        reviewed = numbers["leads"].get("needs_review", 0)
        return {
            "leads": report["rows"],
            "accepted": report["accepted"],
            "rejected": report["rejected"],
            "duplicates": report["duplicates"],
            "dials": numbers["attempts"],
            "answered": round((numbers["answer_rate"] or 0) * sum(results.values())),
            "outcomes": outcomes,
            "deferred": numbers["deferred"],
            "refused": numbers["results"].get("never_dialled", 0) + reviewed,
            "retries": numbers["retries"],
            "voicemails_left": results.get("voicemail_left", 0),
            "opt_outs": outcomes.get("opt_out", 0),
        }

    async def _compared(self) -> tuple[Books, list[Disagreement]]:
        environment = self._system.environment
        key_ring = KeyRing.parse(environment["OUTBOUND_KEY_RING"], environment["OUTBOUND_LOOKUP_KEY"])
        books = await read_books(environment["DATABASE_URL"], self._campaign.campaign_id, key_ring)
        self._ledger = read_ledger(await asyncio.to_thread(fetch_ledger, self._world))
        return books, compare(self._ledger, books)

    def _show_transcripts(self) -> None:
        """The longest call of each: an opt-out that was asked about takes longer than one that was plain."""
        for outcome in _SHOWN_OUTCOMES:
            talked = [call for call in self._calls if call["outcome"] == outcome]
            if not talked:
                continue
            call = max(talked, key=lambda call: call["duration_seconds"] or 0)
            document = self._api.get(f"/api/calls/{call['id']}/transcript")
            self._console.print(demo_screen.transcript(call, document))

    def _keep(self, figures: Record) -> None:
        home = self._system.home
        (home / "demo-summary.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        if link := self._recording():
            keep(self._api.download(link), home / "demo-call.wav")

    def _recording(self) -> str | None:
        """A link to the recording of the longest call that interested somebody, else of the longest one."""
        ranked = sorted(
            self._calls,
            key=lambda call: (call["outcome"] == "interested", call["duration_seconds"] or 0),
            reverse=True,
        )
        for call in ranked[:_LISTENED_TO]:
            try:
                shown = self._api.get(f"/api/calls/{call['id']}/attempts/{call['attempts']}/recording")
            except CommandFailed:  # a machine answered, or the announcement was interrupted
                continue
            return str(shown["url"])
        return None
