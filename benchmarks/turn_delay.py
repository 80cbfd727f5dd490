"""The delay we add to each turn of ten simultaneous calls of the whole system: what the carrier's socket saw, less the vendors' own share.

All stamps are the simulated world's, on one clock. The formula stands in docs/performance.md.
Turns of the media server alone, under load and beside pipecat: voice/measurements.py.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.report import Figure, Measured, percentile
from benchmarks.stage import SCRIPT, Say, Stage
from media.engine.reply_clauses import next_clause
from simulators.language_model.conversation import Answer
from simulators.language_model.tokens import ModelTiming, TextPiece, pieces_of

CALLS: Final = 10
TURNS: Final = 200
_TRIES: Final = 2
_DRIVER_LATE_MS: Final = 5.0
_NEAR_MS: Final = 1500.0
_MODEL: Final = ModelTiming()
_NAMES: Final = ("Ann", "Bert", "Carla", "Dora", "Emil", "Frida", "Georg", "Helga", "Ida", "Jonas")
_TOPICS: Final = (
    "the weather", "your garden", "music", "long walks", "cooking", "old films", "short trips", "board games",
    "fresh bread", "quiet evenings", "the seaside", "early mornings", "black coffee", "green tea", "good books",
    "fast trains", "slow food", "big cities", "small towns", "warm rain", "deep snow", "loud parties", "jazz",
    "your kitchen", "your street",
)  # fmt: skip
# Every question carries the lead's name, so that the model's answer tells whose call it belongs to.
_LONG: Final = {
    **SCRIPT,
    "questions": [
        {"key": f"q{place}", "text": f"{{{{first_name}}}}, do you like {topic}?", "expects": "yes_no"}
        for place, topic in enumerate(_TOPICS)
    ],
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a vendor's log: what it did when, and how long it says it took (milliseconds)."""

    at_ms: float
    event: str
    text: str
    stream: str
    delay_ms: float

    @property
    def asked_ms(self) -> float:
        """When the vendor began to work."""
        return self.at_ms - self.delay_ms


async def measure(stage: Stage, say: Say) -> Measured:
    """Ten calls of twenty-five questions at once; again, twice at the most, while the driver was late itself."""
    tries: list[Measured] = []
    for number in range(1, _TRIES + 1):
        say(f"try {number}: {CALLS} calls with {len(_TOPICS)} questions each")
        tries.append(await _try(stage))
        if tries[-1].figures[0].value is not None:
            break
        say(tries[-1].figures[0].note)
    last = tries[-1]
    return Measured(last.figures, [each.samples for each in tries], last.details)


async def _try(stage: Stage) -> Measured:
    await stage.forget()
    parts = await stage.parts(lines=CALLS, calls_per_second=5, script=_LONG)
    campaign_id = await stage.draft(
        CALLS, "cooperative", parts, names=_NAMES, sync_crm=False, longest_call_seconds=280
    )
    await stage.run(campaign_id, limit=400)
    ledger = await stage.ledger()
    vendors = Vendors.read(
        await stage.journal("deepgram"), await stage.journal("openai"), await stage.journal("elevenlabs")
    )
    turns = [turn for call in ledger["calls"] for turn in vendors.account_for(call)]
    return _measured(turns, ledger["driver_lateness"])


def _measured(turns: Sequence[Mapping[str, Any]], lateness: Mapping[str, float]) -> Measured:
    added = [turn["added_ms"] for turn in turns if turn["added_ms"] is not None]
    why = ""
    if lateness["p99_ms"] > _DRIVER_LATE_MS:
        why = f"invalid: the driver itself was {lateness['p99_ms']:.1f} ms late (p99)"
    elif len(added) < TURNS:
        why = f"invalid: only {len(added)} turns"
    figures = [
        Figure(
            f"delay added per turn, {name}", None if why else percentile(added, share), "ms", bar, note=why
        )
        for name, share, bar in (("p50", 0.5, 20), ("p95", 0.95, 45))
    ]
    return Measured(figures, {"turns": turns, "driver_lateness": lateness}, _details(turns, added, lateness))


def _details(
    turns: Sequence[Mapping[str, Any]], added: Sequence[float], lateness: Mapping[str, float]
) -> list[str]:
    if not added:
        return [f"no turn could be accounted for; {len(turns)} seen"]
    lines = [
        f"{len(added)} turns accounted for of {len(turns)}; driver's lateness p99 {lateness['p99_ms']:.2f} ms",
        f"added: p50 {percentile(added, 0.5):.1f}, p95 {percentile(added, 0.95):.1f}, max {max(added):.1f} ms",
    ]
    for part in ("seen_ms", "hearing_ms", "asking_ms", "speaking_ms", "delivering_ms"):
        values = [turn[part] for turn in turns if turn["added_ms"] is not None]
        lines.append(f"{part}: p50 {percentile(values, 0.5):.1f}, p95 {percentile(values, 0.95):.1f}")
    return lines


class Vendors:
    """The vendors' logs, ready to be matched with the turns of the carrier's ledger."""

    def __init__(
        self, ends: Sequence[Entry], answers: Sequence[tuple[Entry, str]], speech: Sequence[Entry]
    ) -> None:
        """ends: eager and final ends of turns; answers: first tokens with the whole answer; speech: first bytes."""
        self._ends, self._answers, self._speech = ends, answers, speech

    @classmethod
    def read(
        cls,
        deepgram: Iterable[Mapping[str, Any]],
        openai: Iterable[Mapping[str, Any]],
        elevenlabs: Iterable[Mapping[str, Any]],
    ) -> "Vendors":
        """From the world's journal."""
        ends = [
            Entry(one["at_ms"], one["event"], one["transcript"], one["request_id"], one["delay_ms"])
            for one in deepgram
            if one["event"] in ("EagerEndOfTurn", "EndOfTurn")
        ]
        openai = list(openai)
        texts = {one["id"]: one["text"] for one in openai if one["event"] == "Finished"}
        answers = [
            (Entry(one["at_ms"], "FirstToken", "", one["id"], one["delay_ms"]), texts[one["id"]])
            for one in openai
            if one["event"] == "FirstToken" and one["id"] in texts
        ]
        speech = [
            Entry(one["at_ms"], "FirstByte", one["text"], "", one["delay_ms"])
            for one in elevenlabs
            if one["event"] == "FirstByte"
        ]
        return cls(ends, answers, speech)

    def account_for(self, call: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The call's turns that got their own reply, each with what we added; None where the logs do not tell."""
        turns = [
            turn
            for turn in call["turns"]
            if not turn["overlapped"] and None not in (turn["person_ended_ms"], turn["reply_received_ms"])
        ]
        stream, name = self._stream_of(turns), _name_in(call["heard_text"])
        return [self._account(turn, stream, name) for turn in turns]

    def _stream_of(self, turns: Sequence[Mapping[str, Any]]) -> str:
        """The recogniser's stream that heard most of these words when they were said."""
        score: dict[str, int] = defaultdict(int)
        for turn in turns:
            for end in self._ends:
                near = abs(end.asked_ms - turn["person_ended_ms"]) < 100
                score[end.stream] += near and end.event == "EndOfTurn" and _same(end.text, turn["said"])
        return max(score, key=lambda stream: score[stream], default="")

    def _account(self, turn: Mapping[str, Any], stream: str, name: str) -> dict[str, Any]:
        ended, received = turn["person_ended_ms"], turn["reply_received_ms"]
        found: dict[str, Any] = {"said": turn["said"], "seen_ms": received - ended, "added_ms": None}
        final = _nearest(
            (e for e in self._ends if e.stream == stream and e.event == "EndOfTurn"), ended, "asked_ms"
        )
        answer = self._answer_before(received, name)
        if final is None or answer is None:
            return found
        token, text = answer
        eager = _nearest(
            (
                e
                for e in self._ends
                if e.stream == stream and e.event == "EagerEndOfTurn" and e.at_ms < token.asked_ms
            ),
            ended,
            "asked_ms",
        )
        clause, clause_ms = first_clause(text)
        thought_ms = max(token.delay_ms, clause_ms)
        voice = _nearest(
            (e for e in self._speech if e.text == clause and e.at_ms <= received + 1),
            token.asked_ms + thought_ms,
            "asked_ms",
        )
        begun = eager if eager is not None and token.asked_ms < final.at_ms else final
        if voice is None:
            return found
        floor = max(final.delay_ms, begun.delay_ms + thought_ms + voice.delay_ms)
        return found | {
            "added_ms": received - ended - floor,
            "floor_ms": floor,
            "speculative": begun.event == "EagerEndOfTurn",
            "hearing_ms": begun.asked_ms - ended,
            "asking_ms": token.asked_ms - begun.at_ms,
            "speaking_ms": voice.asked_ms - (token.asked_ms + thought_ms),
            "delivering_ms": received - max(voice.at_ms, final.at_ms),
        }

    def _answer_before(self, moment: float, name: str) -> tuple[Entry, str] | None:
        """The model's last answer to this person before they heard it."""
        fitting = [
            (token, text)
            for token, text in self._answers
            if moment - _NEAR_MS < token.at_ms < moment and f"{name}," in text
        ]
        return max(fitting, key=lambda found: found[0].at_ms, default=None)


def first_clause(text: str) -> tuple[str, float]:
    """What the voice is given first of this answer, and the milliseconds the model takes until that can be known."""
    so_far = ""
    pieces, _ = pieces_of(Answer(text))
    for place, piece in enumerate(pieces):
        so_far += piece.text if isinstance(piece, TextPiece) else ""
        split = next_clause(so_far, first=True)
        if split is not None:
            return split[0], _MODEL.first_token_ms + place * _MODEL.token_ms
    return text.strip(), _MODEL.first_token_ms + max(0, len(pieces) - 1) * _MODEL.token_ms


def _nearest(entries: Iterable[Entry], moment: float, stamp: str) -> Entry | None:
    """The entry whose stamp is nearest to the moment, if it is near at all."""
    found = min(entries, key=lambda entry: abs(getattr(entry, stamp) - moment), default=None)
    return found if found is not None and abs(getattr(found, stamp) - moment) < _NEAR_MS else None


def _name_in(heard: str) -> str:
    words = {_plain(word) for word in heard.split()}
    return next((name for name in _NAMES if name.lower() in words), "nobody")


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
