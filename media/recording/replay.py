"""Holds a recorded conversation again: its events go to the present engine, at the times at which they came.

What vendors sent is used again as long as they would be asked for the same. At the first difference the recorded rest
is worth nothing, since another request would have been answered otherwise: it is reported, and the replay stops.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass, replace
from typing import Any

from domain.conversations import ConversationPlan, plan_conversation
from domain.scripts import Script
from media.engine import actions
from media.engine.actions import Action
from media.engine.conversation import begin, step
from media.engine.events import Event
from media.live.model_context import prompt
from media.live.model_replies import offered
from media.live.verdict import verdict_request
from media.live.who_speaks import who_speaks_request
from media.recording.flight import Entry, Flight, Happened, Noted, Requested, Wanted
from providers.language_models.contract import ReplyRequest


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where the present engine goes another way. at_ms: of the call; event: what happened then; what differs: an action,
    a request or a failure; recorded and present: the lines in which they differ."""

    at_ms: int
    event: str
    what: str
    recorded: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """How far a flight could be held again. events, requests: how many went the same way; until_ms: the last one's time;
    is_complete: the flight was recorded to its end."""

    events: int
    requests: int
    until_ms: int
    is_complete: bool
    divergence: Divergence | None = None


def replay(flight: Flight, plan: ConversationPlan | None = None) -> Replayed:
    """Hold this conversation again, by its own plan or by another one."""
    return _Replay(flight, plan or flight.plan).run()


def rewritten(plan: ConversationPlan, script: Script, values: Mapping[str, str]) -> ConversationPlan:
    """The plan of a recorded conversation with the words of this script. Raises InvalidInput for a missing value.

    Who had all the messages they may have then gets none now.
    """
    present = plan_conversation(plan, script, values)
    return present if plan.voicemail else replace(present, voicemail="")


class _Replay:
    def __init__(self, flight: Flight, plan: ConversationPlan) -> None:
        self._flight, self._plan = flight, plan
        self._state = begin(plan, flight.begun_at)
        self._events = self._requests = self._until_ms = 0

    def run(self) -> Replayed:
        divergence = None
        for place, entry in enumerate(self._flight.entries):
            if not isinstance(entry, Happened):
                continue
            divergence = self._hold(entry, place)
            if divergence is not None:
                break
            self._events += 1
            self._until_ms = entry.at_ms
        return Replayed(self._events, self._requests, self._until_ms, self._flight.is_complete, divergence)

    def _hold(self, then: Happened, place: int) -> Divergence | None:
        try:
            self._state, present = step(self._state, then.event, then.at_ms)
        except Exception as error:  # whatever the engine fails with is what the replay is for
            failure = f"the engine failed: {type(error).__name__}: {error}"
            return (
                None if then.actions is None else _diverged(then, "failure", _lines(then.actions), [failure])
            )
        if then.actions is None:
            return _diverged(then, "failure", ["the engine failed"], _lines(present))
        return self._request_diverged(then, present, place) or _actions_diverged(then, then.actions, present)

    def _request_diverged(self, then: Happened, done: Sequence[Action], place: int) -> Divergence | None:
        for action in done:
            asked = _request(self._plan, action)
            if asked is None:
                continue
            wanted, request = asked
            answered = _recorded_request(wanted, self._flight.entries[place + 1 :])
            if answered is not None and not _is_same(answered, request):
                return _diverged(then, "request", _prompt_lines(answered), _prompt_lines(request))
            self._requests += answered is not None
        return None


def _request(plan: ConversationPlan, action: Action) -> tuple[Wanted, ReplyRequest] | None:
    match action:
        case actions.Ask(_, history, notes, menu, look_up, note, found):
            tools = offered(menu=menu, look_up=look_up, note=note)
            return Wanted.REPLY, ReplyRequest(plan.model, prompt(plan, history, notes, found), tools)
        case actions.Identify(words):
            return Wanted.WHO_SPEAKS, who_speaks_request(plan, words)
        case actions.Judge(transcript, held_on):
            return Wanted.VERDICT, verdict_request(plan, transcript, held_on)
        case _:
            return None


def _recorded_request(wanted: Wanted, later: Sequence[Entry]) -> ReplyRequest | None:
    """What was really sent for an action, before the next of its kind; None if it was overtaken, or spoken by a session."""
    for entry in later:
        if isinstance(entry, Noted):
            if isinstance(entry.note, Requested) and entry.note.wanted is wanted:
                return entry.note.request
        elif wanted is Wanted.REPLY and any(isinstance(done, actions.Ask) for done in entry.actions or ()):
            return None
    return None


def _is_same(one: ReplyRequest, other: ReplyRequest) -> bool:
    """Which model it went to is no difference: a backup may have been asked."""
    return (tuple(one.lines), tuple(one.tools), one.most_tokens) == (
        tuple(other.lines),
        tuple(other.tools),
        other.most_tokens,
    )


def _actions_diverged(
    then: Happened, recorded: tuple[Action, ...], present: tuple[Action, ...]
) -> Divergence | None:
    if recorded == present:
        return None
    return _diverged(then, "actions", _lines(recorded), _lines(present))


def _diverged(then: Happened, what: str, recorded: Sequence[str], present: Sequence[str]) -> Divergence:
    lines = [line for line in difflib.ndiff(recorded, present) if line[0] in "-+"]
    gone = tuple(line[2:] for line in lines if line[0] == "-")
    come = tuple(line[2:] for line in lines if line[0] == "+")
    return Divergence(then.at_ms, _told(then.event), what, gone, come)


def _told(event: Event) -> str:
    fields = ", ".join(f"{name}={value}" for name, value in asdict(event).items())
    return f"{type(event).__name__}({fields})"


def _prompt_lines(request: ReplyRequest) -> list[str]:
    lines = [f"{line.role}: {part}" for line in request.lines for part in line.text.splitlines() if part]
    return [*lines, *(f"tool: {tool}" for tool in request.tools), f"most_tokens: {request.most_tokens}"]


def _lines(done: Sequence[Action]) -> list[str]:
    return [line for action in done for line in _fields(type(action).__name__, action)]


def _fields(name: str, value: Any) -> Iterator[str]:
    """Every leaf of a value on a line of its own, so that only what differs is shown."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = asdict(value)
        if not fields:
            yield name
        yield from _fields(name, fields)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _fields(f"{name}.{key}", inner)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _fields(f"{name}[{place}]", inner)
    else:
        yield f"{name}: {value}"
